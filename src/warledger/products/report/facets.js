"use strict";
// The filters: every value with how many incidents it would leave.
(function (W) {
  const TITLES = { type: "What", grade: "Grade", speaker: "Who says so", outlet: "Outlet", place: "Place" };
  const GRADES = ["confirmed", "fair", "weak", "contested"];
  const SHORT = 6;
  const opened = new Set();
  const host = W.byId("facets");

  const ordered = (facet) => {
    const all = new Map();
    for (const incident of W.data.incidents) {
      for (const value of new Set(W.valuesOf[facet](incident))) all.set(value, (all.get(value) || 0) + 1);
    }
    const values = [...all.keys()];
    if (facet === "grade") return values.sort((a, b) => GRADES.indexOf(a) - GRADES.indexOf(b));
    return values.sort((a, b) => all.get(b) - all.get(a) || (a < b ? -1 : 1));
  };
  const orders = Object.fromEntries(W.FACETS.map((facet) => [facet, ordered(facet)]));

  function option(facet, value) {
    const chosen = W.state.chosen[facet].has(value);
    const count = W.counts[facet].get(value) || 0;
    const box = W.el("input", { type: "checkbox", onchange: () => W.toggle(facet, value), "data-key": facet + " " + value });
    box.checked = chosen;
    const name = facet === "grade" ? W.el("span", { class: "grade " + value }, value) : W.bdi(value, { class: "name" });
    return W.el("label", { class: "option" + (count || chosen ? "" : " none") }, box, name,
      W.el("span", { class: "n" }, count.toLocaleString("en"), W.el("span", { class: "unseen" }, count === 1 ? " incident" : " incidents")));
  }

  function group(facet) {
    const values = orders[facet];
    if (!values.length) return null;
    const all = opened.has(facet) || values.length <= SHORT + 1;
    const shown = all ? values : values.filter((value, at) => at < SHORT || W.state.chosen[facet].has(value));
    const more = values.length > SHORT + 1 && W.el("button", {
      type: "button", class: "more", "aria-expanded": String(all), "data-key": "more " + facet,
      onclick: () => { if (!opened.delete(facet)) opened.add(facet); draw(); },
    }, all ? "Fewer" : "All " + values.length);
    return W.el("fieldset", {}, W.el("legend", {}, TITLES[facet]), shown.map((value) => option(facet, value)), more);
  }

  function draw() {
    const key = document.activeElement && document.activeElement.dataset && host.contains(document.activeElement)
      ? document.activeElement.dataset.key : null;
    const folded = host.querySelector("details");
    const wasOpen = folded ? folded.open : !matchMedia("(max-width: 860px)").matches;
    const number = W.FACETS.reduce((sum, facet) => sum + W.state.chosen[facet].size, 0);
    const body = W.el("details", { class: "fold" }, W.el("summary", {}, "Filters", number ? W.el("span", { class: "n" }, number) : null),
      W.FACETS.map(group));
    body.open = wasOpen;
    W.clear(host, body);
    if (key !== null) {
      const again = [...host.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
      if (again) again.focus();
    }
  }
  W.listeners.push((what) => { if (what.filters) draw(); });
})(Warledger);

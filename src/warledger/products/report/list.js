"use strict";
// The list of incidents, a page at a time, and beside it the claims that belong to no incident.
(function (W) {
  const PAGE = 50;
  const host = W.byId("list");

  W.gradeMark = (grade) => W.el("span", { class: "grade " + grade }, grade);
  W.agreementMark = (agreement) => agreement && W.el("span", { class: "agreement " + agreement.replace(" ", "-") }, agreement);

  function voices(incident) {
    const names = incident.matrix.voices.map((voice) => voice.chain.length ? W.chainWords(voice.chain) : voice.outlet || "the report itself");
    const distinct = [...new Set(names)];
    const shown = distinct.slice(0, 3);
    return W.el("p", { class: "voices" }, shown.map((name, at) => [at ? " · " : "", W.bdi(name)]),
      distinct.length > 3 ? " · " + (distinct.length - 3) + " more" : "");
  }

  function card(index) {
    const incident = W.data.incidents[index];
    const open = (event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); W.update({ incident: incident.id }); };
    return W.el("li", { class: "card" + (incident.id === W.state.incident ? " open" : "") },
      W.el("a", { href: W.address(incident.id), onclick: open, "data-id": incident.id },
        W.el("p", { class: "day" }, W.el("span", {}, incident.start ? W.spanWords(incident.start, incident.end) : "no day told"), W.gradeMark(incident.grade)),
        W.el("h3", {}, incident.act, incident.place ? [W.el("span", { class: "sep" }, " · "), W.bdi(incident.place.label)] : ""),
        incident.killed && incident.killed.words
          ? W.el("p", { class: "figure" }, W.el("span", {}, "killed "), W.el("b", {}, incident.killed.words), " ", W.agreementMark(incident.killed.agreement)) : null,
        voices(incident),
        W.el("p", { class: "sums" }, [W.plural(incident.claims.length + incident.missing, "claim"), W.plural(incident.origins, "origin"), W.plural(incident.reports, "report")].join(" · "))));
  }

  function loose(index) {
    const claim = W.data.claims[index];
    const report = claim.report === null ? null : W.data.reports[claim.report];
    const sentence = W.sentence(claim) || claim.passages[0];
    const open = () => W.openReport(index);
    return W.el("li", { class: "card loose" },
      W.el("p", { class: "day" }, W.el("span", {}, report && report.published ? W.dayWords(report.published) : "no date"), W.el("span", { class: "stance" }, claim.stance)),
      W.el("h3", {}, claim.act, claim.place ? [W.el("span", { class: "sep" }, " · "), W.bdi(claim.place)] : ""),
      sentence ? W.el("blockquote", { dir: "auto" }, W.quote(claim, sentence)) : null,
      W.el("p", { class: "sums" }, W.bdi(claim.chain.length ? W.chainWords(claim.chain) : "the report itself"), report && report.outlet ? [", in ", W.bdi(report.outlet)] : ""),
      report && report.text !== null ? W.el("button", { type: "button", class: "plain", onclick: open }, "See it in the report") : null);
  }

  const matching = () => {
    const terms = W.plain(W.state.q).split(/\s+/).filter(Boolean);
    if (!terms.length) return W.data.loose;
    return W.data.loose.filter((index) => {
      const claim = W.data.claims[index], sentence = W.sentence(claim);
      const hay = W.plain([claim.act, claim.place || "", claim.who || "", claim.whom || "", ...claim.chain, sentence ? W.quote(claim, sentence) : ""].join("\n"));
      return terms.every((term) => hay.includes(term));
    });
  };

  function pager(total) {
    const pages = Math.ceil(total / PAGE);
    if (pages < 2) return null;
    const go = (page) => () => { W.update({ page }); host.scrollTop = 0; host.focus({ preventScroll: true }); };
    const at = W.state.page;
    return W.el("nav", { class: "pager", "aria-label": "Pages of the list" },
      W.el("button", { type: "button", disabled: at === 0, onclick: go(at - 1) }, "‹ Previous"),
      W.el("span", {}, (at * PAGE + 1).toLocaleString("en") + "–" + Math.min(total, (at + 1) * PAGE).toLocaleString("en") + " of " + total.toLocaleString("en")),
      W.el("button", { type: "button", disabled: at >= pages - 1, onclick: go(at + 1) }, "Next ›"));
  }

  function order() {
    const choice = W.el("select", { class: "order", "aria-label": "Order of the list", "data-id": "order", onchange: () => W.update({ sort: choice.value }) },
      Object.entries(W.ORDER_NAMES).map(([value, name]) => W.el("option", { value, selected: value === W.state.sort }, name)));
    return choice;
  }

  function tabs(loose) {
    if (!W.data.loose.length) return null;
    const tab = (name, text, n) => W.el("button", { type: "button", class: "tab", "aria-pressed": String(W.state.tab === name), onclick: () => W.update({ tab: name }) },
      text + " ", W.el("span", { class: "n" }, n.toLocaleString("en")));
    return W.el("div", { class: "tabs" }, tab("incidents", "Incidents", W.shown.length), tab("claims", "Claims in no incident", loose.length));
  }

  function empty() {
    if (!W.data.incidents.length) {
      return W.el("div", { class: "empty" }, W.el("h2", {}, "No incidents yet"),
        W.el("p", {}, W.data.reports.length ? "The reports were read, but none of their claims makes an incident. Threats, plans and statements are kept as claims and are no incidents."
          : "This ledger holds no report. Add reports and write the page again."));
    }
    return W.el("div", { class: "empty" }, W.el("h2", {}, "Nothing matches"), W.el("p", {}, "No incident passes all the filters."),
      W.el("button", { type: "button", onclick: W.reset }, "Clear the filters"));
  }

  function draw(all) {
    const claims = W.state.tab === "claims";
    const unbound = matching();
    const items = claims ? unbound : W.shown;
    const page = all === true ? items.slice(0, 1000) : items.slice(W.state.page * PAGE, (W.state.page + 1) * PAGE);
    const found = W.data.incidents.length + W.data.loose.length > 0 && W.el("p", { class: "found" },
      W.el("span", {}, W.el("b", {}, items.length.toLocaleString("en")), claims ? " claims" : " of " + W.plural(W.data.incidents.length, "incident")),
      W.state.spot ? W.el("button", { type: "button", class: "chip", onclick: () => W.update({ spot: null }) }, "at one spot ✕") : null,
      W.filtered() ? W.el("button", { type: "button", class: "plain", onclick: W.reset }, "Clear filters") : null,
      claims || items.length < 2 ? null : order());
    W.clear(host, tabs(unbound), found, page.length ? W.el("ol", { class: "cards" }, page.map(claims ? loose : card)) : claims ? null : empty(), all === true ? null : pager(items.length));
  }

  let spoken = W.later(() => W.say(W.plural(W.shown.length, "incident") + " shown"), 600);
  W.listeners.push((what) => {
    const held = document.activeElement && host.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    draw();
    if (held) { const again = [...host.querySelectorAll("[data-id]")].find((a) => a.dataset.id === held); if (again) again.focus({ preventScroll: true }); }
    if (what.filters) spoken();
  });
  addEventListener("beforeprint", () => { if (!W.state.incident) draw(true); });
  addEventListener("afterprint", () => draw());

  // The next or previous incident of those shown.
  W.go = (by) => {
    if (!W.shown.length) return;
    const at = W.state.incident ? W.shown.indexOf(W.byIncident.get(W.state.incident)) : by > 0 ? -1 : W.shown.length;
    const to = Math.max(0, Math.min(W.shown.length - 1, at + by));
    W.update({ incident: W.data.incidents[W.shown[to]].id, page: Math.floor(to / PAGE) });
  };
})(Warledger);

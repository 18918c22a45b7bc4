"use strict";
// Puts the page together: search, colours, help, keys, legend, first drawing.
(function (W) {
  W.title = document.title;
  const search = W.byId("search"), help = W.byId("help"), theme = W.byId("theme"), root = document.documentElement;

  const typed = W.later(() => { if (search.value !== W.state.q) W.update({ q: search.value }); }, 140);
  search.addEventListener("input", typed);
  W.listeners.push(() => { if (document.activeElement !== search) search.value = W.state.q; });

  const THEMES = ["system", "light", "dark"], WORDS = { system: "as the system has them", light: "light", dark: "dark" };
  let chosen = "system";
  const remember = (value) => { try { if (value) localStorage.setItem("warledger-theme", value); return localStorage.getItem("warledger-theme"); } catch (error) { return null; } };
  const paint = (value) => {
    chosen = THEMES.includes(value) ? value : "system";
    if (chosen === "system") delete root.dataset.theme; else root.dataset.theme = chosen;
    theme.setAttribute("aria-label", "Colours: " + WORDS[chosen]);
    theme.title = "Colours: " + WORDS[chosen];
    theme.textContent = { system: "◐", light: "○", dark: "●" }[chosen];
  };
  paint(remember());
  theme.addEventListener("click", () => { paint(THEMES[(THEMES.indexOf(chosen) + 1) % 3]); remember(chosen); });

  W.byId("help-open").addEventListener("click", () => help.showModal());
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

  addEventListener("keydown", (event) => {
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (inField) { if (event.key === "Escape" && event.target === search) search.blur(); return; }
    const keys = {
      j: () => W.go(1), k: () => W.go(-1), "/": () => { search.focus(); search.select(); }, "?": () => help.showModal(),
      Escape: () => W.state.incident && W.update({ incident: null }),
    };
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });

  const sample = (...parts) => W.svg("svg", { width: 34, height: 30, viewBox: "-17 -15 34 30", "aria-hidden": "true" }, parts);
  const mark = (kind, r, ...more) => W.svg("g", { class: "mark " + kind }, more, W.svg("circle", { r, class: "body" }), kind.includes("rival") ? W.svg("circle", { r, class: "hatched" }) : null);
  const row = (picture, text) => W.el("li", {}, picture, W.el("span", {}, text));
  W.byId("legend").append(W.el("ul", {},
    row(sample(mark("", 9)), "an incident; larger with more dead (best figure)"),
    row(sample(mark("single", 7)), "hollow: one origin only"),
    row(sample(mark("rival", 9)), "hatched: the versions contradict each other"),
    row(sample(mark("", 5, W.svg("circle", { r: 13, class: "precision" }))), "ring: how far off the place may be"),
    row(sample(W.svg("g", { class: "mark area" }, W.svg("circle", { r: 13, class: "body" }))), "area: known only by district, province, region or country"),
    row(sample(W.svg("g", { class: "mark bundle" }, W.svg("circle", { r: 10, class: "body" }), W.svg("text", { dy: "0.35em" }, "7"))), "several incidents; opens them"),
    row(sample(W.svg("line", { class: "border contested sample", x1: -15, x2: 15, y1: 0, y2: 0 })), "contested border")));
  if (matchMedia("(min-width: 1100px)").matches && innerHeight > 780) W.byId("legend").open = true;

  if (!W.data.incidents.length) document.body.classList.add("no-incidents");
  W.readAddress();
  W.startMap();
  W.startTimeline();
  search.value = W.state.q;
  W.redraw({ filters: true, opened: Boolean(W.state.incident) });
  document.body.classList.add("ready");
})(Warledger);

"use strict";
// One incident: its grade and why, the matrix of who says what, the range of the figures, and its reports.
(function (W) {
  const host = W.byId("incident"), tip = W.byId("tip");
  let shown = null;

  function showTip(node, entry) {
    const claim = entry[2] === null ? null : W.data.claims[entry[2]];
    const quotes = claim ? entry[4].map((at) => W.quote(claim, claim.passages[at])) : [];
    const sentence = claim && W.sentence(claim);
    W.clear(tip,
      quotes.length ? W.el("p", { class: "quote" }, [...new Set(quotes)].map((quote, at) => [at ? " … " : "", W.el("q", { dir: "auto" }, quote)])) : null,
      sentence ? W.el("p", { class: "context", dir: "auto" }, W.quote(claim, sentence)) : null,
      entry[5] ? W.el("p", { class: "inferred" }, "Inferred: ", W.bdi(entry[5])) : null,
      !quotes.length && !sentence && !entry[5] ? W.el("p", {}, "The words of this claim are not in this report.") : null);
    tip.hidden = false;
    const box = node.getBoundingClientRect(), own = tip.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(innerWidth - own.width - 8, box.left)) + "px";
    tip.style.top = (box.bottom + own.height + 12 < innerHeight ? box.bottom + 6 : Math.max(8, box.top - own.height - 6)) + "px";
  }
  const hideTip = () => { tip.hidden = true; };

  function jump(entry) {
    const claim = entry[2] === null ? null : W.data.claims[entry[2]];
    if (!claim || claim.report === null) return;
    const details = host.querySelector(`details[data-report="${claim.report}"]`);
    if (!details) return;
    hideTip();
    details.open = true; fillReport(details);
    const sentence = claim.passages.findIndex((passage) => passage[0] === "sentence");
    const wanted = entry[2] + "-" + (entry[4].length ? entry[4][0] : Math.max(0, sentence));
    const mark = [...details.querySelectorAll("[data-keys]")].find((node) => node.dataset.keys.split(" ").includes(wanted));
    const target = mark || details;
    target.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    target.classList.remove("flash"); void target.offsetWidth; target.classList.add("flash");
    details.querySelector("summary").focus({ preventScroll: true });
  }

  // Days are read as "3 Feb 2020", not as 2020-02-03.
  const readable = (text, row) => ["when", "deadline"].includes(row.field) ? text.replace(/\d{4}-\d\d-\d\d/g, W.dayWords) : text;

  function cellEntry(entry, row) {
    return W.el("button", { type: "button", class: "said" + (entry[5] ? " guess" : ""), "aria-describedby": "tip",
      onmouseenter: (event) => showTip(event.currentTarget, entry), onmouseleave: hideTip,
      onfocus: (event) => showTip(event.currentTarget, entry), onblur: hideTip, onclick: () => jump(entry) },
    W.bdi(readable(entry[1], row)), entry[3] ? W.el("span", { class: "on" }, W.shortDay(entry[3])) : null);
  }

  function matrix(incident) {
    const { voices, rows } = incident.matrix;
    const head = W.el("tr", {}, W.el("td", { class: "corner" }), voices.map((voice) => W.el("th", { scope: "col" },
      voice.chain.length ? W.el("span", { class: "chain" }, voice.chain.map((name, at) => [at ? W.el("span", { class: "from", title: "has it from" }, " ← ") : "", W.bdi(name)]), voice.unnamed ? W.el("span", { class: "unnamed" }, " unnamed") : null)
        : W.el("span", { class: "chain own" }, W.bdi(voice.outlet || "the report itself")),
      W.el("span", { class: "outlet" }, voice.chain.length ? (voice.outlet ? ["in ", W.bdi(voice.outlet)] : "outlet not known") : "in its own voice"))));
    const body = rows.map((row) => {
      const cells = voices.map((_voice, column) => W.el("td", {}, row.entries.filter((entry) => entry[0] === column).map((entry) => cellEntry(entry, row))));
      cells.forEach((cell) => { if (!cell.firstChild) cell.append(W.el("span", { class: "silent", title: "says nothing of it" }, "–", W.el("span", { class: "unseen" }, "says nothing of it"))); });
      return W.el("tr", { class: row.agreement === "contradict" ? "rival" : null }, W.el("th", { scope: "row" }, row.label, row.summary ? W.el("b", { class: "summary" }, row.summary) : null, W.agreementMark(row.agreement)), cells);
    });
    return W.el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Who says what" },
      W.el("table", { class: "matrix" }, W.el("caption", { class: "unseen" }, "Who says what: a column for each voice, a row for each question"), W.el("thead", {}, head), W.el("tbody", {}, body)));
  }

  function ranges(incident) {
    const seen = new Set();
    const bars = incident.matrix.figures.filter((bar) => { const key = bar.slice(0, 3).join("|"); return !seen.has(key) && seen.add(key); });
    if (bars.length < 2) return null;
    const top = Math.max(1, ...bars.map((bar) => Math.max(bar[1] || 0, bar[2] === null ? (bar[1] || 0) * 1.35 : bar[2])));
    const LEFT = 190, WIDE = 600, STEP = 24, x = (n) => LEFT + n / top * (WIDE - LEFT - 130);
    const lines = bars.slice(0, 24).map((bar, at) => {
      const y = at * STEP + 14, [who, low, high, published] = bar, a = low ?? 0, open = high === null;
      const b = open ? Math.max(a * 1.35, a + top * 0.06) : high;
      const name = who.length > 30 ? who.slice(0, 29) + "…" : who;
      return W.svg("g", {}, W.svg("title", {}, who), W.svg("text", { class: "who", x: LEFT - 12, y: y + 4, "text-anchor": "end" }, name),
        a === b ? W.svg("circle", { class: "dot", cx: x(a), cy: y, r: 5 }) : W.svg("line", { class: "range" + (open ? " open" : ""), x1: x(a), x2: x(b), y1: y, y2: y }),
        a === b ? null : W.svg("circle", { class: "dot", cx: x(a), cy: y, r: 4 }), !open && a !== b ? W.svg("circle", { class: "dot", cx: x(b), cy: y, r: 4 }) : null,
        W.svg("text", { class: "value", x: x(b) + 10, y: y + 4 }, (open ? a.toLocaleString("en") + " or more" : a === b ? a.toLocaleString("en") : a.toLocaleString("en") + " to " + b.toLocaleString("en")),
          published ? W.svg("tspan", { class: "on", dx: 9 }, W.shortDay(published)) : null));
    });
    return W.el("section", { class: "block" }, W.el("h3", {}, "Killed: who says how many"),
      W.svg("svg", { class: "ranges", viewBox: `0 0 ${WIDE} ${lines.length * STEP + 6}`, role: "img", "aria-label": "The figures of each voice; the matrix holds the same" },
        W.svg("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: lines.length * STEP + 4 }), lines));
  }

  function fillReport(details) {
    if (details.dataset.filled) return;
    details.dataset.filled = "yes";
    const index = +details.dataset.report, report = W.data.reports[index], incident = W.data.incidents[W.byIncident.get(shown)];
    const claims = incident.claims.filter((claim) => W.data.claims[claim].report === index);
    details.append(report.text === null
      ? W.el("div", { class: "text" }, claims.map((claim) => { const s = W.sentence(W.data.claims[claim]); return s && W.el("blockquote", { dir: "auto" }, W.quote(W.data.claims[claim], s)); }))
      : W.marked(index, claims));
    const link = W.reportLink(report);
    if (link) details.append(link);
  }

  function reports(incident) {
    const numbers = [...new Set(incident.claims.map((claim) => W.data.claims[claim].report).filter((report) => report !== null))];
    const missing = incident.claims.filter((claim) => W.data.claims[claim].report === null).length;
    const key = W.el("p", { class: "key" }, "Marked: ", Object.entries(W.KIND_NAMES).filter(([kind]) => kind !== "other").map(([kind, name]) => [W.el("mark", { class: "field " + kind }, name), " "]));
    const items = numbers.map((number, at) => {
      const details = W.el("details", { class: "report", "data-report": number }, W.el("summary", {}, W.reportHead(W.data.reports[number])));
      details.addEventListener("toggle", () => { if (details.open) fillReport(details); });
      if (at === 0) { details.open = true; fillReport(details); }
      return details;
    });
    return W.el("section", { class: "block" }, W.el("h3", {}, numbers.length === 1 ? "The report" : "The " + numbers.length + " reports"), numbers.length ? key : null, items,
      missing ? W.el("p", { class: "quiet" }, W.plural(missing, "claim") + " of reports that this file does not hold.") : null,
      incident.missing ? W.el("p", { class: "quiet" }, W.plural(incident.missing, "claim") + " that this file does not hold.") : null);
  }

  function copyLink(incident, button) {
    const link = location.href.split("#")[0] + W.address(incident.id);
    const told = (text) => { button.textContent = text; W.say(text); setTimeout(() => { button.textContent = "Copy link"; }, 1500); };
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(() => told("Copied"), () => told("Not allowed; the address bar has it"));
    else told("The address bar has it");
  }

  function head(incident) {
    const at = W.shown.indexOf(W.byIncident.get(incident.id));
    const copy = W.el("button", { type: "button", class: "plain", onclick: () => copyLink(incident, copy) }, "Copy link");
    const place = incident.place;
    return [W.el("nav", { class: "bar", "aria-label": "Incident" },
      W.el("button", { type: "button", onclick: () => W.update({ incident: null }) }, "‹ All incidents"),
      W.el("span", { class: "grow" }), copy,
      W.el("button", { type: "button", "aria-label": "Previous incident", disabled: at <= 0, onclick: () => W.go(-1) }, "‹"),
      W.el("span", { class: "at" }, at < 0 ? "filtered out" : (at + 1).toLocaleString("en") + " of " + W.shown.length.toLocaleString("en")),
      W.el("button", { type: "button", "aria-label": "Next incident", disabled: at < 0 || at === W.shown.length - 1, onclick: () => W.go(1) }, "›")),
    W.el("p", { class: "day" }, incident.start ? W.spanWords(incident.start, incident.end) : incident.when ? W.bdi(incident.when) : "no day told"),
    W.el("h2", {}, incident.act, place ? [W.el("span", { class: "sep" }, " · "), W.bdi(place.label)] : ""),
    place ? W.el("p", { class: "quiet" }, [...new Set([place.admin1, place.country])].filter((part) => part && part !== place.name).map((part, n) => [n ? ", " : "", W.bdi(part)]),
      place.lon === null ? " · no place on the map" : place.area ? " · drawn as an area of about " + Math.round(place.radius) + " km around its middle" : place.radius ? " · within " + place.radius + " km" : "",
      place.inferred ? [" · inferred: ", W.bdi(place.inferred)] : "") : W.el("p", { class: "quiet" }, "No place is told."),
    W.el("section", { class: "verdict" }, W.gradeMark(incident.grade), W.el("p", { dir: "auto" }, incident.why || "No reason was recorded."),
      W.el("p", { class: "sums" }, [W.plural(incident.claims.length + incident.missing, "claim"), W.plural(incident.origins, "independent origin"), W.plural(incident.reports, "report"), W.plural(incident.outlets, "outlet"), W.plural(incident.heard, "speaker")].join(" · ")))];
  }

  function draw() {
    const id = W.state.incident;
    document.body.classList.toggle("has-incident", Boolean(id));
    host.hidden = !id;
    hideTip();
    if (!id) { shown = null; return; }
    const incident = W.data.incidents[W.byIncident.get(id)];
    const again = shown === id;
    shown = id;
    if (again) return;
    W.clear(host, head(incident), W.el("section", { class: "block" }, W.el("h3", {}, "Who says what"), matrix(incident)), ranges(incident), reports(incident),
      W.el("p", { class: "quiet id" }, incident.id, " · revision ", incident.revision, " · ", incident.code));
    host.scrollTop = 0;
    host.focus({ preventScroll: true });
    document.title = incident.act + (incident.place ? ", " + incident.place.name : "") + " · " + W.title;
    W.say(W.named(incident));
  }
  W.listeners.push((what) => { if (what.filters && shown) { shown = null; } draw(); if (!W.state.incident) document.title = W.title; });
  addEventListener("beforeprint", () => { for (const details of host.querySelectorAll("details")) { details.open = true; fillReport(details); } });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
  addEventListener("scroll", hideTip, true);
})(Warledger);

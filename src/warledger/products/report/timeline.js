"use strict";
// The timeline: claims by the day that their incident began, with a brush that chooses days for the list and the map.
(function (W) {
  const host = W.byId("timeline");
  const GRADES = ["confirmed", "fair", "weak", "contested"];
  const dated = W.data.incidents.filter((incident) => incident.from !== null);
  if (!dated.length) { host.hidden = true; W.startTimeline = () => {}; return; }
  const first = Math.min(...dated.map((i) => i.from)), last = Math.max(...dated.map((i) => i.to));
  const HIGH = 64, FOOT = 18, SIDE = 8;
  let width = 0, bin = 1, drag = null;

  const chart = W.svg("svg", { class: "chart", tabindex: 0, role: "slider", "aria-label": "Days shown. Left and right go by one day, with Shift they widen, Escape shows all days.", "aria-valuemin": first, "aria-valuemax": last });
  const from = W.el("input", { type: "date", "aria-label": "First day", min: W.isoOf(first), max: W.isoOf(last), onchange: typed });
  const to = W.el("input", { type: "date", "aria-label": "Last day", min: W.isoOf(first), max: W.isoOf(last), onchange: typed });
  const what = W.el("span", { class: "what" });
  host.append(W.el("div", { class: "days" },
    W.el("button", { type: "button", "aria-label": "One day back", onclick: () => step(-1) }, "‹"),
    W.el("button", { type: "button", "aria-label": "One day on", onclick: () => step(1) }, "›"),
    from, W.el("span", {}, "to"), to,
    W.el("button", { type: "button", class: "all", onclick: () => choose(null, null) }, "All days"), what), chart);

  const binOf = (day) => Math.floor((day - first) / bin);
  const bins = () => binOf(last) + 1;
  const xOf = (day) => SIDE + (day - first) / (bins() * bin) * (width - 2 * SIDE);
  const dayAt = (x) => Math.max(first, Math.min(last, first + Math.floor((x - SIDE) / (width - 2 * SIDE) * bins() * bin)));

  function choose(a, b) {
    if (a === null) { W.update({ from: null, to: null }); return; }
    const low = Math.max(first, Math.min(a, b)), high = Math.min(last, Math.max(a, b));
    W.update({ from: Math.min(low, last), to: Math.max(high, first) });
  }
  function typed() {
    const a = W.dayOf(from.value), b = W.dayOf(to.value);
    if (a !== null || b !== null) choose(a ?? first, b ?? last);
  }
  function step(by) {
    const { from: a, to: b } = W.state;
    if (a === null) { const day = by > 0 ? first : last; choose(day, day); return; }
    if (a + by >= first && b + by <= last) choose(a + by, b + by);
  }

  function total(indices) {
    const sums = GRADES.map(() => new Float64Array(bins()));
    for (const index of indices) {
      const incident = W.data.incidents[index];
      if (incident.from !== null) sums[Math.max(0, GRADES.indexOf(incident.grade))][binOf(incident.from)] += incident.claims.length || 1;
    }
    return sums;
  }

  function ticks() {
    const found = [], room = Math.max(1, Math.floor((width - 2 * SIDE) / 74));
    const every = [1, 2, 7, 14, 30.44, 91.31, 182.6, 365.25, 730.5, 1826].find((n) => (last - first + 1) / n <= room) || 3652;
    for (let at = first; at <= last; at += every) {
      const iso = W.isoOf(Math.round(at));
      const text = every > 300 ? iso.slice(0, 4) : every > 29 ? W.shortDay(iso).split(" ")[1] + " " + iso.slice(0, 4) : W.shortDay(iso);
      found.push(W.svg("line", { class: "tick", x1: xOf(Math.round(at)), x2: xOf(Math.round(at)), y1: HIGH, y2: HIGH + 4 }),
        W.svg("text", { class: "tick", x: xOf(Math.round(at)) + 3, y: HIGH + 14 }, text));
    }
    return found;
  }

  function draw() {
    if (!width) return;
    const days = last - first + 1;
    bin = Math.max(1, Math.ceil(days / Math.max(20, (width - 2 * SIDE) / 5)));
    const every = total(W.data.incidents.map((_incident, index) => index)), shown = total(W.anyDay);
    const sum = (sums, at) => sums.reduce((n, grade) => n + grade[at], 0);
    let top = 1;
    for (let at = 0; at < bins(); at++) top = Math.max(top, sum(every, at));
    const step = (width - 2 * SIDE) / bins(), gap = step > 6 ? 1.5 : step > 3 ? 0.6 : 0;
    const bars = [];
    for (let at = 0; at < bins(); at++) {
      const x = SIDE + at * step, all = sum(every, at) / top * (HIGH - 6);
      if (!all) continue;
      bars.push(W.svg("rect", { class: "ghost", x, y: HIGH - all, width: step - gap, height: all }));
      let y = HIGH;
      GRADES.forEach((grade, g) => {
        const high = shown[g][at] / top * (HIGH - 6);
        if (high) bars.push(W.svg("rect", { class: "bar " + grade, x, y: y -= high, width: step - gap, height: high }));
      });
    }
    const brush = W.state.from === null ? [] : [
      W.svg("rect", { class: "brush", x: xOf(W.state.from), y: 0, width: Math.max(2, xOf(W.state.to + 1) - xOf(W.state.from)), height: HIGH }),
      ...[xOf(W.state.from), xOf(W.state.to + 1)].map((x) => W.svg("line", { class: "edge", x1: x, x2: x, y1: 0, y2: HIGH }))];
    W.clear(chart, W.svg("line", { class: "axis", x1: SIDE, x2: width - SIDE, y1: HIGH + 0.5, y2: HIGH + 0.5 }), bars, ticks(), brush,
      W.svg("text", { class: "top", x: SIDE, y: 9 }, "max. " + W.plural(top, "claim") + (bin === 1 ? " a day" : " in " + bin + " days")));
    chart.setAttribute("viewBox", `0 0 ${width} ${HIGH + FOOT}`);
    const a = W.state.from ?? first, b = W.state.to ?? last;
    chart.setAttribute("aria-valuenow", a);
    chart.setAttribute("aria-valuetext", W.state.from === null ? "all days" : W.spanWords(W.isoOf(a), W.isoOf(b)));
    from.value = W.isoOf(a); to.value = W.isoOf(b);
    what.textContent = W.state.from === null ? "Claims by day; drag to choose days" : W.plural(b - a + 1, "day") + " chosen";
    host.classList.toggle("chosen", W.state.from !== null);
  }

  chart.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const x = event.offsetX * width / chart.getBoundingClientRect().width;
    const { from: a, to: b } = W.state;
    const near = (edge) => Math.abs(x - edge) < 7;
    if (a !== null && near(xOf(a))) drag = { anchor: b };
    else if (a !== null && near(xOf(b + 1))) drag = { anchor: a };
    else drag = { anchor: dayAt(x) };
    drag.start = x; drag.moved = false;
    chart.setPointerCapture(event.pointerId);
    event.preventDefault(); chart.focus();
  });
  chart.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const x = event.offsetX * width / chart.getBoundingClientRect().width;
    if (Math.abs(x - drag.start) > 3) drag.moved = true;
    if (drag.moved) choose(drag.anchor, dayAt(x));
  });
  chart.addEventListener("pointerup", () => {
    if (drag && !drag.moved) choose(drag.anchor, drag.anchor + bin - 1);
    drag = null;
  });
  chart.addEventListener("pointercancel", () => { drag = null; });
  chart.addEventListener("keydown", (event) => {
    const { from: a, to: b } = W.state;
    const keys = {
      ArrowLeft: () => (event.shiftKey && a !== null ? choose(a - 1, b) : step(-1)),
      ArrowRight: () => (event.shiftKey && a !== null ? choose(a, b + 1) : step(1)),
      Home: () => choose(first, first), End: () => choose(last, last),
    };
    if (event.key === "Escape" && a !== null) choose(null, null);
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault(); event.stopPropagation();
  });
  W.listeners.push((change) => { if (change.filters) draw(); });
  W.startTimeline = () => new ResizeObserver(W.soon(() => { width = Math.floor(chart.clientWidth); draw(); })).observe(host);
})(Warledger);

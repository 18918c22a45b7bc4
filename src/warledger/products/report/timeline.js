"use strict";
// The timeline: claims by the day that their incident began, with a brush that chooses days for the list and the map.
(function (W) {
  const host = W.byId("timeline");
  const GRADES = ["confirmed", "fair", "weak", "contested"];
  const dated = W.data.incidents.filter((incident) => incident.from !== null);
  if (!dated.length) { host.hidden = true; W.startTimeline = () => {}; return; }
  // A few incidents far from the others in time ("since 2012") must not flatten the rest: the axis then shows the main
  // period, and a button the whole one.
  const whole = [Math.min(...dated.map((i) => i.from)), Math.max(...dated.map((i) => i.to))];
  const days = dated.map((i) => i.from).sort((a, b) => a - b);
  const near = [days[Math.floor(days.length * 0.04)], days[Math.ceil(days.length * 0.97) - 1]];
  const pad = Math.max(3, Math.round((near[1] - near[0]) * 0.1));
  const main = [Math.max(whole[0], near[0] - pad), Math.min(whole[1], near[1] + pad)];
  const narrow = days.length > 4 && (whole[1] - whole[0]) > 2 * (main[1] - main[0] + 1);
  let [first, last] = narrow ? main : whole;
  const HIGH = 64, FOOT = 18, SIDE = 8;
  let width = 0, bin = 1, drag = null;

  const chart = W.svg("svg", { class: "chart", tabindex: 0, role: "slider", "aria-label": "Days shown. Left and right go by one day, with Shift they widen, Escape shows all days.", "aria-valuemin": whole[0], "aria-valuemax": whole[1] });
  const from = W.el("input", { type: "date", "aria-label": "First day", min: W.isoOf(whole[0]), max: W.isoOf(whole[1]), onchange: typed });
  const to = W.el("input", { type: "date", "aria-label": "Last day", min: W.isoOf(whole[0]), max: W.isoOf(whole[1]), onchange: typed });
  const what = W.el("span", { class: "what" });
  const period = narrow && W.el("button", { type: "button", class: "plain", onclick: () => {
    [first, last] = first === whole[0] && last === whole[1] ? main : whole;
    draw();
  } });
  host.append(W.el("div", { class: "days" },
    W.el("button", { type: "button", "aria-label": "One day back", onclick: () => step(-1) }, "‹"),
    W.el("button", { type: "button", "aria-label": "One day on", onclick: () => step(1) }, "›"),
    from, W.el("span", {}, "to"), to,
    W.el("button", { type: "button", class: "all", onclick: () => choose(null, null) }, "All days"), period, what), chart);

  host.classList.toggle("narrow", narrow);
  const binOf = (day) => Math.floor((day - first) / bin);
  const bins = () => binOf(last) + 1;
  const xOf = (day) => SIDE + (day - first) / (bins() * bin) * (width - 2 * SIDE);
  const dayAt = (x) => Math.max(first, Math.min(last, first + Math.floor((x - SIDE) / (width - 2 * SIDE) * bins() * bin)));

  function choose(a, b) {
    if (a === null) { W.update({ from: null, to: null }); return; }
    const low = Math.max(whole[0], Math.min(a, b)), high = Math.min(whole[1], Math.max(a, b));
    W.update({ from: Math.min(low, whole[1]), to: Math.max(high, whole[0]) });
  }
  function typed() {
    const a = W.dayOf(from.value), b = W.dayOf(to.value);
    if (a !== null || b !== null) choose(a ?? first, b ?? last);
  }
  function step(by) {
    const { from: a, to: b } = W.state;
    if (a === null) { const day = by > 0 ? first : last; choose(day, day); return; }
    if (a + by >= whole[0] && b + by <= whole[1]) choose(a + by, b + by);
  }

  function total(indices) {
    const sums = GRADES.map(() => new Float64Array(bins()));
    for (const index of indices) {
      const incident = W.data.incidents[index];
      if (incident.from !== null && incident.from >= first && incident.from <= last) sums[Math.max(0, GRADES.indexOf(incident.grade))][binOf(incident.from)] += incident.claims.length || 1;
    }
    return sums;
  }

  // Days with a mark under the axis: every so many days, or the first of months, as there is room.
  function marked() {
    const room = Math.max(1, Math.floor((width - 2 * SIDE) / 74)), length = last - first + 1;
    const step = [1, 2, 7, 14].find((n) => length / n <= room);
    if (step) return [step, Array.from({ length: Math.ceil(length / step) }, (_none, at) => first + at * step)];
    const months = [1, 3, 6, 12, 24, 60, 120].find((n) => length / 30.44 / n <= room) || 240;
    const [year, month] = W.isoOf(first).split("-").map(Number), found = [];
    for (let at = Math.ceil((year * 12 + month - 1) / months) * months; ; at += months) {
      const day = Math.round(Date.UTC(Math.floor(at / 12), at % 12, 1) / 86400000);
      if (day > last) return [months * 30, found];
      if (day >= first) found.push(day);
    }
  }
  function ticks() {
    const [every, found] = marked();
    const text = (iso) => every >= 360 ? iso.slice(0, 4) : every > 20 ? W.shortDay(iso).split(" ")[1] + " " + iso.slice(0, 4) : W.shortDay(iso);
    return found.map((day) => [W.svg("line", { class: "tick", x1: xOf(day), x2: xOf(day), y1: HIGH, y2: HIGH + 4 }),
      xOf(day) > width - 44 ? null : W.svg("text", { class: "tick", x: xOf(day) + 3, y: HIGH + 14 }, text(W.isoOf(day)))]);
  }

  function draw() {
    if (!width) return;
    bin = Math.max(1, Math.ceil((last - first + 1) / Math.max(20, (width - 2 * SIDE) / 5)));
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
    const left = Math.max(SIDE, xOf(W.state.from)), right = Math.min(width - SIDE, xOf(W.state.to + 1));
    const brush = W.state.from === null || right < left ? [] : [
      W.svg("rect", { class: "brush", x: left, y: 0, width: Math.max(2, right - left), height: HIGH }),
      ...[left, right].map((x) => W.svg("line", { class: "edge", x1: x, x2: x, y1: 0, y2: HIGH }))];
    W.clear(chart, W.svg("line", { class: "axis", x1: SIDE, x2: width - SIDE, y1: HIGH + 0.5, y2: HIGH + 0.5 }), bars, ticks(), brush,
      W.svg("text", { class: "top", x: SIDE, y: 9 }, "max. " + W.plural(top, "claim") + (bin === 1 ? " a day" : " in " + bin + " days")));
    chart.setAttribute("viewBox", `0 0 ${width} ${HIGH + FOOT}`);
    const a = W.state.from ?? first, b = W.state.to ?? last;
    chart.setAttribute("aria-valuenow", a);
    chart.setAttribute("aria-valuetext", W.state.from === null ? "all days" : W.spanWords(W.isoOf(a), W.isoOf(b)));
    if (period) {
      const out = dated.filter((i) => i.from < first || i.from > last).length;
      period.textContent = out ? W.plural(out, "incident") + " outside these days; show" : "Main period only";
    }
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

"use strict";
// The map: borders from the base map in this file, marks above them; moved by mouse, touch and keys.
(function (W) {
  const canvas = W.byId("canvas");
  const view = { x: 0, y: 0, k: 2, w: 0, h: 0 };
  const LEAST = 1.2, MOST = 2600; // pixels to a degree: the whole world, and about 40 metres to a pixel
  let areas = [], bundles = [], spots = [], placed = false;

  function linePath(lines, unit, close) {
    let path = "";
    for (const line of lines) {
      let x = 0, y = 0;
      for (let i = 0; i < line.length; i += 2) {
        x += line[i]; y += line[i + 1];
        const [px, py] = W.project(x * unit, y * unit);
        path += (i ? "L" : "M") + px.toFixed(3) + " " + py.toFixed(3);
      }
      if (close) path += "Z";
    }
    return path;
  }

  const base = W.svg("g", { class: "base", "aria-hidden": "true" });
  const names = W.svg("g", { class: "countries", "aria-hidden": "true" });
  const marks = W.svg("g", { class: "marks" });
  const texts = W.svg("g", { class: "texts", "aria-hidden": "true" });

  function drawBase() {
    const { box, fine, coarse } = W.data.base;
    const level = (data) => [
      W.svg("path", { class: "land", d: linePath(data.land, data.unit, true) }),
      W.svg("path", { class: "border", d: linePath(data.borders, data.unit) }),
      W.svg("path", { class: "border contested", d: linePath(data.contested, data.unit) }),
    ];
    base.append(...level(coarse));
    if (fine) {
      const [west, north] = W.project(box[0], box[3]), [east, south] = W.project(box[2], box[1]);
      const inset = 2 * fine.unit; // the coarse land shows through the seam, so that none is seen
      base.append(W.svg("rect", { class: "sea", x: west + inset, y: north + inset, width: east - west - 2 * inset, height: south - north - 2 * inset }), ...level(fine));
    }
    const hatch = W.svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      W.svg("rect", { width: 2.2, height: 5, class: "hatch-line" }));
    canvas.append(W.svg("defs", {}, hatch), base, names, marks, texts);
  }

  const toScreen = (x, y) => [(x - view.x) * view.k + view.w / 2, (y - view.y) * view.k + view.h / 2];

  function draw() {
    if (!view.w) return;
    base.setAttribute("transform", `translate(${view.w / 2 - view.x * view.k} ${view.h / 2 - view.y * view.k}) scale(${view.k})`);
    W.clear(names, W.data.base.labels.filter((label) => label[3] * view.k > 90 && label[3] * view.k < 9000).map(([name, lon, lat]) => {
      const [x, y] = toScreen(...W.project(lon, lat));
      return x > -50 && y > 0 && x < view.w + 50 && y < view.h && W.svg("text", { x: x.toFixed(1), y: y.toFixed(1) }, name);
    }));
    areas = W.areas(W.shown); bundles = W.bundles(W.shown, view.k);
    const held = document.activeElement && marks.contains(document.activeElement) ? spots.findIndex((s) => s.node === document.activeElement) : -1;
    spots = [];
    const put = (thing, node) => {
      const [x, y] = toScreen(thing.x, thing.y);
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      node.addEventListener("click", () => { if (!moved) open(thing); });
      spots.push({ thing, node });
      return node;
    };
    const inSight = (thing) => { const [x, y] = toScreen(thing.x, thing.y); return x > -60 && y > -60 && x < view.w + 60 && y < view.h + 60; };
    const isOpen = (thing) => thing.members.length === 1 && W.data.incidents[thing.members[0]].id === W.state.incident;
    const sorted = bundles.filter(inSight).sort((a, b) => isOpen(a) - isOpen(b));
    W.clear(marks, areas.map((area) => put(area, W.drawArea(area, view.k))), sorted.map((bundle) => put(bundle, W.drawMark(bundle, view.k))));
    W.clear(texts, W.placeLabels(bundles.filter(inSight), areas.filter(inSight), view.k, toScreen));
    if (held >= 0 && spots[held]) spots[held].node.focus();
    scale();
    note();
  }
  const drawSoon = W.soon(draw);

  function note() {
    const off = W.shown.filter((index) => { const place = W.data.incidents[index].place; return !place || place.lon === null; }).length;
    W.byId("map-note").textContent = off ? W.plural(off, "incident") + (off === 1 ? " has" : " have") + " no place on the map" : "";
  }

  function scale() {
    const lat = W.unproject(view.y);
    const perPixel = 111.32 * Math.cos(lat * Math.PI / 180) / view.k;
    const km = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter((n) => n / perPixel <= 110).pop() || 0.2;
    const bar = W.byId("scale");
    bar.textContent = km + " km";
    bar.style.width = (km / perPixel).toFixed(0) + "px";
  }

  function open(thing) {
    if (thing.members.length === 1) { W.update({ incident: W.data.incidents[thing.members[0]].id }); return; }
    const xs = thing.members.map((index) => W.data.incidents[index].place.lon);
    const ys = thing.members.map((index) => W.data.incidents[index].place.lat);
    const spread = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    if (thing.place || spread * MOST < 40 || view.k > MOST / 2) {
      W.update({ incident: null, spot: [thing.lon, thing.lat, Math.max(spread, 0.0005)] }, true);
      W.say(thing.members.length + " incidents at this spot are listed");
      return;
    }
    fit(thing.members, 90);
  }

  function clamp() {
    view.k = Math.max(LEAST, Math.min(MOST, view.k));
    view.x = Math.max(-180, Math.min(180, view.x));
    view.y = Math.max(-150, Math.min(110, view.y));
  }

  function zoom(factor, px, py) {
    const ax = (px ?? view.w / 2) - view.w / 2, ay = (py ?? view.h / 2) - view.h / 2;
    const x = view.x + ax / view.k, y = view.y + ay / view.k;
    view.k *= factor; clamp();
    view.x = x - ax / view.k; view.y = y - ay / view.k; clamp();
    drawSoon();
  }

  function fit(indices, least) {
    let west = Infinity, east = -Infinity, north = Infinity, south = -Infinity;
    for (const index of indices) {
      const place = W.data.incidents[index].place;
      if (!place || place.lon === null) continue;
      const [x, y] = W.project(place.lon, place.lat), r = place.area && place.precision !== "country" ? W.degrees(Math.min(place.radius, 80), place.lat) : 0;
      west = Math.min(west, x - r); east = Math.max(east, x + r); north = Math.min(north, y - r); south = Math.max(south, y + r);
    }
    if (west > east) { Object.assign(view, { x: 12, y: -42, k: Math.max(LEAST, view.w / 330) }); drawSoon(); return; }
    const room = Math.min(60, view.w / 8), legend = W.byId("legend");
    const left = legend.open && view.w > 640 ? legend.offsetWidth : 0; // the legend must not cover the marks
    if (!(view.w > 0)) return;
    view.k = Math.min((view.w - 2 * room - left) / Math.max(east - west, 0.01), (view.h - 2 * room) / Math.max(south - north, 0.01), least || 420);
    view.x = (west + east) / 2 - left / 2 / view.k; view.y = (north + south) / 2; clamp();
    drawSoon();
  }

  // Where most incidents are: without the tenth that lies farthest off, if that makes the map much larger.
  function core() {
    const placed = W.data.incidents.map((incident, index) => ({ index, place: incident.place })).filter(({ place }) => place && place.lon !== null)
      .map(({ index, place }) => { const [x, y] = W.project(place.lon, place.lat); return { index, x, y }; });
    if (placed.length < 5) return placed.map((point) => point.index);
    const middle = (axis) => placed.map((point) => point[axis]).sort((a, b) => a - b)[placed.length >> 1];
    const mx = middle("x"), my = middle("y"), far = (point) => Math.hypot(point.x - mx, point.y - my);
    placed.sort((a, b) => far(a) - far(b) || a.index - b.index);
    const near = placed.slice(0, Math.ceil(placed.length * 0.9));
    return (far(placed.at(-1)) > 2.5 * far(near.at(-1)) ? near : placed).map((point) => point.index);
  }

  function bringIn(id) {
    const place = W.data.incidents[W.byIncident.get(id)].place;
    if (!place || place.lon === null) return;
    const [x, y] = W.project(place.lon, place.lat), [sx, sy] = toScreen(x, y);
    if (view.k < 30) { view.k = 60; view.x = x; view.y = y; clamp(); }
    if (sx < 40 || sy < 40 || sx > view.w - 40 || sy > view.h - 40) { view.x = x; view.y = y; clamp(); }
    if (place.area) view.k = Math.min(view.k, 0.4 * Math.min(view.w, view.h) / W.degrees(place.radius, place.lat));
  }

  // Mouse and touch: one pointer moves the map, two pinch it.
  const held = new Map();
  let moved = false, from = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    held.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = false; from = [event.clientX, event.clientY];
  });
  addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const frame = canvas.getBoundingClientRect();
    const now = [event.clientX - frame.left, event.clientY - frame.top];
    if (!moved && Math.hypot(event.clientX - from[0], event.clientY - from[1]) < 4) return;
    moved = true;
    const other = [...held].find(([id]) => id !== event.pointerId);
    if (other) {
      const was = Math.hypot(before[0] - other[1][0], before[1] - other[1][1]), is = Math.hypot(now[0] - other[1][0], now[1] - other[1][1]);
      if (was > 0) zoom(is / was, (now[0] + other[1][0]) / 2, (now[1] + other[1][1]) / 2);
    } else {
      view.x -= (now[0] - before[0]) / view.k; view.y -= (now[1] - before[1]) / view.k; clamp(); drawSoon();
    }
    held.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => held.delete(event.pointerId));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoom(2, event.offsetX, event.offsetY));

  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60 / view.k;
    const at = spots.findIndex((spot) => spot.node === document.activeElement);
    const go = (to) => { if (spots.length) spots[(to + spots.length) % spots.length].node.focus(); };
    const keys = {
      ArrowLeft: () => { view.x -= step; }, ArrowRight: () => { view.x += step; }, ArrowUp: () => { view.y -= step; },
      ArrowDown: () => { view.y += step; }, "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: () => fit(W.shown),
      n: () => go(at + 1), p: () => go(at < 0 ? spots.length - 1 : at - 1), Enter: () => at >= 0 && open(spots[at].thing), " ": () => at >= 0 && open(spots[at].thing),
    };
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault(); event.stopPropagation();
    if (!["n", "p", "Enter", " "].includes(event.key)) { clamp(); drawSoon(); }
  });
  W.byId("zoom-in").addEventListener("click", () => zoom(1.6));
  W.byId("zoom-out").addEventListener("click", () => zoom(1 / 1.6));
  W.byId("zoom-all").addEventListener("click", () => fit(W.shown));

  function resize() {
    const frame = canvas.getBoundingClientRect();
    if (!frame.width || !frame.height) return;
    view.w = frame.width; view.h = frame.height;
    canvas.setAttribute("viewBox", `0 0 ${view.w} ${view.h}`);
    if (!placed) { placed = true; fit(core()); }
    if (W.state.incident) bringIn(W.state.incident);
    drawSoon();
  }

  W.listeners.push((what) => {
    if (what.opened && W.state.incident) {
      W.byId("legend").open = false;
      if (view.w) bringIn(W.state.incident);
    }
    drawSoon();
  });
  W.startMap = () => { drawBase(); new ResizeObserver(W.soon(resize)).observe(canvas); };
})(Warledger);

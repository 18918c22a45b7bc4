"use strict";
// What stands on the map: marks for incidents, areas for those that are known by a province, bundles where marks would overlap.
(function (W) {
  // Pixels: marks nearer than this are bundled; the bundles of many incidents are larger and need more room.
  const NEAR = 18, NEAR_IF_MANY = 37, MANY = 60;

  W.project = (lon, lat) => [lon, -180 / Math.PI * Math.log(Math.tan(Math.PI / 4 + Math.max(-85, Math.min(85, lat)) * Math.PI / 360))];
  W.unproject = (y) => (Math.atan(Math.exp(-y * Math.PI / 180)) - Math.PI / 4) * 360 / Math.PI;
  // Kilometres to degrees of the projection at a latitude (Mercator stretches both ways by 1/cos).
  W.degrees = (km, lat) => km / 111.32 / Math.cos(lat * Math.PI / 180);

  W.markRadius = (incident) => {
    const best = incident.killed && incident.killed.best;
    return best ? Math.min(24, 5 + 2.1 * Math.sqrt(best)) : 4.5;
  };

  // Bundles of the shown points at a scale of k pixels to a degree; those with most dead are placed first.
  W.bundles = (indices, k) => {
    const grid = new Map(), found = [];
    const order = indices.filter((index) => {
      const place = W.data.incidents[index].place;
      return place && place.lon !== null && !place.area;
    }).sort((a, b) => W.markRadius(W.data.incidents[b]) - W.markRadius(W.data.incidents[a]) || a - b);
    const cell = (order.length > MANY ? NEAR_IF_MANY : NEAR) / k;
    for (const index of order) {
      const place = W.data.incidents[index].place;
      const [x, y] = W.project(place.lon, place.lat);
      const gx = Math.floor(x / cell), gy = Math.floor(y / cell);
      let home = null;
      if (W.data.incidents[index].id === W.state.incident) { // the opened one always stands by itself
        found.push({ x, y, lon: place.lon, lat: place.lat, members: [index] });
        continue;
      }
      for (let dx = -1; dx <= 1 && !home; dx++) {
        for (let dy = -1; dy <= 1 && !home; dy++) {
          home = (grid.get((gx + dx) + " " + (gy + dy)) || []).find((b) => Math.hypot(b.x - x, b.y - y) < cell) || null;
        }
      }
      if (home) { home.members.push(index); continue; }
      const bundle = { x, y, lon: place.lon, lat: place.lat, members: [index] };
      const key = gx + " " + gy;
      if (!grid.has(key)) grid.set(key, []);
      grid.get(key).push(bundle);
      found.push(bundle);
    }
    return found;
  };

  // Areas of the shown incidents: one for each middle and size.
  W.areas = (indices) => {
    const found = new Map();
    for (const index of indices) {
      const place = W.data.incidents[index].place;
      if (!place || place.lon === null || !place.area) continue;
      const key = [place.lon, place.lat, place.radius].join(" ");
      if (!found.has(key)) {
        const [x, y] = W.project(place.lon, place.lat);
        found.set(key, { x, y, lon: place.lon, lat: place.lat, place, members: [] });
      }
      found.get(key).members.push(index);
    }
    return [...found.values()].sort((a, b) => b.place.radius - a.place.radius);
  };

  const named = (incident) => incident.act + (incident.place ? ", " + incident.place.label : "")
    + (incident.start ? ", " + W.spanWords(incident.start, incident.end) : "")
    + (incident.killed && incident.killed.words ? ", killed: " + incident.killed.words : "") + ", " + incident.grade;
  W.named = named;

  W.drawMark = (bundle, k) => {
    if (bundle.members.length > 1) {
      const r = Math.min(22, 8.5 + 1.6 * Math.sqrt(bundle.members.length));
      const some = bundle.members.some((index) => W.data.incidents[index].rival);
      return W.svg("g", { class: "mark bundle", role: "button", tabindex: -1,
        "aria-label": bundle.members.length + " incidents here; opens them" },
      some ? W.svg("circle", { r: r + 3, class: "bundle-rival" }) : null,
      W.svg("circle", { r, class: "body" }), W.svg("text", { dy: "0.35em" }, bundle.members.length));
    }
    const incident = W.data.incidents[bundle.members[0]];
    const r = W.markRadius(incident);
    const ring = incident.place.radius ? W.degrees(incident.place.radius, incident.place.lat) * k : 0;
    const kind = (incident.rival ? " rival" : "") + (incident.single ? " single" : "")
      + (incident.id === W.state.incident ? " open" : "");
    return W.svg("g", { class: "mark" + kind, role: "button", tabindex: -1, "aria-label": named(incident), "data-id": incident.id },
      ring > r + 2 ? W.svg("circle", { r: ring.toFixed(1), class: "precision" }) : null,
      incident.id === W.state.incident ? W.svg("circle", { r: r + 5, class: "halo" }) : null,
      W.svg("circle", { r: Math.max(r, 11), class: "reach" }), W.svg("circle", { r, class: "body" }),
      incident.rival ? W.svg("circle", { r, class: "hatched" }) : null);
  };

  W.drawArea = (area, k) => {
    const incidents = area.members.map((index) => W.data.incidents[index]);
    const r = W.degrees(area.place.radius, area.lat) * k;
    const kind = (incidents.some((i) => i.rival) ? " rival" : "") + (incidents.every((i) => i.single) ? " single" : "") + (r > 150 ? " wide" : "")
      + (incidents.some((i) => i.id === W.state.incident) ? " open" : "");
    const name = area.place.label + (area.members.length > 1 ? ": " + area.members.length + " incidents" : ": " + named(incidents[0]));
    return W.svg("g", { class: "mark area" + kind, role: "button", tabindex: -1,
      "aria-label": "Area: " + (incidents.length > 1 ? incidents.length + " incidents, " + area.place.label : named(incidents[0])) },
    W.svg("title", {}, name), W.svg("circle", { r: r.toFixed(1), class: "body" }));
  };

  // Names of places beside the marks: the most told first, none over another.
  W.placeLabels = (bundles, areas, k, toScreen) => {
    const taken = bundles.map((b) => { const [x, y] = toScreen(b.x, b.y); return [x - 9, y - 9, x + 9, y + 9]; });
    const seen = new Set(), out = [];
    const hits = (box) => taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
    for (const area of areas) {
      const [x, y] = toScreen(area.x, area.y), r = W.degrees(area.place.radius, area.lat) * k;
      const name = area.place.label + (area.members.length > 1 ? " · " + area.members.length : ""), half = name.length * 3.3 + 2;
      const at = [y - r - 6, y + r + 15].find((base) => !hits([x - half, base - 11, x + half, base + 4]));
      if (at === undefined || r < 14) continue;
      taken.push([x - half, at - 11, x + half, at + 4]);
      out.push(W.svg("text", { class: "area-name", x: x.toFixed(1), y: at.toFixed(1) }, name));
    }
    for (const bundle of [...bundles].sort((a, b) => b.members.length - a.members.length)) {
      const tally = new Map();
      for (const index of bundle.members) {
        const place = W.data.incidents[index].place;
        if (place.name === place.spot) tally.set(place.name, (tally.get(place.name) || 0) + 1);
      }
      const name = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map((pair) => pair[0])[0];
      if (!name || seen.has(name)) continue;
      const [x, y] = toScreen(bundle.x, bundle.y);
      const r = bundle.members.length > 1 ? Math.min(22, 8.5 + 1.6 * Math.sqrt(bundle.members.length)) : W.markRadius(W.data.incidents[bundle.members[0]]);
      const wide = name.length * 6.4 + 4;
      for (const [anchor, dx] of [["start", r + 5], ["end", -r - 5]]) {
        const box = anchor === "start" ? [x + dx, y - 8, x + dx + wide, y + 8] : [x + dx - wide, y - 8, x + dx, y + 8];
        if (hits(box)) continue;
        taken.push(box); seen.add(name);
        out.push(W.svg("text", { class: "place-name", x: (x + dx).toFixed(1), y: (y + 4).toFixed(1), "text-anchor": anchor }, name));
        break;
      }
    }
    return out;
  };
})(Warledger);

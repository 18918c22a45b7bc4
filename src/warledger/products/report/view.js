"use strict";
// The state of the view, kept in the address behind #, and the incidents that it lets through.
(function (W) {
  const FACETS = ["type", "grade", "speaker", "outlet", "place"];
  const empty = () => ({
    q: "", from: null, to: null, spot: null, incident: null, tab: "incidents", sort: "told", page: 0,
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
  });
  // Incidents come by day; the orders of the list are stable over that.
  const of = (index) => W.data.incidents[index];
  const dead = (index) => (of(index).killed && of(index).killed.best) || 0;
  const ORDERS = {
    told: (a, b) => of(b).origins - of(a).origins || of(b).claims.length - of(a).claims.length || a - b,
    day: (a, b) => a - b,
    newest: (a, b) => (of(b).from ?? -Infinity) - (of(a).from ?? -Infinity) || a - b,
    dead: (a, b) => dead(b) - dead(a) || a - b,
  };
  W.ORDER_NAMES = { told: "most told first", day: "by day", newest: "newest first", dead: "most dead first" };
  W.FACETS = FACETS;
  W.state = empty();
  W.listeners = [];

  // The values of an incident under a facet, as people read them.
  W.valuesOf = {
    type: (incident) => [incident.typeLabel],
    grade: (incident) => [incident.grade],
    speaker: (incident) => incident.speakers.map((speaker) => W.data.speakers[speaker]),
    outlet: (incident) => incident.outletNames,
    place: (incident) => incident.place ? [incident.place.spot] : ["no place told"],
  };

  const tests = () => {
    const { q, from, to, spot, chosen } = W.state;
    const terms = W.plain(q).split(/\s+/).filter(Boolean);
    const found = [];
    if (terms.length) found.push([null, (i) => { const hay = W.haystack(i); return terms.every((t) => hay.includes(t)); }]);
    if (from !== null) found.push([null, (i) => i.from !== null && i.from <= to && i.to >= from]);
    if (spot) {
      found.push([null, (i) => i.place && i.place.lon !== null && Math.abs(i.place.lon - spot[0]) <= spot[2]
        && Math.abs(i.place.lat - spot[1]) <= spot[2]]);
    }
    for (const facet of FACETS) {
      if (chosen[facet].size) found.push([facet, (i) => W.valuesOf[facet](i).some((value) => chosen[facet].has(value))]);
    }
    return found;
  };

  // One pass: what is shown; for each facet how many of each value would be; and what the days filter leaves out.
  W.select = () => {
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    const shown = [];
    const days = W.state.from !== null;
    const all = tests();
    const anyDay = [];
    W.data.incidents.forEach((incident, index) => {
      let failed = 0, at = null, byDay = false;
      for (const [facet, test] of all) {
        if (!test(incident)) {
          failed += 1; at = facet;
          byDay = facet === null && days && !(incident.from !== null && incident.from <= W.state.to && incident.to >= W.state.from);
          if (failed > 1) break;
        }
      }
      if (failed === 0) shown.push(index);
      if (failed === 0 || (failed === 1 && byDay)) anyDay.push(index);
      if (failed > 1 || (failed === 1 && at === null)) return;
      for (const facet of failed ? [at] : FACETS) {
        for (const value of new Set(W.valuesOf[facet](incident))) counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
      }
    });
    W.shown = shown.sort(ORDERS[W.state.sort] || ORDERS.told);
    W.anyDay = anyDay;
    W.counts = counts;
  };

  const write = () => {
    const { q, from, to, spot, incident, tab, chosen } = W.state;
    const hash = new URLSearchParams();
    if (incident) hash.set("incident", incident);
    if (tab !== "incidents") hash.set("tab", tab);
    if (W.state.sort !== "told") hash.set("sort", W.state.sort);
    if (q) hash.set("q", q);
    for (const facet of FACETS) for (const value of [...chosen[facet]].sort()) hash.append(facet, value);
    if (from !== null) { hash.set("from", W.isoOf(from)); hash.set("to", W.isoOf(to)); }
    if (spot) hash.set("spot", spot.map((n) => +n.toFixed(5)).join(" "));
    return hash.toString();
  };
  W.address = (id) => "#" + new URLSearchParams({ incident: id }).toString();

  const read = () => {
    const hash = new URLSearchParams(location.hash.slice(1));
    const next = empty();
    next.q = hash.get("q") || "";
    next.tab = hash.get("tab") === "claims" && W.data.loose.length ? "claims" : "incidents";
    if (hash.get("sort") in ORDERS) next.sort = hash.get("sort");
    const id = hash.get("incident");
    next.incident = id && W.byIncident.has(id) ? id : null;
    for (const facet of FACETS) next.chosen[facet] = new Set(hash.getAll(facet));
    const from = W.dayOf(hash.get("from")), to = W.dayOf(hash.get("to"));
    if (from !== null && to !== null) { next.from = Math.min(from, to); next.to = Math.max(from, to); }
    const spot = (hash.get("spot") || "").split(" ").map(Number);
    if (spot.length === 3 && spot.every(Number.isFinite)) next.spot = spot;
    return next;
  };

  // Changes the state, writes it into the address and redraws. An opened incident is a step that Back goes back over.
  W.update = (change, step) => {
    const opened = "incident" in change && change.incident !== W.state.incident;
    const filters = Object.keys(change).some((key) => key !== "incident" && key !== "page");
    Object.assign(W.state, change);
    if (filters && !("page" in change)) W.state.page = 0;
    const hash = write();
    try {
      if (opened || step) history.pushState(null, "", "#" + hash);
      else history.replaceState(null, "", "#" + hash);
    } catch (error) {
      location.hash = hash;
    }
    W.redraw({ filters, opened });
  };
  W.redraw = (what) => {
    if (what.filters) W.select();
    for (const listener of W.listeners) listener(what);
  };
  W.toggle = (facet, value) => {
    const chosen = new Set(W.state.chosen[facet]);
    if (!chosen.delete(value)) chosen.add(value);
    W.update({ chosen: { ...W.state.chosen, [facet]: chosen } });
  };
  W.reset = () => W.update({ ...empty(), tab: W.state.tab, sort: W.state.sort, incident: W.state.incident });
  W.filtered = () => Boolean(W.state.q || W.state.from !== null || W.state.spot
    || FACETS.some((facet) => W.state.chosen[facet].size));

  const follow = () => { W.state = read(); W.redraw({ filters: true, opened: true }); };
  addEventListener("popstate", follow);
  addEventListener("hashchange", () => { if (location.hash.slice(1) !== write()) follow(); });
  W.readAddress = () => { W.state = read(); };
})(Warledger);

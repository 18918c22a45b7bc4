// The whole state of the view, and its two ways: out of the address and into it. What is seen can be sent to somebody as a link.

// What a facet filters by; several values of one facet mean any of them.
export const FACETS = ["type", "grade", "actor", "side", "speaker", "outlet", "country", "province"] as const;
export type Facet = (typeof FACETS)[number];
export const ORDERS = { newest: "newest first", oldest: "oldest first", deaths: "most deaths first", origins: "most origins first" } as const;
export type Order = keyof typeof ORDERS;

// What stands in place of the list: the questions to analysts, or what they decided.
export const PANES = ["review", "audit"] as const;
export type Pane = (typeof PANES)[number];

export const SERIES = ["control", "agreements", "ultimatums", "displacement", "sieges"] as const;
export type Series = (typeof SERIES)[number];

export interface View {
  pane: Pane | null;
  since: string | null;
  until: string | null;
  text: string | null;
  place: string | null;
  contested: boolean;
  chosen: Record<Facet, string[]>;
  order: Order;
  incident: string | null;
  report: string | null;
  series: Series | null;
  // the day whose control of places the map shows, null for none
  control: string | null;
  // longitude, latitude and zoom of the map, null before it was moved
  map: [number, number, number] | null;
  onlySeen: boolean;
  // the day as of whose end the ledger is asked, null for now
  asOf: string | null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

export const EMPTY: View = {
  asOf: null, since: null, until: null, text: null, place: null, contested: false,
  chosen: Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as Record<Facet, string[]>,
  pane: null,
  order: "newest", incident: null, report: null, series: null, control: null, map: null, onlySeen: false,
};

/** The view that an address asks for; what makes no sense in it is left out. */
export function viewOf(location: { pathname: string; search: string }): View {
  const query = new URLSearchParams(location.search);
  const [, noun, id] = location.pathname.split("/");
  const day = (name: string) => { const value = query.get(name); return value !== null && DAY.test(value) ? value : null; };
  const numbers = (query.get("map") ?? "").split(",").map(Number);
  const order = query.get("order");
  return {
    pane: PANES.includes(noun as Pane) ? (noun as Pane) : null,
    since: day("since"), until: day("until"), text: query.get("text"), place: query.get("place"), contested: query.get("contested") === "true",
    chosen: Object.fromEntries(FACETS.map((name) => [name, query.getAll(name)])) as Record<Facet, string[]>,
    order: order !== null && order in ORDERS ? (order as Order) : "newest",
    series: noun === "series" && SERIES.includes(id as Series) ? (id as Series) : null, control: day("control"),
    incident: noun === "incidents" && id ? id : null, report: noun === "reports" && id ? id : query.get("report"),
    map: numbers.length === 3 && numbers.every(Number.isFinite) ? (numbers as [number, number, number]) : null,
    onlySeen: query.get("seen") === "true", asOf: day("as_of"),
  };
}

/** The filters of the view as the API takes them. */
export function filtersOf(view: View): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ["since", "until", "text", "place"] as const) if (view[name]) query.set(name, view[name]);
  if (view.contested) query.set("contested", "true");
  if (view.asOf) query.set("as_of", view.asOf);
  for (const name of FACETS) for (const value of view.chosen[name]) query.append(name, value);
  return query;
}

/** The address of a view. */
export function addressOf(view: View): string {
  const query = filtersOf(view);
  if (view.order !== "newest") query.set("order", view.order);
  if (view.incident && view.report) query.set("report", view.report);
  if (view.map) query.set("map", `${view.map[0].toFixed(3)},${view.map[1].toFixed(3)},${view.map[2].toFixed(2)}`);
  if (view.onlySeen) query.set("seen", "true");
  if (view.control) query.set("control", view.control);
  const path = view.series && !view.incident && !view.report ? `/series/${view.series}` : view.incident ? `/incidents/${encodeURIComponent(view.incident)}` : view.report ? `/reports/${encodeURIComponent(view.report)}` : "/";
  const text = query.toString();
  const shown = path === "/" && view.pane ? `/${view.pane}` : path;
  return text ? `${shown}?${text}` : shown;
}

/** The view without its filters: what is open stays open, and the map where it is. */
export const unfiltered = (view: View): View =>
  ({ ...EMPTY, map: view.map, order: view.order, incident: view.incident, report: view.report, pane: view.pane, series: view.series, control: view.control });

export const isFiltered = (view: View): boolean => filtersOf(view).toString() !== "";

// The API as the page asks it: one function a noun, answers typed as src/warledger/api/answers.py has them.

export interface Spot { name: string; label: string; lat: number | null; lon: number | null; radius_km: number | null; area: boolean; precision: string; country: string | null }
export interface Figure { words: string | null; low: number | null; high: number | null; best: number | null; agreement: string }
export interface Summary {
  id: string; revision: number; type: string; mode: string | null; act: string; grade: string; start: string | null; end: string | null; when: string | null;
  place: Spot | null; killed: Figure | null; wounded: Figure | null; who: string[]; claims: number; reports: number; outlets: number; origins: number; contested: boolean;
}
export type Totals = { incidents: number; claims: number; reports: number; origins: number };
export interface Page { items: Summary[]; next: string | null; totals: Totals; run: number }
export interface Value { key: string; label: string; count: number }
export interface Facets { facets: Record<string, Value[]>; totals: Totals; run: number }
export interface Day { day: string; incidents: number; claims: number; killed: number }
// [column, text, index of the claim, published, indices of its passages, rule that inferred it]
export type Entry = [number, string, number | null, string | null, number[], string | null];
export interface Voice { chain: string[]; outlet: string | null; unnamed: boolean }
export interface Row { field: string; label: string; agreement: string | null; summary: string | null; entries: Entry[] }
export interface Matrix { voices: Voice[]; rows: Row[]; figures: [string, number | null, number | null, string | null][] }
export interface Passage { field: string; start: number; end: number; quote: string }
export interface ClaimRecord { id: string; report: string; type: string; stance: string; passages: Passage[]; confidence: number; coder: string }
export interface ClaimTold { id: string; report: number | null; act: string; stance: string; chain: string[]; who: string | null; whom: string | null; place: string | null; when: string | null; record: ClaimRecord }
export interface ReportHead { graphic: boolean; origin: string | null; id: string; outlet: string | null; title: string; published: string | null; language: string | null; url: string | null }
export interface Whole {
  incident: { id: string; why: string; revision: number; grade: string; supersedes: string[]; speakers: number }; summary: Summary; matrix: Matrix; claims: ClaimTold[]; reports: ReportHead[];
  revisions: { revision: number; grade: string; claims: number; why: string; supersedes: string[] }[]; asked_for: string;
}
export interface Mark { claim: string; field: string; start: number; end: number }
export interface ReportRecord { id: string; outlet: string | null; title: string; text: string; published: string | null; language: string | null; url: string | null }
export interface Read { report: ReportRecord; claims: ClaimRecord[]; marks: Mark[]; incidents: Record<string, string>; acts: Record<string, string>; graphic: string[] }
export interface BaseMap { kind: "none" | "style" | "raster" | "pmtiles"; address: string | null; credit: string | null }
export interface Label { name: string; level: string; rank: number }

export interface Source { claim: string; report: string; says: string; day: string | null; speakers: string[]; outlet: string | null; published: string | null; origin: string; quote: string | null }
export interface Party { name: string; actor: string | null; country: string | null; sector: string | null }
export interface Place { name: string; lat: number | null; lon: number | null; radius_km: number | null; precision: string; country: string | null; admin1: string | null }
export interface Held { parties: Party[]; lost: boolean; origins: number; sources: Source[] }
export interface Holding { place: Place; since: string; until: string | null; last: string; held: Held[]; contested: boolean; why: string }
export interface Agreement { kind: string; parties: Party[]; place: Place | null; since: string; last: string; status: string | null; steps: { day: string; status: string; sources: Source[] }[] }
export interface Ultimatum { by: Party[]; to: Party[]; place: Place | null; made: string; deadline: { start: string | null; end: string | null; wording: string } | null; condition: string | null; outcome: string; ended: string | null; why: string; sources: Source[]; outcome_sources: Source[] }
export interface Displaced { what: string; place: Place | null; to: Party[]; day: string | null; cumulative: boolean; low: number | null; high: number | null; wording: string; origins: number; sources: Source[] }
export interface Siege { place: Place; besiegers: Party[]; besieged: Party[]; since: string; last: string; ended: string | null; how: string | null; sources: Source[]; end_sources: Source[] }
export interface SeriesEntries { control: Holding; agreements: Agreement; ultimatums: Ultimatum; displacement: Displaced; sieges: Siege }

export interface Session { name: string; role: "viewer" | "analyst" | "admin"; token: string | null; signed_in: boolean; whole: boolean }

/** What the server refused; told is the whole of what it said. */
export class Problem extends Error {
  constructor(readonly status: number, detail: string, readonly told: Record<string, unknown> = {}) { super(detail); }
}

const ROOT = "/api/v1";

// What is under way, and when the last of it had come: what can wait is asked for when nothing else is.
const QUIET_MS = 700, LOOK_MS = 150;
let underWay = 0, ended = performance.now();

/** Something else that the view is not there without, as long as it lasts; what is given back ends it. */
export function awaited(): () => void {
  let over = false;
  underWay += 1;
  return () => { if (!over) { over = true; underWay -= 1; ended = performance.now(); } };
}

/** Resolves once the view is there: nothing was asked for a while. */
export async function quiet(signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (underWay > 0 || performance.now() - ended < QUIET_MS)) await new Promise((done) => window.setTimeout(done, LOOK_MS));
}

/** What an address of the API answers, null where it answers nothing. Throws a Problem in words. */
export async function answered<T>(path: string, how: RequestInit = {}): Promise<T> {
  let answer: Response;
  underWay += 1;
  try {
    answer = await fetch(ROOT + path, how);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "The server cannot be reached.");
  } finally {
    underWay -= 1;
    ended = performance.now();
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => null) as { detail?: string } | null;
    throw new Problem(answer.status, told?.detail ?? `The server answered ${answer.status}.`, told ?? {});
  }
  return (answer.status === 204 ? null : await answer.json()) as T;
}

export function ask<T>(path: string, query: URLSearchParams | null, signal?: AbortSignal): Promise<T> {
  const text = query?.toString();
  return answered<T>(`${path}${text ? `?${text}` : ""}`, { signal: signal ?? null, headers: { Accept: "application/json" } });
}

const more = (query: URLSearchParams, extra: Record<string, string | null>): URLSearchParams => {
  const whole = new URLSearchParams(query);
  for (const [name, value] of Object.entries(extra)) if (value !== null) whole.set(name, value);
  return whole;
};

export const incidents = (filters: URLSearchParams, order: string, next: string | null, signal?: AbortSignal) =>
  ask<Page>("/incidents", more(filters, { order, next, limit: "50" }), signal);
export const incident = (id: string, asOf: string | null, signal?: AbortSignal) => ask<Whole>(`/incidents/${encodeURIComponent(id)}`, asOf ? new URLSearchParams({ as_of: asOf }) : null, signal);
export const facets = (filters: URLSearchParams, signal?: AbortSignal) => ask<Facets>("/facets", filters, signal);
export const histogram = (filters: URLSearchParams, signal?: AbortSignal) => ask<{ days: Day[] }>("/histogram", filters, signal);
export const report = (id: string, signal?: AbortSignal) => ask<Read>(`/reports/${encodeURIComponent(id)}`, null, signal);
const MOST_ENTRIES = "1000", MOST_MARKS = "5000";

/** The entries of a series; of the filters of the view it knows days, place, and as of when. */
export function series<K extends keyof SeriesEntries>(kind: K, filters: URLSearchParams, signal?: AbortSignal): Promise<{ entries: SeriesEntries[K][]; more: boolean }> {
  return ask(`/series/${kind}`, more(siftedBy(filters), { limit: MOST_ENTRIES }), signal);
}

/** The same entries without the claims that they stand on: a truce alone may stand on thousands. */
export function marks<K extends keyof SeriesEntries>(kind: K, filters: URLSearchParams, signal?: AbortSignal): Promise<{ entries: SeriesEntries[K][] }> {
  return ask(`/series/${kind}`, more(siftedBy(filters), { limit: MOST_MARKS, sources: "false" }), signal);
}

function siftedBy(filters: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams();
  for (const name of ["since", "until", "place", "as_of"]) { const value = filters.get(name); if (value) known.set(name, value); }
  return known;
}
export const map = (filters: URLSearchParams, zoom: number, box: string, signal?: AbortSignal) =>
  ask<GeoJSON.FeatureCollection<GeoJSON.Point, Drawn>>("/map", more(filters, { zoom: String(zoom), box }), signal);

export const labels = (zoom: number, box: string, signal?: AbortSignal) =>
  ask<GeoJSON.FeatureCollection<GeoJSON.Point, Label>>("/labels", new URLSearchParams({ box, zoom: String(zoom) }), signal);
export const baseMap = (signal?: AbortSignal) => ask<BaseMap>("/base-map", null, signal);

export interface Drawn { kind: "cluster" | "place" | "area"; count: number; killed: number; contested: number; one_origin?: number; id: string | null; name: string | null; radius_km: number | null; precision?: string }

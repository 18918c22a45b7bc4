// Who is said to hold what on a day, as points for the map: a colour a side, the same in every view; contested places have an open ring.
import type { Holding, Party } from "./api";
import { names } from "./series";

// Colours that people with the usual kinds of colour blindness tell apart (after Okabe and Ito, 2008).
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d31", "#5f5f5f"];
export const NOBODY = "#9aa5b1";
// What nobody has told of for so many days may have changed since.
const STALE_DAYS = 180;

interface Shown { name: string; who: string; colour: string; contested: boolean; stale: boolean; why: string }
export interface Controlled { type: "FeatureCollection"; features: GeoJSON.Feature<GeoJSON.Point, Shown>[]; key: [string, string][] }

/** A state's army, government and units are one side; of others each is its own, by the actor list where that knows it. */
const sideOf = (one: Party | undefined): string | null =>
  one === undefined ? null : one.country && (one.sector === "MIL" || one.sector === "GOV") ? `state ${one.country}` : one.actor ?? one.name.toLowerCase();

/** The places with their holders on a day; the sides that hold most have a colour each, the rest share the last. */
export function controlled(entries: Holding[], day: string): Controlled {
  const now = entries.filter((one) => one.since <= day && (one.until === null || day <= one.until) && one.place.lat !== null && one.place.lon !== null);
  const holder = (one: Holding) => one.held.find((version) => !version.lost)?.parties[0];
  const tally = new Map<string, number>(), called = new Map<string, Map<string, number>>();
  for (const one of now) {
    const party = holder(one), side = sideOf(party);
    if (party === undefined || side === null) continue;
    tally.set(side, (tally.get(side) ?? 0) + 1);
    const words = called.get(side) ?? new Map<string, number>();
    called.set(side, words.set(party.name, (words.get(party.name) ?? 0) + 1));
  }
  const order = [...tally].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([side]) => side);
  const colour = (side: string | null) => (side === null ? NOBODY : COLOURS[Math.min(order.indexOf(side), COLOURS.length - 1)] ?? NOBODY);
  const label = (side: string) => [...(called.get(side) ?? [])].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? side;
  const key = order.slice(0, COLOURS.length - 1).map((side): [string, string] => [label(side), colour(side)]);
  if (order.length > key.length) key.push(["others", COLOURS[COLOURS.length - 1] ?? NOBODY]);
  const old = (one: Holding) => one.until === null && Date.parse(day) - Date.parse(one.last) > STALE_DAYS * 86_400_000;
  return {
    type: "FeatureCollection", key,
    features: now.map((one) => ({
      type: "Feature", geometry: { type: "Point", coordinates: [one.place.lon ?? 0, one.place.lat ?? 0] },
      properties: { name: one.place.name, who: one.held.map((version) => `${version.lost ? "no longer " : ""}${names(version.parties)}`).join(" or "), colour: colour(sideOf(holder(one))), contested: one.contested, stale: old(one), why: one.why },
    })),
  };
}

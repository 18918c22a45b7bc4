// The list that is on the screen, kept while an incident is open: so that J and K go on through it, and the list is where it was on the way back.
import { useEffect, useState } from "preact/hooks";
import * as api from "./api";
import type { Summary } from "./api";
import { change, onRefresh, view } from "./store";

export interface Listing { key: string; items: Summary[]; next: string | null; state: "busy" | "ready" | "failed"; problem: string; chosen: string | null; scrolled: number }

let current: Listing = { key: "", items: [], next: null, state: "busy", problem: "", chosen: null, scrolled: 0 };
let asked = 0;
let asking: { filters: URLSearchParams; order: string } | null = null;
const listeners = new Set<(listing: Listing) => void>();
const set = (part: Partial<Listing>) => { current = { ...current, ...part }; for (const one of listeners) one(current); };

/** Asks for the list of these filters, unless it is the one that is there. */
export function show(filters: URLSearchParams, order: string): void {
  const key = `${filters}|${order}`;
  if (key === current.key && current.state !== "failed") return;
  asking = { filters, order };
  set({ key, chosen: null, scrolled: 0 });
  load(null);
}

export function load(from: string | null): Promise<void> {
  if (!asking) return Promise.resolve();
  const turn = ++asked;
  set({ state: "busy", problem: "" });
  return api.incidents(asking.filters, asking.order, from).then(
    (page) => { if (turn === asked) set({ items: from === null ? page.items : [...current.items, ...page.items], next: page.next, state: "ready" }); },
    (error: Error) => { if (turn === asked) set({ problem: error.message, state: "failed" }); });
}

onRefresh(() => void load(null));

export const remember = (scrolled: number): void => { current = { ...current, scrolled }; };

/** The incident that is open or chosen becomes the one that is so many steps on; more of the list is asked for at its end. */
export async function step(by: number): Promise<void> {
  const open = view().incident;
  const at = current.items.findIndex((one) => one.id === (open ?? current.chosen));
  const to = at < 0 ? 0 : at + by;
  if (to >= current.items.length && current.next && current.state === "ready") await load(current.next);
  const found = current.items[to];
  if (!found) return;
  set({ chosen: found.id });
  if (open) change({ incident: found.id, report: null }, true);
}

export const choose = (id: string | null): void => set({ chosen: id });

export function useListing(): Listing {
  const [seen, see] = useState(current);
  useEffect(() => { listeners.add(see); see(current); return () => { listeners.delete(see); }; }, []);
  return seen;
}

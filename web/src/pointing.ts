// The place that the map points at: that of the incident that is open, and before that of the one under the hand or the focus.
import type { Spot } from "./api";

export interface Pointed { lon: number; lat: number; radiusKm: number; area: boolean }
interface State { open: Pointed | null; near: Pointed | null }

let state: State = { open: null, near: null };
const watchers = new Set<(pointed: Pointed | null, isOpen: boolean) => void>();

const pointed = (spot: Spot | null): Pointed | null =>
  spot === null || spot.lat === null || spot.lon === null ? null : { lon: spot.lon, lat: spot.lat, radiusKm: spot.radius_km ?? 0, area: spot.area };

function set(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const watcher of watchers) watcher(state.near ?? state.open, state.near === null);
}

/** Points at a place for as long as a card is under the hand or has the focus. */
export const pointAt = (spot: Spot | null): void => set({ near: pointed(spot) });

/** Points at the place of the incident that is open, and forgets the card that led to it. */
export const openAt = (spot: Spot | null): void => set({ open: pointed(spot), near: null });

/** Tells a watcher where the map is to point, now and whenever that changes. */
export function watchPointing(watcher: (pointed: Pointed | null, isOpen: boolean) => void): () => void {
  watchers.add(watcher);
  watcher(state.near ?? state.open, state.near === null);
  return () => { watchers.delete(watcher); };
}

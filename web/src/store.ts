// The one state of the page, kept in the address: whoever changes it writes the address, and everybody reads from there.
import { useCallback, useEffect, useState } from "preact/hooks";
import { addressOf, viewOf, type View } from "./view";

type Listener = (view: View) => void;
const listeners = new Set<Listener>();
let current = viewOf(window.location);

export const view = (): View => current;

/** Changes the view. A step back leads to what was before, unless the change only carries on the last one (moving the map). */
export function change(part: Partial<View>, carriesOn = false): void {
  const next = { ...current, ...part };
  const address = addressOf(next);
  if (address === window.location.pathname + window.location.search) { current = next; return; }
  current = next;
  window.history[carriesOn ? "replaceState" : "pushState"](null, "", address);
  for (const listener of listeners) listener(current);
}

window.addEventListener("popstate", () => {
  current = viewOf(window.location);
  for (const listener of listeners) listener(current);
});

export function useView(): View {
  const [seen, see] = useState(current);
  useEffect(() => { listeners.add(see); see(current); return () => { listeners.delete(see); }; }, []);
  return seen;
}

// Counts what was decided here: whatever was asked before is asked again.
let version = 0;
const watchers = new Set<(version: number) => void>();

export function refresh(): void {
  version += 1;
  for (const watcher of watchers) watcher(version);
}

export const onRefresh = (watcher: () => void): void => { watchers.add(watcher); };

export function useVersion(): number {
  const [seen, see] = useState(version);
  useEffect(() => { watchers.add(see); see(version); return () => { watchers.delete(see); }; }, []);
  return seen;
}

export interface Asked<T> { value: T | null; problem: string | null; busy: boolean; again: () => void }

/** What an address of the API answers, asked again whenever the key changes or something was decided; the last answer stays until the next is there. */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const version = useVersion();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const [state, set] = useState<Omit<Asked<T>, "again">>({ value: null, problem: null, busy: key !== null });
  useEffect(() => {
    if (key === null) { set({ value: null, problem: null, busy: false }); return; }
    const abort = new AbortController();
    set((before) => ({ ...before, busy: true }));
    ask(abort.signal).then(
      (value) => set({ value, problem: null, busy: false }),
      (error: unknown) => { if (!abort.signal.aborted) set((before) => ({ ...before, problem: error instanceof Error ? error.message : String(error), busy: false })); });
    return () => abort.abort();
  }, [key, turn, version]);
  return { ...state, again };
}

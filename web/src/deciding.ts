// Decisions on their way to the server, one after the other: a key is answered at once, linking goes on behind.
import { useEffect, useState } from "preact/hooks";
import * as api from "./review_api";
import type { Change, Made, Wish } from "./review_api";
import { refresh } from "./store";
import { me } from "./who";

/** pending decisions are being written; said is what was decided last; changed says what another did where one was refused for it. */
export interface Way { pending: number; said: string | null; problem: string | null; changed: Change[] }

let way: Way = { pending: 0, said: null, problem: null, changed: [] };
const listeners = new Set<(way: Way) => void>();
let last: Promise<unknown> = Promise.resolve();

function set(part: Partial<Way>): void {
  way = { ...way, ...part };
  for (const listener of listeners) listener(way);
}

export const forget = (): void => set({ said: null, problem: null, changed: [] });

/** Writes a decision down behind those before it. words say what was decided. Gives null where it was refused; why is then shown. */
export function decide(wish: Wish, words: string): Promise<Made | null> {
  set({ pending: way.pending + 1, said: null, problem: null, changed: [] });
  const turn = last.then(async () => {
    try {
      const made = await api.decide(wish);
      set({ pending: way.pending - 1, said: [words, ...made.problems].join(" ") });
      return made;
    } catch (error) {
      set({ pending: way.pending - 1, problem: error instanceof Error ? error.message : String(error), changed: api.changedBy(error) });
      return null;
    } finally {
      if (way.pending === 0) refresh();
    }
  });
  last = turn;
  return turn;
}

/** Takes back the last decision of one's own that holds. */
export async function undo(): Promise<Made | null> {
  await last;
  const own = await api.log({ who: (await me()).name, holds: true, limit: 1 }).catch((error: Error) => { set({ problem: error.message }); return null; });
  const mine = own?.items[0]?.decision;
  if (!own) return null;
  if (!mine) { set({ said: "There is nothing of yours to undo." }); return null; }
  return decide({ undoes: mine.id }, `Undone: ${mine.act}${mine.why ? ` (${mine.why})` : ""}.`);
}

export function useWay(): Way {
  const [seen, see] = useState(way);
  useEffect(() => { listeners.add(see); see(way); return () => { listeners.delete(see); }; }, []);
  return seen;
}

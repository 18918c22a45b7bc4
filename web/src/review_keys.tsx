// One key each: which key does what, for whoever wants keys, and never while somebody types.
import { useLayoutEffect, useRef } from "preact/hooks";

export const KEYS: [string, string][] = [
  ["J / K", "in the queue: next and previous question"], ["A", "confirm: it stands"], ["R", "reject: it is no such happening"], ["S", "same: two are one happening"],
  ["D", "different: they are not, or part claims from an incident"], ["U", "unsure"], ["E", "correct a field, with its passage at hand"], ["N", "a note"],
  ["P", "publish: where publishing is required, the public sees what was published and nothing else"],
  ["Z", "undo the last decision of your own"],
];
const SWITCH = "warledger-keys";
export const wanted = (): boolean => { try { return window.localStorage.getItem(SWITCH) !== "off"; } catch { return true; } };
const setWanted = (on: boolean): void => { try { window.localStorage.setItem(SWITCH, on ? "on" : "off"); } catch { /* it is forgotten, then */ } };

/** Calls the function of a key before all other keys of the page; capital says that a reason is to be asked for first. What gives false lets the key go on. */
export function useReviewKeys(acts: Record<string, (capital: boolean) => unknown>): void {
  const held = useRef(acts);
  held.current = acts;
  // As soon as the question is there, not after the next frame: a key pressed in between would be lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || !wanted() || document.querySelector("dialog[open]")) return;
      if (at.closest("textarea, select, [contenteditable]") || (at instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(at.type))) return;
      const act = held.current[event.key.toLowerCase()];
      if (act && act(event.key !== event.key.toLowerCase()) !== false) event.preventDefault();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}

/** The keys in the help of the page, and the switch that turns them off. */
export function ReviewHelp() {
  return (
    <>
      <h2>Keys of review</h2>
      <dl class="keys">{KEYS.map(([key, words]) => <><dt>{key.split(" / ").map((part, at) => <>{at > 0 && ", "}<kbd>{part}</kbd></>)}</dt><dd>{words}</dd></>)}</dl>
      <p>With Shift, the reason is asked for first. Every decision is kept with who, when and why, and can be taken back; nothing is ever deleted.</p>
      <label class="tick"><input type="checkbox" defaultChecked={wanted()} onChange={(event) => setWanted(event.currentTarget.checked)} /> single keys decide</label>
    </>
  );
}

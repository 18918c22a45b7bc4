// Keys of the page: one key, one act. A part of the page says which keys it has while it is shown; the help lists them all.
import { useEffect, useRef } from "preact/hooks";

export interface Key { key: string; act: () => void }

const held: { current: Key[] }[] = [];

/** Keys that work while the calling part is shown; the part that came last has the first say. */
export function useKeys(keys: Key[]): void {
  const mine = useRef(keys);
  mine.current = keys;
  useEffect(() => {
    held.push(mine);
    return () => { held.splice(held.indexOf(mine), 1); };
  }, []);
}

const TYPED_IN = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

window.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const at = event.target;
  if (at instanceof Element && at.closest(TYPED_IN)) {
    if (event.key === "Escape" && at instanceof HTMLElement) at.blur();
    return;
  }
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = [...held].reverse().flatMap((one) => one.current).find((one) => one.key === pressed);
  if (found) { event.preventDefault(); found.act(); }
});

// What the tab, the history and a bookmark call a view.
import { useEffect } from "preact/hooks";

const NAME = "Warledger";

/** Names the page after what is open, as long as it is. */
export function useTitle(title: string): void {
  useEffect(() => { document.title = `${title} – ${NAME}`; return () => { document.title = NAME; }; }, [title]);
}

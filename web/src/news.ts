// Whether the ledger has changed since the page asked it: reports come in while somebody reads, and the page says so rather than shift under the hand.
import { useEffect, useState } from "preact/hooks";
import { ask, type Page } from "./api";

const EVERY_MS = 60_000;

/** Whether there is a later run than the one that is shown; asked once a minute, while somebody looks. */
export function useNews(run: number | null): boolean {
  const [newest, setNewest] = useState<number | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const look = () => { if (!document.hidden) ask<Page>("/incidents", new URLSearchParams({ limit: "1" }), abort.signal).then((page) => setNewest(page.run), () => { /* it is asked again */ }); };
    const timer = window.setInterval(look, EVERY_MS);
    return () => { abort.abort(); window.clearInterval(timer); };
  }, []);
  return run !== null && newest !== null && newest > run;
}

// The head: search, what is shown in figures, and what can be done with it.
import { SavedSearches } from "./searches";
import { Whom } from "./sign_in";
import { useEffect, useState } from "preact/hooks";
import type { Totals } from "./api";
import { change, useView } from "./store";
import { EMPTY, isFiltered } from "./view";
import { count, day } from "./words";

export function Head({ totals, filters, filtering, onFilters, onHelp }: { onHelp: () => void; totals: Totals | null; filters: URLSearchParams; filtering: boolean; onFilters: () => void }) {
  const view = useView();
  const [words, setWords] = useState(view.text ?? "");
  const [said, say] = useState<string | null>(null);
  useEffect(() => setWords(view.text ?? ""), [view.text]);
  const share = async () => {
    try { await navigator.clipboard.writeText(window.location.href); say("The link to this view is copied."); } catch { say(window.location.href); }
    window.setTimeout(() => say(null), 4000);
  };
  return (
    <header class="head">
      <a class="name" href="/" onClick={(event) => { event.preventDefault(); change({ ...EMPTY }); }}>Warledger</a>
      <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); change({ text: words.trim() || null, incident: null, report: null }); }}>
        <input type="search" aria-label="Words that a report has" placeholder="Words in reports" dir="auto" value={words} maxLength={200}
               onInput={(event) => setWords(event.currentTarget.value)} />
        <button type="submit">Search</button>
      </form>
      <p class="totals" aria-live="polite">
        {totals ? <><b>{count(totals.incidents, "incident")}</b> · {count(totals.claims, "claim")} · {count(totals.reports, "report")} · <span title="Stories that no other report is a copy of">{count(totals.origins, "independent origin")}</span></> : "counting …"}
        {(view.since || view.until) && <span class="brushed"> · {view.since ? day(view.since) : "the beginning"} to {view.until ? day(view.until) : "the end"}</span>}
      </p>
      <div class="acts">
        <SavedSearches />
        <button type="button" class="narrow" aria-pressed={filtering} onClick={onFilters}>Filters</button>
        {isFiltered(view) && <button type="button" onClick={() => change({ ...EMPTY, map: view.map })}>Clear filters</button>}
        <a class="button" href="/review" aria-current={view.pane === "review" ? "page" : undefined} onClick={(event) => { event.preventDefault(); change({ pane: "review", series: null, incident: null, report: null }); }}>Review</a>
        <a class="button" href="/audit" aria-current={view.pane === "audit" ? "page" : undefined} onClick={(event) => { event.preventDefault(); change({ pane: "audit", series: null, incident: null, report: null }); }}>Decisions</a>
        <a class="button" href="/series/control" aria-current={view.series ? "page" : undefined} onClick={(event) => { event.preventDefault(); change({ series: "control", pane: null, incident: null, report: null }); }}>Series</a>
        <button type="button" onClick={share}>Copy link</button>
        <a class="button" href={`/api/v1/incidents.csv?${filters}`} download>CSV</a>
        <a class="button" href={`/api/v1/incidents.json?${filters}`} download>JSON</a>
        <Whom />
        <button type="button" aria-label="Help" title="What grades, ranges and keys mean (?)" onClick={onHelp}>?</button>
      </div>
      {said && <p class="said" role="status">{said}</p>}
    </header>
  );
}

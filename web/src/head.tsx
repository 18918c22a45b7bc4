// The head: search, what is shown in figures, and what can be done with it, as far as whoever looks may do it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Totals } from "./api";
import { useNews } from "./news";
import { SavedSearches } from "./searches";
import { Whom } from "./sign_in";
import { change, refresh, useView } from "./store";
import { EMPTY, isFiltered, unfiltered, type View } from "./view";
import { mayDecide, mayKeep, seesAll } from "./who";
import { count, day } from "./words";

const SAID_MS = 4000;

export function Head({ totals, run, filters, filtering, onFilters, onHelp }: { onHelp: () => void; totals: Totals | null; run: number | null; filters: URLSearchParams; filtering: boolean; onFilters: () => void }) {
  const view = useView();
  const news = useNews(run);
  const [words, setWords] = useState(view.text ?? "");
  const [said, say] = useState<string | null>(null);
  const [more, setMore] = useState(false);
  useEffect(() => setWords(view.text ?? ""), [view.text]);
  useEffect(() => setMore(false), [view.pane, view.series, view.incident, view.report]);
  const share = async () => {
    try { await navigator.clipboard.writeText(window.location.href); say("The link to this view is copied."); } catch { say(window.location.href); }
    window.setTimeout(() => say(null), SAID_MS);
  };
  const away = { incident: null, report: null };
  return (
    <header class="head">
      <a class="name" href="/" onClick={(event) => { event.preventDefault(); change({ ...EMPTY }); }}>Warledger</a>
      <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); change({ text: words.trim() || null, pane: null, series: null, ...away }); }}>
        <input type="search" aria-label="Words that a report has" placeholder="Words in reports" dir="auto" value={words} maxLength={200}
               onInput={(event) => setWords(event.currentTarget.value)} />
        <button type="submit">Search</button>
      </form>
      <p class="totals" aria-live="polite">
        {totals ? <><b>{count(totals.incidents, "incident")}</b> · {count(totals.claims, "claim")} · {count(totals.reports, "report")} · <span title="Reports that are copies of one story count once">{count(totals.origins, "independent story", "independent stories")}</span></> : "counting …"}
        {(view.since || view.until) && <span class="brushed"> · {view.since ? day(view.since) : "the beginning"} to {view.until ? day(view.until) : "the end"}</span>}
        {news && <> · <button type="button" class="link" onClick={refresh}>The ledger has changed: show it</button></>}
      </p>
      <nav class="acts" aria-label="Views and exports">
        <button type="button" class="narrow" aria-expanded={filtering} onClick={onFilters}>Filters</button>
        {isFiltered(view) && <button type="button" class="narrow" onClick={() => change(unfiltered(view))}>Clear filters</button>}
        <button type="button" class="narrow" aria-expanded={more} onClick={() => setMore(!more)}>More</button>
        <div class={more ? "later open" : "later"}>
          {mayDecide() && <Link to="/review" part={{ pane: "review", series: null, ...away }} here={view.pane === "review"}>Review</Link>}
          {seesAll() && <Link to="/audit" part={{ pane: "audit", series: null, ...away }} here={view.pane === "audit"}>Decisions</Link>}
          {seesAll() && <Link to="/series/control" part={{ series: "control", pane: null, ...away }} here={view.series !== null}>Series</Link>}
          {mayKeep() && <SavedSearches />}
          <Export filters={filters} />
          <button type="button" onClick={share}>Copy link</button>
          <Whom />
        </div>
        <button type="button" aria-label="Help" title="What grades, ranges and keys mean (?)" onClick={onHelp}>?</button>
      </nav>
      {said && <p class="said" role="status">{said}</p>}
    </header>
  );
}

function Link({ to, part, here, children }: { to: string; part: Partial<View>; here: boolean; children: string }) {
  return <a class="button" href={to} aria-current={here ? "page" : undefined} onClick={(event) => { event.preventDefault(); change(part); }}>{children}</a>;
}

const FILES: [string, string, string][] = [
  ["CSV", "incidents.csv", "a table for a spreadsheet"], ["JSON", "incidents.json", "whole, with every version"], ["GeoJSON", "incidents.geojson", "for other maps"],
  ["Claims, CSV", "claims.csv", "who says what, a row each"], ["Reports, CSV", "reports.csv", "what the view rests on"],
];

/** The files of this view: what is on the screen, and nothing else. */
function Export({ filters }: { filters: URLSearchParams }) {
  const box = useRef<HTMLDetailsElement>(null);
  const shut = () => { if (box.current?.open) { box.current.open = false; box.current.querySelector("summary")?.focus(); } };
  useEffect(() => {
    const away = (event: Event) => { if (box.current && event.target instanceof Node && !box.current.contains(event.target)) box.current.open = false; };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, []);
  return (
    <details class="export" ref={box} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); shut(); } }}>
      <summary class="button">Export</summary>
      <ul>{FILES.map(([name, file, words]) => <li key={file}><a href={`/api/v1/${file}?${filters}`} download>{name}</a> <span class="small">{words}</span></li>)}</ul>
    </details>
  );
}

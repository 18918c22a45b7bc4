// What lives longer than an incident: who holds what, agreements, ultimatums, displacement, sieges; each entry with its sources.
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import * as api from "./api";
import type { Agreement, Displaced, Holding, Party, Place, SeriesEntries, Siege, Source, Ultimatum } from "./api";
import { Chain } from "./chain";
import { Failed, Waiting } from "./states";
import { useTitle } from "./title";
import { change, useAnswer, useView } from "./store";
import { SERIES, type Series } from "./view";
import { count, day, number } from "./words";

export const SERIES_NAMES: Record<Series, string> = { control: "Control of places", agreements: "Agreements", ultimatums: "Ultimatums", displacement: "Displacement", sieges: "Sieges" };

export function SeriesPane({ kind, filters }: { kind: Series; filters: URLSearchParams }) {
  useTitle(SERIES_NAMES[kind]);
  const key = `${kind}|${filters.get("since")}|${filters.get("until")}|${filters.get("place")}|${filters.get("as_of")}`;
  const answer = useAnswer<{ entries: SeriesEntries[Series][]; more: boolean }>(key, (signal) => api.series(kind, filters, signal));
  const view = useView();
  const until = view.until ?? view.since;
  const [order, setOrder] = useState<Order>("newest");
  const [most, setMost] = useState(STEP);
  const entries = useMemo(() => ordered(answer.value?.entries ?? [], order), [answer.value, order]);
  const sifted = ["since", "until", "place"].some((name) => filters.get(name));
  return (
    <div class="pane" aria-busy={answer.busy}>
      <button type="button" class="back" onClick={() => change({ series: null })}>← all incidents</button>
      <nav class="tabs" aria-label="Series">{SERIES.map((name) => <a key={name} href={`/series/${name}`} aria-current={name === kind ? "page" : undefined} onClick={(event) => { event.preventDefault(); change({ series: name }); }}>{SERIES_NAMES[name]}</a>)}</nav>
      <h1>{SERIES_NAMES[kind]}</h1>
      <p class="small">What is said, by whom; none of it is a finding of fact. {sifted ? "Sifted by the days and the place of the view; other filters do not concern it." : "Days and a place sift it; other filters do not concern it."}</p>
      {kind === "control" && <p><button type="button" aria-pressed={view.control !== null} onClick={() => change({ control: view.control ? null : until ?? new Date().toISOString().slice(0, 10) })}>{view.control ? `on the map, as of ${day(view.control)}` : "show on the map"}</button></p>}
      {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
      {!answer.value && answer.busy && <Waiting lines={6} />}
      {answer.value && answer.value.entries.length === 0 && <Empty sifted={sifted} />}
      {entries.length > 0 && (
        <div class="listhead"><p class="small">{count(entries.length, "entry", "entries")}{answer.value?.more ? " and more; days or a place make it shorter" : ""}</p>
          <label>Order <select value={order} onChange={(event) => { setOrder(event.currentTarget.value as Order); setMost(STEP); }}>{Object.entries(ORDERS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}</select></label>
        </div>)}
      <ol class="entries">{entries.slice(0, most).map((entry, at) => <li key={at}>{shown(kind, entry)}</li>)}</ol>
      {entries.length > most && <button type="button" class="more" onClick={() => setMost(most + STEP)}>More</button>}
    </div>
  );
}

// So many are shown at a time: a long list takes the page seconds to lay out.
const STEP = 50;
const ORDERS = { newest: "newest first", oldest: "oldest first", place: "by place" } as const;
type Order = keyof typeof ORDERS;
const begins = (entry: SeriesEntries[Series]): string => ("made" in entry ? entry.made : "since" in entry ? entry.since : entry.day) ?? "";

/** The history of a place stays in the order of its days. */
function ordered(entries: SeriesEntries[Series][], order: Order): SeriesEntries[Series][] {
  const turn = order === "newest" ? -1 : 1;
  const byDay = [...entries].sort((a, b) => turn * begins(a).localeCompare(begins(b)));
  return order === "place" ? byDay.sort((a, b) => where(a.place).localeCompare(where(b.place))) : byDay;
}

function Empty({ sifted }: { sifted: boolean }) {
  return (
    <div class="empty">
      <p>{sifted ? "No report here tells of any on these days and in this place." : "Nothing in this ledger tells of any."} That is no evidence that there was none.</p>
      {sifted && <p><button type="button" onClick={() => change({ since: null, until: null, place: null })}>All days and places</button></p>}
    </div>
  );
}

function shown(kind: Series, entry: SeriesEntries[Series]) {
  switch (kind) {
    case "control": return <ControlEntry entry={entry as Holding} />;
    case "agreements": return <AgreementEntry entry={entry as Agreement} />;
    case "ultimatums": return <UltimatumEntry entry={entry as Ultimatum} />;
    case "displacement": return <DisplacedEntry entry={entry as Displaced} />;
    case "sieges": return <SiegeEntry entry={entry as Siege} />;
  }
}

export const names = (people: Party[]): string => people.map((one) => one.name).join(", ") || "somebody";
const where = (place: Place | null): string => (place ? place.name : "no place told");

function Entry({ title, line, rival, children }: { title: ComponentChildren; line: ComponentChildren; rival?: boolean; children?: ComponentChildren }) {
  return <article class={`card${rival ? " contradict" : ""}`}><h2>{title}</h2><p class="line">{line}</p>{children}</article>;
}

function ControlEntry({ entry }: { entry: Holding }) {
  return (
    <Entry rival={entry.contested} title={<bdi>{where(entry.place)}</bdi>} line={<>{span(entry.since, entry.until, entry.last)} {entry.contested && <span class="rival">contested: {entry.why}</span>}</>}>
      <ul class="versions">{entry.held.map((one, at) => <li key={at}>{one.lost ? "no longer " : "held by "}<b><bdi>{names(one.parties)}</bdi></b> <span class="small">{count(one.origins, "origin")}</span><Sources sources={one.sources} /></li>)}</ul>
    </Entry>
  );
}

/** From when to when, as far as anybody told. */
const span = (since: string, until: string | null, last: string): string =>
  until ? (until === since ? day(since) : `${day(since)} to ${day(until)}`) : last === since ? `told on ${day(since)}` : `since ${day(since)}, last told ${day(last)}`;

function AgreementEntry({ entry }: { entry: Agreement }) {
  return (
    <Entry title={<>{entry.kind} · <bdi>{where(entry.place)}</bdi></>} line={<>{span(entry.since, entry.last, entry.last)} {entry.parties.length > 0 ? <> · between <bdi>{names(entry.parties)}</bdi></> : " · between whom is not told"} · last told: {entry.status ?? "only that there is one"}</>}>
      <ol class="steps">{entry.steps.map((step, at) => <li key={at}>{day(step.day)}: <b>{step.status}</b><Sources sources={step.sources} /></li>)}</ol>
    </Entry>
  );
}

function UltimatumEntry({ entry }: { entry: Ultimatum }) {
  return (
    <Entry title={<><bdi>{names(entry.by)}</bdi> to <bdi>{names(entry.to)}</bdi></>} line={<>{day(entry.made)}{entry.deadline?.end && <> · by {day(entry.deadline.end)} (“{entry.deadline.wording}”)</>}{entry.condition && <> · “<bdi>{entry.condition}</bdi>”</>}</>}>
      <p><b>{entry.outcome}</b>{entry.ended && `, ${day(entry.ended)}`}: {entry.why}</p>
      <Sources sources={entry.sources} />
      {entry.outcome_sources.length > 0 && <Sources sources={entry.outcome_sources} label={["report of what came of it", "reports of what came of it"]} />}
    </Entry>
  );
}

function DisplacedEntry({ entry }: { entry: Displaced }) {
  const figure = entry.low === null && entry.high === null ? entry.wording : `${entry.low === null ? "?" : number(entry.low)}${entry.high === null ? " or more" : entry.high !== entry.low ? `–${number(entry.high)}` : ""}`;
  return (
    <Entry title={<>{figure} {entry.what} · <bdi>{where(entry.place)}</bdi></>} line={<>{day(entry.day)} · “<bdi>{entry.wording}</bdi>”{entry.cumulative && " · a running total, never to be added"}{entry.to.length > 0 && <> · to <bdi>{names(entry.to)}</bdi></>}</>}>
      <Sources sources={entry.sources} />
    </Entry>
  );
}

function SiegeEntry({ entry }: { entry: Siege }) {
  return (
    <Entry title={<bdi>{where(entry.place)}</bdi>} line={<>besieged by <bdi>{names(entry.besiegers)}</bdi> from {day(entry.since)}{entry.ended ? <> to {day(entry.ended)}: {entry.how}</> : <>, last told {day(entry.last)}</>}</>}>
      <Sources sources={entry.sources} />
      {entry.end_sources.length > 0 && <Sources sources={entry.end_sources} label={["report of its end", "reports of its end"]} />}
    </Entry>
  );
}

function Sources({ sources, label = ["source", "sources"] }: { sources: Source[]; label?: [string, string] }) {
  return (
    <details class="sources"><summary class="small">{count(sources.length, ...label)}</summary>
      <ul>{sources.map((one) => (
        <li key={one.claim}><Chain names={one.speakers} /> <span class="small"><bdi>{one.outlet ?? "no outlet"}</bdi>, {day(one.published)}</span>
          {one.quote && <q dir="auto">{one.quote}</q>} <a class="small" href={`/reports/${one.report}`} onClick={(event) => { event.preventDefault(); change({ report: one.report }); }}>in the report</a></li>))}</ul>
    </details>
  );
}

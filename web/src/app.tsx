// The page as a whole: head, filters, map, list or what is open, and the days below.
import { useEffect, useMemo, useState } from "preact/hooks";
import * as api from "./api";
import { awaited } from "./api";
import { AuditPane } from "./audit";
import { DecidingLine } from "./deciding_line";
import { Facets } from "./facets";
import { Help } from "./help";
import { Head } from "./head";
import { IncidentPane } from "./incident";
import { useKeys } from "./keys";
import { List } from "./list";
import { show, step } from "./listing";
import { QueuePane } from "./queue";
import { ReportPane } from "./report";
import { SeriesPane } from "./series";
import { change, useAnswer, useView } from "./store";
import { Timeline } from "./timeline";
import { filtersOf, type View } from "./view";
import { mayDecide, seesAll } from "./who";

// What draws the map is most of the page's script, and to begin takes a good part of a second in which nothing else is drawn: it is asked for at once, and begins when the counts are there.
const map = import("./map");

function MapPane({ ready, ...given }: { ready: boolean; filters: URLSearchParams; onBox: (box: string) => void }) {
  const [Pane, setPane] = useState<(typeof import("./map"))["MapPane"] | null>(null);
  const [problem, setProblem] = useState(false);
  useEffect(() => {
    if (!ready || Pane) return;
    const there = awaited();
    const begin = () => void map.then((found) => setPane(() => found.MapPane), () => setProblem(true)).finally(there);
    const timer = window.setTimeout(begin, PAINTED_MS);
    return () => { window.clearTimeout(timer); there(); };
  }, [ready]);
  if (problem) return <p class="problem over" role="alert">The map could not be loaded; the list beside it holds everything that it would show.</p>;
  return Pane ? <Pane {...given} /> : <div class="canvas" aria-busy="true" />;
}

// By then what came with the counts stands on the screen.
const PAINTED_MS = 50;

export function App() {
  const view = useView();
  const [box, setBox] = useState<string | null>(null);
  const filters = useMemo(() => {
    const query = filtersOf(view);
    if (view.onlySeen && box) query.set("box", box);
    return query;
  }, [filtersOf(view).toString(), view.onlySeen, box]);
  const key = filters.toString();
  const facets = useAnswer(key, (signal) => api.facets(filters, signal));
  const [filtering, setFiltering] = useState(false);
  const [helping, setHelping] = useState(false);
  useKeys([
    { key: "j", act: () => void step(1) }, { key: "k", act: () => void step(-1) }, { key: "?", act: () => setHelping(true) },
    { key: "/", act: () => document.querySelector<HTMLInputElement>(".search input")?.focus() },
    { key: "m", act: () => document.querySelector<HTMLElement>(".map canvas")?.focus() },
    { key: "Escape", act: () => { if (view.report && view.incident) change({ report: null }); else if (view.report || view.incident) change({ incident: null, report: null }); } },
  ]);
  // The list of the view is there for J and K even where the page was opened at an incident.
  useEffect(() => { if (view.incident || view.report) show(filters, view.order); }, [key, view.order, view.incident, view.report]);

  return (
    <div class={`page${filtering ? " filtering" : ""}${view.incident || view.report || view.pane || view.series ? " reading" : ""}${view.control ? " mapping" : ""}`}>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>To the incidents</a>
      <Head onHelp={() => setHelping(true)} totals={facets.value?.totals ?? null} run={view.asOf ? null : facets.value?.run ?? null} filters={filters} filtering={filtering} onFilters={() => setFiltering(!filtering)} />
      <aside class="facets" aria-label="Filters">
        <Facets facets={facets} />
      </aside>
      <section class="map" aria-label="Map of incidents">
        <MapPane ready={facets.value !== null || facets.problem !== null} filters={filters} onBox={setBox} />
      </section>
      <main class="main" id="main" tabIndex={-1}>
        {view.report ? <ReportPane id={view.report} /> : view.incident ? <IncidentPane id={view.incident} /> : view.pane || view.series ? <Pane view={view} filters={filters} /> : <List filters={filters} />}
      </main>
      <DecidingLine />
      <footer class="timeline" aria-label="Incidents per day">
        <Timeline filters={filters} />
      </footer>
      <Help open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}

/** What stands in place of the list, or why it does not for whoever looks: a link may have been sent by somebody who may do more. */
function Pane({ view, filters }: { view: View; filters: URLSearchParams }) {
  if (!seesAll() || (view.pane === "review" && !mayDecide())) {
    return (
      <div class="pane empty">
        <button type="button" class="back" onClick={() => change({ pane: null, series: null })}>← all incidents</button>
        <p>{seesAll() ? "Review is for analysts: you may look and not decide." : "This is not published. Whoever sees the whole ledger finds it here after signing in."}</p>
      </div>
    );
  }
  if (view.pane === "review") return <QueuePane filters={filters} />;
  return view.series ? <SeriesPane key={view.series} kind={view.series} filters={filters} /> : <AuditPane />;
}

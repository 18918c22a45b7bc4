// The page as a whole: head, filters, map, list or what is open, and the days below.
import { useMemo, useState } from "preact/hooks";
import * as api from "./api";
import { Facets } from "./facets";
import { Head } from "./head";
import { IncidentPane } from "./incident";
import { List } from "./list";
import { MapPane } from "./map";
import { ReportPane } from "./report";
import { useAnswer, useView } from "./store";
import { Timeline } from "./timeline";
import { filtersOf } from "./view";

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

  return (
    <div class={`page${filtering ? " filtering" : ""}${view.incident || view.report ? " reading" : ""}`}>
      <Head totals={facets.value?.totals ?? null} filters={filters} filtering={filtering} onFilters={() => setFiltering(!filtering)} />
      <aside class="facets" aria-label="Filters">
        <Facets facets={facets} />
      </aside>
      <section class="map" aria-label="Map of incidents">
        <MapPane filters={filters} onBox={setBox} />
      </section>
      <main class="main" id="main">
        {view.report ? <ReportPane id={view.report} /> : view.incident ? <IncidentPane id={view.incident} /> : <List filters={filters} />}
      </main>
      <footer class="timeline" aria-label="Incidents per day">
        <Timeline filters={filters} />
      </footer>
    </div>
  );
}

// Incidents per day, with a brush: drag to choose days, step by day with the keys, double click for all days.
import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import * as api from "./api";
import type { Day } from "./api";
import { useKeys } from "./keys";
import { Failed } from "./states";
import { change, useAnswer, useView, view as now } from "./store";
import { names } from "./series";
import { filtersOf } from "./view";

const SECONDS = 86400;
const HEIGHT = 96;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 1000;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

export function Timeline({ filters }: { filters: URLSearchParams }) {
  const view = useView();
  const all = new URLSearchParams(filters);
  all.delete("since"); all.delete("until");
  const answer = useAnswer(all.toString(), (signal) => api.histogram(all, signal));
  const place = filters.get("place");
  const told = useAnswer(`told|${place}`, async (signal) => {
    const asked = new URLSearchParams(place ? { place } : {});
    const [ultimatums, agreements] = await Promise.all([api.series("ultimatums", asked, signal), api.series("agreements", asked, signal)]);
    return [...ultimatums.entries.map((one): Told => ["ultimatums", one.made, `ultimatum of ${names(one.by)} to ${names(one.to)}: ${one.outcome}`]),
            ...agreements.entries.filter((one) => one.steps.length > 1).map((one): Told => ["agreements", one.since, `${one.kind}${one.place ? `, ${one.place.name}` : ""}: ${one.status ?? "told of"}`])];
  });
  const [width, setWidth] = useState(0);
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);

  useEffect(() => {
    const days = answer.value?.days;
    if (!holder.current || !days) return;
    plot.current?.destroy();
    plot.current = days.length ? draw(holder.current, days) : null;
    mark(plot.current, now().since, now().until);
    return () => { plot.current?.destroy(); plot.current = null; };
  }, [answer.value]);
  useEffect(() => mark(plot.current, view.since, view.until), [view.since, view.until]);
  useEffect(() => {
    const fit = () => { if (holder.current) { plot.current?.setSize({ width: holder.current.clientWidth, height: HEIGHT }); setWidth(holder.current.clientWidth); } };
    const watch = new ResizeObserver(fit);
    if (holder.current) watch.observe(holder.current);
    return () => watch.disconnect();
  }, []);

  const step = (by: number) => {
    const last = answer.value?.days.at(-1)?.day;
    const from = view.since ?? last;
    if (!from) return;
    const day = iso(at(from) + (view.since ? by * SECONDS : 0));
    const width = view.since && view.until ? at(view.until) - at(view.since) : 0;
    change({ since: day, until: iso(at(day) + width) });
  };
  useKeys([{ key: "[", act: () => step(-1) }, { key: "]", act: () => step(1) }, { key: "\\", act: () => change({ since: null, until: null }) }]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") { event.preventDefault(); step(-1); }
    if (event.key === "ArrowRight") { event.preventDefault(); step(1); }
    if (event.key === "Escape") { event.preventDefault(); change({ since: null, until: null }); }
  };
  return (
    <div class="days">
      <div class="dayacts">
        <button type="button" onClick={() => step(-1)} aria-label="A day back">‹</button>
        <label>from <input type="date" value={view.since ?? ""} onChange={(event) => change({ since: event.currentTarget.value || null })} /></label>
        <label>to <input type="date" value={view.until ?? ""} onChange={(event) => change({ until: event.currentTarget.value || null })} /></label>
        <button type="button" onClick={() => step(1)} aria-label="A day on">›</button>
        {(view.since || view.until) && <button type="button" onClick={() => change({ since: null, until: null })}>all days</button>}
      </div>
      <div class="plot" ref={holder} tabIndex={0} role="group" onKeyDown={onKey}
           aria-label={`Histogram of incidents per day${filtersOf(view).toString() ? ", filtered" : ""}. Arrow keys step by day, Escape shows all days.`}>
        {told.value && width > 0 && plot.current && <Marks told={told.value} plot={plot.current} />}
        {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
        {answer.value && answer.value.days.length === 0 && <p class="empty">no incident with a date</p>}
      </div>
    </div>
  );
}

type Told = ["ultimatums" | "agreements", string, string];

/** Ultimatums and agreements of more than one word as small marks over their days; each leads to its series. */
function Marks({ told, plot }: { told: Told[]; plot: uPlot }) {
  const left = plot.over.offsetLeft, wide = plot.over.clientWidth;
  const days = new Map<string, Told[]>();
  for (const one of told) { const key = `${one[0]} ${one[1]}`; days.set(key, [...(days.get(key) ?? []), one]); }
  return (
    <ul class="marks">{[...days].map(([key, those]) => {
      const [kind, made] = those[0] ?? ["ultimatums", ""];
      const x = plot.valToPos(at(made), "x");
      return x >= 0 && x <= wide && (
        <li key={key} class={kind} style={{ left: `${left + x}px` }}>
          <button type="button" title={those.map((one) => one[2]).slice(0, 5).join("\n")} aria-label={`${made}: ${those.map((one) => one[2]).slice(0, 3).join("; ")}`}
                  onClick={() => change({ series: kind, since: made, until: made, incident: null, report: null })}>{kind === "ultimatums" ? "!" : "="}</button>
        </li>);
    })}</ul>
  );
}

function draw(holder: HTMLElement, days: Day[]): uPlot {
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--soft").trim() || "#667";
  const bar = style.getPropertyValue("--bar").trim() || "#57a";
  // The few days far from all others (a history of a war) would flatten the rest: the axis begins where one in a hundred lies before.
  const total = days.reduce((sum, one) => sum + one.incidents, 0);
  let seen = 0;
  const first = days.find((one) => (seen += one.incidents) > total / 100) ?? days[0];
  const range: [number, number] = [at(first?.day ?? "1970-01-01") - 3 * SECONDS, at(days.at(-1)?.day ?? "1970-01-02") + 3 * SECONDS];
  return new uPlot({
    width: holder.clientWidth, height: HEIGHT, legend: { show: false }, padding: [6, 8, 0, 0],
    scales: { x: { time: true, range: () => range }, y: { range: (_plot, _low, high) => [0, Math.max(1, high)] } },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    axes: [{ stroke: ink, grid: { show: false }, ticks: { stroke: ink, width: 1 } }, { stroke: ink, size: 44, grid: { stroke: ink, width: 0.2 }, ticks: { show: false } }],
    series: [{}, { stroke: bar, fill: bar, width: 0, paths: uPlot.paths.bars?.({ size: [0.8, 14, 1] }), points: { show: false } }],
    cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false } },
    hooks: {
      setSelect: [(plot) => {
        if (plot.select.width < 2) return;
        const since = iso(plot.posToVal(plot.select.left, "x") + SECONDS / 2), until = iso(plot.posToVal(plot.select.left + plot.select.width, "x") - SECONDS / 2);
        if (since <= until && (since !== now().since || until !== now().until)) change({ since, until });
      }],
    },
  }, [days.map((one) => at(one.day)), days.map((one) => one.incidents)], holder);
}

function mark(plot: uPlot | null, since: string | null, until: string | null): void {
  if (!plot) return;
  if (!since && !until) { plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false); return; }
  const left = since ? Math.max(0, plot.valToPos(at(since) - SECONDS / 2, "x")) : 0;
  const right = until ? plot.valToPos(at(until) + SECONDS / 2, "x") : plot.over.clientWidth;
  plot.setSelect({ left, width: Math.max(3, right - left), top: 0, height: plot.over.clientHeight }, false);
}

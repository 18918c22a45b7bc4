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
import { seesAll } from "./who";
import { count, day, number } from "./words";

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
  const told = useAnswer(seesAll() ? `told|${place}|${view.asOf}` : null, async (signal) => {
    const asked = new URLSearchParams({ ...(place ? { place } : {}), ...(view.asOf ? { as_of: view.asOf } : {}) });
    // After a run the server must work these out, one after the other, and what the view is made of must not wait for that.
    await api.quiet(signal);
    const ultimatums = await api.marks("ultimatums", asked, signal), agreements = await api.marks("agreements", asked, signal);
    return [...ultimatums.entries.map((one): Told => ["ultimatums", one.made, `ultimatum of ${names(one.by)} to ${names(one.to)}: ${one.outcome}`]),
            ...agreements.entries.filter((one) => one.steps.length > 1).map((one): Told => ["agreements", one.since, `${one.kind}${one.place ? `, ${one.place.name}` : ""}: ${one.status ?? "told of"}`])];
  });
  const marked = (["ultimatums", "agreements"] as const).filter((kind) => told.value?.some((one) => one[0] === kind));
  const mayMark = seesAll();  // marks come last: their place is kept, so that nothing shifts under the hand
  const [width, setWidth] = useState(0);
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [over, setOver] = useState<Day | null>(null);
  const [, redrawn] = useState(0);  // marks stand over a plot, and are drawn when it is there

  useEffect(() => {
    const days = answer.value?.days;
    if (!holder.current || !days) return;
    plot.current?.destroy();
    plot.current = days.length ? draw(holder.current, days, setOver, () => redrawn((turn) => turn + 1)) : null;
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
    const to = iso(at(from) + (view.since ? by * SECONDS : 0));
    const width = view.since && view.until ? at(view.until) - at(view.since) : 0;
    change({ since: to, until: iso(at(to) + width) });
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
        {over && <span class="overday" aria-hidden="true">{day(over.day)}: {count(over.incidents, "incident")}, {count(over.claims, "claim")}{over.killed > 0 && `, ${number(over.killed)} killed by best figures`}</span>}
        {mayMark && <ul class="markkey" aria-hidden="true">{(["ultimatums", "agreements"] as const).map((kind) => <li key={kind} class={`${kind}${marked.includes(kind) ? "" : " kept"}`}><span>{SIGNS[kind]}</span> {kind}</li>)}</ul>}
      </div>
      <div class={`plot${mayMark ? "" : " unmarked"}`} ref={holder} tabIndex={0} role="group" onKeyDown={onKey}
           aria-label={`Histogram of incidents per day${filtersOf(view).toString() ? ", filtered" : ""}. Arrow keys step by day, Escape shows all days.`}>
        {told.value && width > 0 && plot.current && <Marks told={told.value} plot={plot.current} />}
        {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
        {answer.value && answer.value.days.length === 0 && <p class="empty">no incident with a date</p>}
      </div>
    </div>
  );
}

type Told = ["ultimatums" | "agreements", string, string];
const SIGNS = { ultimatums: "!", agreements: "=" } as const;
// Marks nearer to each other than this would lie over each other: they are one, with their number.
const APART = 22;
const NAMED = 5;

/** Ultimatums and agreements of more than one word as marks over their days, a row each; each leads to its series. */
function Marks({ told, plot }: { told: Told[]; plot: uPlot }) {
  const left = plot.over.offsetLeft, wide = plot.over.clientWidth;
  const groups: { kind: Told[0]; x: number; those: Told[] }[] = [];
  for (const one of [...told].sort((a, b) => a[0].localeCompare(b[0]) || a[1].localeCompare(b[1]))) {
    const x = plot.valToPos(at(one[1]), "x"), last = groups.at(-1);
    if (x < 0 || x > wide) continue;
    if (last && last.kind === one[0] && x - last.x < APART) last.those.push(one); else groups.push({ kind: one[0], x, those: [one] });
  }
  return (
    <ul class="marks">{groups.map(({ kind, x, those }) => {
      const since = those[0]?.[1] ?? "", until = those.at(-1)?.[1] ?? since, rest = those.length - NAMED;
      const words = [...those.slice(0, NAMED).map((one) => `${day(one[1])}: ${one[2]}`), ...(rest > 0 ? [`and ${rest} more`] : [])];
      return (
        <li key={`${kind} ${since}`} class={kind} style={{ left: `${left + x}px` }}>
          <button type="button" data-sign={`${SIGNS[kind]}${those.length > 1 ? those.length : ""}`} title={words.join("\n")} aria-label={words.join("; ")}
                  onClick={() => change({ series: kind, pane: null, since, until, incident: null, report: null })} />
        </li>);
    })}</ul>
  );
}

// So few of all incidents, before a gap so wide, are a history and not the war: they would flatten the rest.
const FEW = 0.05, WIDE = 0.3;

/** The day at which the axis begins: one incident in a hundred may lie before, and a few that lie far off. */
function firstShown(days: Day[]): string {
  const total = days.reduce((sum, one) => sum + one.incidents, 0), last = at(days.at(-1)?.day ?? "1970-01-01");
  let seen = 0, first = 0;
  for (let k = 0; k + 1 < days.length; k++) {
    const next = at(days[k + 1]?.day ?? ""), from = at(days[first]?.day ?? "");
    seen += days[k]?.incidents ?? 0;
    if (seen > total * FEW) break;
    if (seen <= total / 100 || next - at(days[k]?.day ?? "") > (last - from) * WIDE) first = k + 1;
  }
  return days[first]?.day ?? "1970-01-01";
}

// The axis is marked by days, months or years, and never by hours: incidents are known by their day.
const MONTH = 30 * SECONDS, YEAR = 365 * SECONDS;
const STEPS = [...[1, 2, 3, 5, 7, 10, 15].map((one) => one * SECONDS), ...[1, 2, 3, 4, 6].map((one) => one * MONTH), ...[1, 2, 5, 10, 25, 50, 100].map((one) => one * YEAR)];
const PART = { day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }), month: new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }) };

/** The marks of the axis in words, with the year beneath where it begins. */
function named(splits: number[], step: number): string[] {
  return splits.map((seconds, k) => {
    const date = new Date(seconds * 1000), year = String(date.getUTCFullYear());
    if (step >= YEAR) return year;
    const begins = k === 0 || new Date((splits[k - 1] ?? 0) * 1000).getUTCFullYear() !== date.getUTCFullYear();
    return PART[step >= MONTH ? "month" : "day"].format(date) + (begins ? `\n${year}` : "");
  });
}

/** The bars; onOver is told the day that the hand is over, and onReady that days have their place: before, none can be asked for. */
function draw(holder: HTMLElement, days: Day[], onOver: (day: Day | null) => void, onReady: () => void): uPlot {
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--soft").trim() || "#667";
  const bar = style.getPropertyValue("--bar").trim() || "#57a";
  const begin = firstShown(days);
  const range: [number, number] = [at(begin) - 3 * SECONDS, at(days.at(-1)?.day ?? "1970-01-02") + 3 * SECONDS];
  return new uPlot({
    width: holder.clientWidth, height: HEIGHT, legend: { show: false }, padding: [6, 8, 0, 0],
    scales: { x: { time: true, range: () => range }, y: { range: (_plot, _low, high) => [0, Math.max(1, high)] } },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    axes: [{ stroke: ink, grid: { show: false }, ticks: { stroke: ink, width: 1 }, incrs: STEPS, values: (_plot, splits, _axis, _space, step) => named(splits, step) }, { stroke: ink, size: 44, grid: { stroke: ink, width: 0.2 }, ticks: { show: false }, splits: (_plot, _axis, _low, high) => [0, high] }],
    series: [{}, { stroke: bar, fill: bar, width: 0, paths: uPlot.paths.bars?.({ size: [0.8, 14, 1] }), points: { show: false } }],
    cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false } },
    hooks: {
      ready: [onReady],
      setCursor: [(plot) => onOver(plot.cursor.idx === null || plot.cursor.idx === undefined ? null : days[plot.cursor.idx] ?? null)],
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

// How the figure for the dead went over time: a range for each version on the day it was published, a colour a speaker; an open range fades upwards.
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { Matrix } from "./api";
import { day } from "./words";

// Colours that people with the usual kinds of colour blindness tell apart (after Okabe and Ito, 2008); the marks differ in shape too.
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#8c6d31", "#6f6f6f"];
const HEIGHT = 150, DAY_S = 86_400;
const at = (iso: string) => Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso) / 1000;

interface Version { who: string; low: number; high: number; open: boolean; when: number }

export function versionsOf(figures: Matrix["figures"]): Version[] {
  return figures.filter(([, low, high, published]) => published !== null && (low !== null || high !== null))
    .map(([who, low, high, published]) => ({ who, low: low ?? 0, high: high ?? low ?? 0, open: high === null, when: at(published ?? "") }))
    .filter((one) => Number.isFinite(one.when)).sort((a, b) => a.when - b.when);
}

/** Nothing where all was published at one time: there is no course to show. */
export function FigureOverTime({ figures }: { figures: Matrix["figures"] }) {
  const holder = useRef<HTMLDivElement>(null);
  const versions = versionsOf(figures);
  const speakers = [...new Set(versions.map((one) => one.who))];
  const shown = versions.length > 1 && versions[0]?.when !== versions.at(-1)?.when;
  useEffect(() => {
    if (!holder.current || !shown) return;
    const plot = draw(holder.current, versions, speakers);
    const watch = new ResizeObserver(() => { if (holder.current) plot.setSize({ width: holder.current.clientWidth, height: HEIGHT }); });
    watch.observe(holder.current);
    return () => { watch.disconnect(); plot.destroy(); };
  }, [figures]);
  if (!shown) return null;
  return (
    <section class="overtime"><h2>Killed, as it was told over time</h2>
      <div ref={holder} role="img" aria-label={versions.map((one) => `${day(new Date(one.when * 1000).toISOString())}, ${one.who}: ${one.low}${one.open ? " or more" : one.high !== one.low ? ` to ${one.high}` : ""}`).join("; ")} />
      <ul class="legend small">{speakers.map((who, k) => <li key={who}><svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect width="10" height="10" fill={colour(k)} /></svg> <bdi>{who}</bdi></li>)}</ul>
    </section>
  );
}

/** A day, or between days the hour (UTC). */
function label(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  return seconds % DAY_S === 0 ? day(iso) : iso.slice(11, 16);
}

const colour = (k: number) => COLOURS[Math.min(k, COLOURS.length - 1)] ?? "#6f6f6f";

function draw(holder: HTMLElement, versions: Version[], speakers: string[]): uPlot {
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--soft").trim() || "#667";
  const first = versions[0]?.when ?? 0, last = versions.at(-1)?.when ?? 0, most = Math.max(1, ...versions.map((one) => one.high));
  const beside = Math.max(DAY_S / 2, (last - first) * 0.06);
  const ranges = (plot: uPlot) => {
    const { ctx } = plot, wide = Math.max(3, 4 * uPlot.pxRatio), top = plot.bbox.top;
    versions.forEach((one) => {
      // Versions of one moment stand beside each other, by speaker.
      const k = speakers.indexOf(one.who), x = plot.valToPos(one.when, "x", true) + (k - (speakers.length - 1) / 2) * wide * 1.3;
      const low = plot.valToPos(one.low, "y", true), high = plot.valToPos(one.high, "y", true);
      ctx.fillStyle = colour(k);
      ctx.globalAlpha = 1;
      ctx.fillRect(x - wide / 2, Math.min(low, high) - wide / 2, wide, Math.abs(low - high) + wide);
      if (one.open) { ctx.globalAlpha = 0.3; ctx.fillRect(x - wide / 2, top, wide, Math.max(0, high - wide / 2 - top)); ctx.globalAlpha = 1; }
    });
  };
  return new uPlot({
    width: holder.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false }, padding: [8, 8, 0, 0],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    scales: { x: { time: true, range: () => [first - beside, last + beside] }, y: { range: () => [0, most * 1.2] } },
    axes: [{ stroke: ink, grid: { show: false }, ticks: { stroke: ink, width: 1 }, space: 80, values: (_plot, splits) => splits.map(label) }, { stroke: ink, size: 44, grid: { stroke: ink, width: 0.2 }, ticks: { show: false } }],
    series: [{}, { show: true, paths: () => null, points: { show: false } }], hooks: { draw: [ranges] },
  }, [versions.map((one) => one.when), versions.map((one) => one.high)], holder);
}

// The map: circles sized by the dead, rings for how precisely a place is known, areas as areas and never as pins.
import { useEffect, useRef, useState } from "preact/hooks";
import { type GeoJSONSource, Map as LibreMap, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import * as api from "./api";
import type { Drawn } from "./api";
import { baseOf } from "./base_map";
import { giveHatching } from "./hatch";
import { keepPace } from "./pace";
import { type Base, INCIDENT_LAYERS, styleOf } from "./map_style";
import { circle } from "./circle";
import { controlled, type Controlled } from "./control";
import { watchPointing } from "./pointing";
import { change, useVersion, useView, view as now } from "./store";
import { count, day, number } from "./words";

setWorkerUrl(workerUrl);
const START: [number, number, number] = [38.5, 35, 5];
// A cluster is asked for a quarter more than is seen, so that a small move shows nothing empty.
const BESIDE = 0.25;

export function MapPane({ filters, onBox }: { filters: URLSearchParams; onBox: (box: string) => void }) {
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<LibreMap | null>(null);
  const [moved, setMoved] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [wide, setWide] = useState<Drawn[]>([]);
  const view = useView();
  // The filters that the circles are of: as long as others are asked for, they are pale.
  const [drawnFor, setDrawnFor] = useState<string | null>(null);
  const [held, setHeld] = useState<Controlled | null>(null);

  useEffect(() => {
    const on = view.control;
    if (on === null) { setHeld(null); return; }
    const abort = new AbortController();
    const asked = new URLSearchParams({ since: on, until: on, ...(view.asOf ? { as_of: view.asOf } : {}) });
    api.series("control", asked, abort.signal).then((found) => setHeld(controlled(found.entries, on)), (error: Error) => { if (!abort.signal.aborted) setProblem(error.message); });
    return () => abort.abort();
  }, [view.control, view.asOf]);
  useEffect(() => {
    const shown = map.current;
    if (!shown?.getSource("control")) return;
    (shown.getSource("control") as GeoJSONSource).setData(held ?? { type: "FeatureCollection", features: [] });
    for (const layer of INCIDENT_LAYERS) if (shown.getLayer(layer)) shown.setLayoutProperty(layer, "visibility", held ? "none" : "visible");
  }, [held, moved]);

  useEffect(() => {
    if (!holder.current) return;
    const there = api.awaited();
    let made: LibreMap;
    const [lon, lat, zoom] = now().map ?? START;
    try {
      made = new LibreMap({
        container: holder.current, style: styleOf(matchMedia("(prefers-color-scheme: dark)").matches), center: [lon, lat], zoom, minZoom: 1, maxZoom: 14,
        attributionControl: { compact: true, customAttribution: "Natural Earth · GeoNames" }, dragRotate: false, pitchWithRotate: false, renderWorldCopies: true,
        // Where labels do not fade, MapLibre places all of them anew with every frame.
        fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 60 : 300,
      });
    } catch { there(); setProblem("The map cannot be drawn here (it needs WebGL). The list beside it holds everything that it would show."); return; }
    let base: Base | null = null;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const recolour = () => { made.setStyle(styleOf(dark.matches, base), { diff: false }); made.once("styledata", () => setMoved((turn) => turn + 1)); };
    const rebase = async () => {
      try {
        const set = await api.baseMap(), found = await baseOf(set, dark.matches);
        if (!found) return;
        base = found;
        recolour();
      } catch (error) { setProblem(`The base map that was set cannot be shown (${error instanceof Error ? error.message : error}); this is the map that comes with Warledger.`); }
    };
    const isOurs = keepPace(made);
    giveHatching(made, () => dark.matches);
    made.addControl(new NavigationControl({ showCompass: false }), "top-left");
    made.touchZoomRotate.disableRotation();
    const tell = () => {
      const box = made.getBounds();
      const west = Math.max(-180, box.getWest()), east = Math.min(180, box.getEast());
      onBox([west, Math.max(-90, box.getSouth()), east, Math.min(90, box.getNorth())].map((one) => one.toFixed(4)).join(","));
      setMoved((turn) => turn + 1);
    };
    made.once("style.load", () => { map.current = made; tell(); void rebase(); there(); });
    made.on("moveend", (event) => {
      if (isOurs()) return;
      if (event.originalEvent || (event as { ours?: boolean }).ours) { const { lng, lat: south } = made.getCenter(); change({ map: [lng, south, made.getZoom()] }, true); }
      tell();
    });
    dark.addEventListener("change", recolour);
    react(made);
    return () => { there(); dark.removeEventListener("change", recolour); map.current = null; made.remove(); };
  }, []);

  useEffect(() => watchPointing((pointed, isOpen) => {
    const shown = map.current, source = shown?.getSource("pointed") as GeoJSONSource | undefined;
    if (!shown || !source) return;
    const point: GeoJSON.Feature<GeoJSON.Point> | null = pointed && { type: "Feature", geometry: { type: "Point", coordinates: [pointed.lon, pointed.lat] }, properties: {} };
    source.setData({ type: "FeatureCollection", features: point && pointed ? [pointed.area && pointed.radiusKm > 0 ? circle(point, pointed.radiusKm) : point] : [] });
    // Where the list follows the map, the map must not follow the list.
    if (pointed && isOpen && !now().onlySeen && !shown.getBounds().contains([pointed.lon, pointed.lat])) shown.easeTo({ center: [pointed.lon, pointed.lat] });
  }), [moved]);

  const key = `${filters} ${useVersion()}`;
  useEffect(() => {
    const shown = map.current;
    if (!shown) return;
    const abort = new AbortController();
    const box = shown.getBounds(), width = box.getEast() - box.getWest(), height = box.getNorth() - box.getSouth();
    const sides = width * (1 + 2 * BESIDE) >= 360 ? [-180, 180] : [wrap(box.getWest() - BESIDE * width), wrap(box.getEast() + BESIDE * width)];
    const asked = new URLSearchParams(filters);
    asked.delete("box");
    api.map(asked, Math.round(shown.getZoom()), [sides[0], Math.max(-90, box.getSouth() - BESIDE * height), sides[1], Math.min(90, box.getNorth() + BESIDE * height)].join(","), abort.signal).then(
      (found) => {
        setProblem(null);
        setWide(put(shown, found));
        const drawn = () => { if (!abort.signal.aborted) setDrawnFor(key); };
        shown.once("idle", drawn);
      }, (error: Error) => { if (!abort.signal.aborted) setProblem(error.message); });
    return () => abort.abort();
  }, [key, moved]);

  useEffect(() => {
    const shown = map.current;
    if (!shown?.getSource("labels")) return;
    const abort = new AbortController();
    const box = shown.getBounds(), grid = 360 / 2 ** (Math.floor(shown.getZoom()) + 1);
    // The box is made wider to a grid, so that small moves ask for the same names again, which the browser still has.
    const out = [Math.max(-180, down(box.getWest(), grid)), Math.max(-90, down(box.getSouth(), grid)), Math.min(180, -down(-box.getEast(), grid)), Math.min(90, -down(-box.getNorth(), grid))];
    api.labels(Math.floor(shown.getZoom()) + 1, out.join(","), abort.signal).then((found) => (shown.getSource("labels") as GeoJSONSource | undefined)?.setData(found), () => { /* a map without names is still a map */ });
    return () => abort.abort();
  }, [moved]);

  return (
    <>
      <div class="canvas" aria-busy={drawnFor !== key && problem === null} ref={holder} />
      {problem && <p class="problem over" role="alert">{problem}</p>}
      {wide.length > 0 && (
        <details class="wideareas"><summary>{count(wide.reduce((sum, one) => sum + one.count, 0), "incident")} known only by a country or a large region</summary>
          <ul>{wide.map((one) => <li key={one.name}><button type="button" class="link" onClick={() => change(one.id ? { incident: one.id, report: null } : { place: one.name, incident: null, report: null })}><bdi>{one.name}</bdi></button> {number(one.count)}</li>)}</ul>
        </details>)}
      {held && view.control && (
        <div class="controlkey">
          <p><b>Who is said to hold what</b>, {day(view.control)}</p>
          <p><button type="button" aria-label="A day back" onClick={() => change({ control: shift(view.control ?? "", -1) })}>‹</button> <input type="date" aria-label="Day of control" value={view.control} onChange={(event) => { if (event.currentTarget.value) change({ control: event.currentTarget.value }); }} /> <button type="button" aria-label="A day on" onClick={() => change({ control: shift(view.control ?? "", 1) })}>›</button> <button type="button" onClick={() => change({ control: null })}>back to incidents</button></p>
          <ul>{held.key.map(([who, colour]) => <li key={who}><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4.5" fill={colour} /></svg> <bdi>{who}</bdi></li>)}<li><span class="dot rival" /> contested</li><li><span class="dot pale" /> not told of for half a year</li></ul>
        </div>)}
      <ul class="key" hidden={held !== null} aria-label="What the map shows">
        <li><span class="dot" /> size: deaths</li><li><span class="dot hollow" /> hollow: one origin</li><li><span class="dot rival" /> hatched: versions contradict</li><li><span class="dot area" /> an area, not a point</li>
      </ul>
    </>
  );
}

const shift = (iso: string, days: number) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const down = (value: number, grid: number) => Math.floor(value / grid) * grid;
const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;

// An area wider than this says nothing on a map that one can read; it is told in words.
const WIDEST_KM = 160;

/** Draws what was found; gives back the areas that are too wide to be drawn, most incidents first. */
function put(map: LibreMap, found: GeoJSON.FeatureCollection<GeoJSON.Point, Drawn>): Drawn[] {
  const places = found.features.filter((one) => one.properties.kind !== "area");
  const tooWide = (one: Drawn) => one.kind === "area" && (one.precision === "country" || (one.radius_km ?? 0) > WIDEST_KM);
  const areas = found.features.filter((one) => one.properties.kind === "area" && !tooWide(one.properties)).map((one) => circle(one, one.properties.radius_km ?? 1));
  const rings = places.filter((one) => one.properties.kind === "place" && (one.properties.radius_km ?? 0) > 0).map((one) => circle(one, one.properties.radius_km ?? 1));
  const set = (name: string, features: GeoJSON.Feature[]) => (map.getSource(name) as GeoJSONSource | undefined)?.setData({ type: "FeatureCollection", features });
  set("areas", areas); set("rings", rings);
  set("places", places.map((one) => ({ ...one, properties: { ...one.properties, words: one.properties.count > 1 ? number(one.properties.count) : "" } })));
  return found.features.map((one) => one.properties).filter(tooWide).sort((a, b) => b.count - a.count || (a.name ?? "").localeCompare(b.name ?? ""));
}

function react(map: LibreMap): void {
  const popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: "260px" });
  map.on("click", "control", (event) => {
    const found = event.features?.[0];
    if (found) change({ place: String(found.properties["name"]), series: "control", incident: null, report: null });
  });
  map.on("mousemove", "control", (event) => {
    const found = event.features?.[0];
    if (!found) return;
    map.getCanvas().style.cursor = "pointer";
    popup.setLngLat(event.lngLat).setText(`${found.properties["name"]}: ${found.properties["who"]}${found.properties["contested"] ? ` (contested: ${found.properties["why"]})` : ""}`).addTo(map);
  });
  map.on("mouseleave", "control", () => { map.getCanvas().style.cursor = ""; popup.remove(); });
  for (const layer of ["places", "areas"]) {
    map.on("mouseenter", layer, (event) => {
      const found = event.features?.[0];
      if (!found) return;
      map.getCanvas().style.cursor = "pointer";
      popup.setLngLat(event.lngLat).setText(words(found.properties as Drawn)).addTo(map);
    });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; popup.remove(); });
    map.on("click", layer, (event) => {
      const found = event.features?.[0];
      if (!found) return;
      const drawn = found.properties as Drawn;
      popup.remove();
      if (drawn.id) change({ incident: drawn.id, report: null });
      else if (drawn.name) change({ place: drawn.name, incident: null, report: null });
      else if (found.geometry.type === "Point") map.easeTo({ center: found.geometry.coordinates as [number, number], zoom: Math.min(13, map.getZoom() + 2) }, { ours: true });
    });
  }
}

function words(drawn: Drawn): string {
  const where = drawn.name ? `${drawn.name}: ` : "";
  const dead = drawn.killed > 0 ? `, ${number(drawn.killed)} killed by best figures` : "";
  const rival = drawn.contested > 0 ? `, ${number(drawn.contested)} with versions that contradict` : "";
  return `${where}${count(drawn.count, "incident")}${dead}${rival}${drawn.kind === "area" ? " somewhere in this area" : ""}`;
}

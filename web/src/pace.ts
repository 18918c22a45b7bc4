// The map's pace: where frames come too slowly while it is moved (no graphics card, a weak one), it is drawn with fewer pixels until it rests.
import type { Map as LibreMap } from "maplibre-gl";

// 30 frames a second; so many frames are looked at before anything is changed.
const SLOWEST_MS = 33;
const LOOKED_AT = 4;
// Each step leaves so much of the sharpness; under the last one nothing could be recognised.
const STEP = 0.6;
const COARSEST = 0.35;

/** Keeps the pace. Gives back whether what the map tells of a move is ours and no move at all. */
export function keepPace(map: LibreMap): () => boolean {
  let moving = false, ours = false, coarse = 1, last = 0;
  let gaps: number[] = [];
  const stop = map.stop.bind(map);
  const draw = (share: number) => {
    ours = true;
    map.stop = () => map; // a new size stops whatever moves the map, and the hand that drags it would lose it
    map.setPixelRatio(share * window.devicePixelRatio);
    map.stop = stop;
    ours = false;
  };
  map.on("movestart", () => {
    if (ours) return;
    moving = true; gaps = []; last = 0;
    if (coarse < 1) draw(coarse);
  });
  map.on("render", () => {
    const now = performance.now();
    if (moving && last > 0) gaps.push(now - last);
    last = moving ? now : 0;
    if (gaps.length < LOOKED_AT) return;
    const middle = gaps.sort((a, b) => a - b)[Math.floor(LOOKED_AT / 2)] ?? 0;
    gaps = [];
    if (middle > SLOWEST_MS && coarse > COARSEST) { coarse = Math.max(COARSEST, coarse * STEP); draw(coarse); }
  });
  map.on("moveend", () => {
    if (ours || !moving) return;
    moving = false;
    if (coarse < 1) draw(1);
  });
  return () => ours;
}

// Hatching for what is contradicted, drawn when the map first asks for it: discs for places, a pattern for areas.
import type { Map as LibreMap } from "maplibre-gl";
import { HATCH_PIXELS, inkOf } from "./map_style";

// Distance of the lines in pixels of the image; a small circle needs few and thick ones.
const PERIODS: Record<string, number> = { "hatch-small": 26, "hatch-middle": 16, "hatch-large": 9 };
const AREA_PIXELS = 16;

export function giveHatching(map: LibreMap, isDark: () => boolean): void {
  map.setMissingStyleImageResolver((id) => {
    const period = PERIODS[id], ink = inkOf(isDark());
    const image = period ? disc(period, ink.rival, ink.hatch) : id === "hatch-area" ? square(ink.rival) : null;
    if (image && !map.hasImage(id)) map.addImage(id, image);
  });
}

function pen(size: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  return canvas.getContext("2d");
}

function disc(period: number, colour: string, light: string): ImageData | null {
  const draw = pen(HATCH_PIXELS), half = HATCH_PIXELS / 2;
  if (!draw) return null;
  draw.arc(half, half, half - 1, 0, 2 * Math.PI);
  draw.clip();
  for (const [ink, width] of [[light, 0.55], [colour, 0.3]] as const) stripes(draw, HATCH_PIXELS, period, period * width, ink);
  return draw.getImageData(0, 0, HATCH_PIXELS, HATCH_PIXELS);
}

function square(colour: string): ImageData | null {
  const draw = pen(AREA_PIXELS);
  if (!draw) return null;
  stripes(draw, AREA_PIXELS, AREA_PIXELS / 2, 1.5, colour);
  return draw.getImageData(0, 0, AREA_PIXELS, AREA_PIXELS);
}

function stripes(draw: CanvasRenderingContext2D, size: number, period: number, width: number, colour: string): void {
  draw.strokeStyle = colour;
  draw.lineWidth = width;
  draw.beginPath();
  for (let x = -size; x <= 2 * size; x += period) { draw.moveTo(x, size); draw.lineTo(x + size, 0); }
  draw.stroke();
}

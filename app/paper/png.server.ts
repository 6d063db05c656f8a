import { Resvg } from "@resvg/resvg-js";

/** Enough for a slide on a large screen. */
const PIXELS_WIDE = 2000;

/** An SVG whose text is outlined, as pixels. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const png = new Resvg(svg, {
    fitTo: { mode: "width", value: PIXELS_WIDE },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();
  return new Uint8Array(png);
}

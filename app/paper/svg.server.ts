import { beginningOf, runsOf } from "./letters.server.ts";
import { type Box, inks, type Picture, type Place, type Shape, type Written } from "./picture.ts";

interface Described {
  readonly title: string;
  readonly sentence: string;
}

/**
 * A picture as an SVG file that needs no style sheet. Its text is text, to be corrected on a slide;
 * `outlined`, it is drawn, for whoever turns it into pixels without having the typeface.
 */
export function svgOf(
  { width, height, shapes }: Picture,
  { title, sentence }: Described,
  { outlined = false } = {},
): string {
  const body = shapes.map((shape) =>
    shape.kind === "text" && outlined ? outlineOf(shape) : elementOf(shape),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Source Sans 3','Source Sans Pro',Arial,sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(sentence)}</desc>`,
    ...body,
    "</svg>",
  ].join("\n");
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case "line":
      return element("path", { d: path([shape.from, shape.to]), ...painted(shape) });
    case "path":
      return element("path", { d: path(shape.places), ...painted(shape) });
    case "area":
      return element("path", { d: `${path(shape.places)}Z`, fill: inks[shape.fill] });
    case "box": {
      const { x, y, width, height, round } = shape;
      return element("rect", { x, y, width, height, rx: round, ...painted(shape) });
    }
    case "disc":
      return element("circle", {
        cx: shape.at[0],
        cy: shape.at[1],
        r: shape.r,
        ...painted(shape),
      });
    case "hatch":
      return element("path", {
        d: hatchOf(shape).map(path).join(""),
        stroke: inks["hatch-ink"],
        "stroke-width": 1.5,
      });
    case "text": {
      const { at, size, ink, bold, anchor } = shape;
      const placed = { x: at[0], y: at[1], "font-size": size, fill: inks[ink] };
      const attributes = attributesOf({
        ...placed,
        "font-weight": bold ? 600 : undefined,
        "text-anchor": anchor === "start" ? undefined : anchor,
      });
      return `<text${attributes} xml:space="preserve">${escaped(shape.text)}</text>`;
    }
  }
}

/** The lines of a hatch, cut at the edges of its box. */
export function hatchOf({ x, y, width, height }: Box): readonly (readonly Place[])[] {
  const step = 9;
  const lines: (readonly Place[])[] = [];
  for (let start = step - height; start < width; start += step) {
    const from = Math.max(0, start);
    const to = Math.min(width, start + height);
    if (to > from) {
      lines.push([
        [x + from, y + height - (from - start)],
        [x + to, y + height - (to - start)],
      ]);
    }
  }
  return lines;
}

/** A line of text as the shape of its letters. */
function outlineOf(written: Written): string {
  let x = beginningOf(written);
  const [, y] = written.at;
  const pieces = runsOf(written.text, written).map((run) => {
    const from = x;
    x += run.width;
    if ("sign" in run) {
      const scale = written.size / 1000;
      return run.sign.contours
        .map((places) => places.map(([a, b]): Place => [from + a * scale, y - b * scale]))
        .map((places) => `${path(places)}Z`)
        .join("");
    }
    const { font } = run.face;
    const scale = written.size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    let along = 0;
    return glyphs
      .map((glyph, place) => {
        const at = positions[place];
        const moved = glyph.path
          .transform(scale, 0, 0, -scale, from + (along + (at?.xOffset ?? 0)) * scale, y)
          .toSVG();
        along += at?.xAdvance ?? 0;
        return moved;
      })
      .join("");
  });
  return element("path", { d: pieces.join(""), fill: inks[written.ink] });
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function painted(shape: Shape): Attributes {
  const stroke = "stroke" in shape ? shape.stroke : undefined;
  const fill = "fill" in shape && shape.fill !== undefined ? inks[shape.fill] : "none";
  if (stroke === undefined) return { fill };
  return {
    fill,
    stroke: inks[stroke.ink],
    "stroke-width": stroke.wide,
    "stroke-dasharray": stroke.dashes?.join(" "),
    "stroke-linejoin": "round",
  };
}

function path(places: readonly Place[]): string {
  return places
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${hundredth(x)} ${hundredth(y)}`)
    .join("");
}

function element(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${typeof value === "number" ? hundredth(value) : escaped(value)}"`],
    )
    .join("");
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What XML allows no file to hold is left out. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

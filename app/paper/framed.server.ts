import { linesOf } from "./letters.server.ts";
import { type Ink, type Picture, type Place, type Shape, WIDE } from "./picture.ts";
import type { Sheet } from "./sheet.ts";

const AROUND = 40;

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly after: number;
}

/** A sheet as one picture: what it is, what may be said of it, the drawing, how to read it, where from. */
export function framed({ title, sentence, caption, source, picture }: Sheet): Picture {
  const inside = Math.max(WIDE, picture.width);
  const width = inside + 2 * AROUND;
  const above = written(
    [
      { text: title, size: 24, ink: "ink", bold: true, after: 10 },
      { text: sentence, size: 18, ink: "ink", after: 22 },
    ],
    AROUND,
    inside,
  );
  const drawn = picture.shapes.map((shape) => moved(shape, [AROUND, above.bottom]));
  const below = written(
    [
      { text: caption, size: 13, ink: "ink-2", after: 8 },
      { text: source, size: 13, ink: "ink-2", after: 0 },
    ],
    above.bottom + picture.height + 20,
    inside,
  );
  const height = Math.ceil(below.bottom + AROUND - 10);
  const ground: Shape = { kind: "box", x: 0, y: 0, width, height, fill: "ground" };
  return { width, height, shapes: [ground, ...above.shapes, ...drawn, ...below.shapes] };
}

function written(paragraphs: readonly Paragraph[], top: number, width: number) {
  const shapes: Shape[] = [];
  let bottom = top;
  for (const { text, after, ...type } of paragraphs) {
    const lines = linesOf(text, width, type);
    for (const line of lines) {
      shapes.push({ kind: "text", text: line, at: [AROUND, bottom + type.size], ...type });
      bottom += type.size * 1.35;
    }
    if (lines.length > 0) bottom += after;
  }
  return { shapes, bottom };
}

/** A shape somewhere else. */
export function moved(shape: Shape, [dx, dy]: Place): Shape {
  const place = ([x, y]: Place): Place => [x + dx, y + dy];
  switch (shape.kind) {
    case "line":
      return { ...shape, from: place(shape.from), to: place(shape.to) };
    case "path":
    case "area":
      return { ...shape, places: shape.places.map(place) };
    case "box":
    case "hatch":
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case "disc":
    case "text":
      return { ...shape, at: place(shape.at) };
  }
}

import { linesOf } from "./letters.server.ts";
import type { Tone } from "./marks.ts";
import { type Picture, type Shape, WIDE } from "./picture.ts";

interface DrawnList {
  readonly title: string;
  readonly tone: Tone;
  readonly items: readonly string[];
  /** In place of items where there are none. */
  readonly nobody: string;
}

const BETWEEN = 20;

/** Lists side by side, each under its title; what stands in one is in no order. */
export function drawLists(lists: readonly DrawnList[]): Picture {
  const width = (WIDE - BETWEEN * (lists.length - 1)) / lists.length;
  const shapes: Shape[] = [];
  let bottom = 0;
  for (const [index, { title, tone, items, nobody }] of lists.entries()) {
    const x = index * (width + BETWEEN);
    const ink = tone ?? "edge";
    shapes.push({ kind: "line", from: [x, 2], to: [x + width, 2], stroke: { ink, wide: 3 } });
    let y = 24;
    for (const text of linesOf(title, width, { size: 15, bold: true })) {
      shapes.push({ kind: "text", at: [x, y], text, size: 15, ink: tone ?? "ink", bold: true });
      y += 20;
    }
    y += 4;
    for (const item of items.length === 0 ? [nobody] : items) {
      for (const text of linesOf(item, width, { size: 14 })) {
        shapes.push({
          kind: "text",
          at: [x, y],
          text,
          size: 14,
          ink: items.length ? "ink" : "ink-2",
        });
        y += 19;
      }
    }
    bottom = Math.max(bottom, y);
  }
  return { width: WIDE, height: bottom, shapes };
}

import { type Axis, upAlong } from "#app/charts/axis.ts";
import type { Words } from "#app/services/around.ts";
import { type Ink, type Picture, type Shape, WIDE } from "./picture.ts";

interface DrawnStacks {
  readonly weeks: readonly { readonly week: string; readonly counts: readonly number[] }[];
  /** From the ground up, in the order of the counts; `ground` is drawn as a frame. */
  readonly layers: readonly { readonly name: string; readonly ink: Ink }[];
  readonly axis: Axis;
}

const SMALL = 13;
const TOP = 12;
const TALL = 220;
const LEFT = 60;

/** A stack a week, and under it what each layer is. */
export function drawStacks({ weeks, layers, axis }: DrawnStacks, { format }: Words): Picture {
  const up = (value: number) => TOP + (upAlong(axis, value) / 100) * TALL;
  const step = (WIDE - LEFT) / Math.max(1, weeks.length);
  const every = Math.ceil(weeks.length / 6);
  const text = { kind: "text", size: SMALL, ink: "ink-2" } as const;
  const shapes: Shape[] = axis.ticks.flatMap((tick): Shape[] => [
    {
      kind: "line",
      from: [LEFT, up(tick)],
      to: [WIDE, up(tick)],
      stroke: { ink: "line", wide: 1 },
    },
    { ...text, at: [LEFT - 8, up(tick) + 4], text: format.count(tick), anchor: "end" },
  ]);
  for (const [index, { week, counts }] of weeks.entries()) {
    let foot = 0;
    for (const [place, { ink }] of layers.entries()) {
      const top = foot + (counts[place] ?? 0);
      const box = { x: LEFT + (index + 0.15) * step, y: up(top), width: step * 0.7 };
      if (top > foot) shapes.push(boxOf(ink, { ...box, height: up(foot) - up(top) }));
      foot = top;
    }
    if (index % every === 0) {
      const at = [LEFT + (index + 0.5) * step, TOP + TALL + 20] as const;
      shapes.push({ ...text, at, text: format.shortDay(week), anchor: "middle" });
    }
  }
  const below = TOP + TALL + 36;
  const wide = (WIDE - LEFT) / layers.length;
  for (const [index, { name, ink }] of layers.toReversed().entries()) {
    const x = LEFT + index * wide;
    shapes.push(boxOf(ink, { x, y: below, width: 16, height: 12 }));
    shapes.push({ ...text, at: [x + 22, below + 11], text: name });
  }
  return { width: WIDE, height: below + 20, shapes };
}

function boxOf(
  ink: Ink,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Shape {
  const stroke = ink === "ground" ? { stroke: { ink: "ink-2", wide: 1.25 } as const } : {};
  return { kind: "box", ...box, fill: ink, ...stroke };
}

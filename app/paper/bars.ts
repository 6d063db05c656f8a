import { type Axis, upAlong } from "#app/charts/axis.ts";
import type { Words } from "#app/services/around.ts";
import { type Ink, type Picture, type Shape, WIDE } from "./picture.ts";

interface Bar {
  readonly total: number;
  readonly least: number;
  readonly part: number;
}

interface DrawnBars {
  readonly weeks: readonly { readonly week: string }[];
  readonly bars: readonly (Bar | null)[];
  readonly axis: Axis;
}

const SMALL = 13;
const TOP = 12;
const TALL = 220;
const LEFT = 60;

/** A bar a week, its dark part from the ground; a week without a figure is hatched. */
export function drawBars({ weeks, bars, axis }: DrawnBars, { format }: Words): Picture {
  const up = (value: number) => TOP + (upAlong(axis, value) / 100) * TALL;
  const step = (WIDE - LEFT) / Math.max(1, weeks.length);
  const every = Math.ceil(weeks.length / 6);
  const shapes: Shape[] = axis.ticks.flatMap((tick): Shape[] => [
    {
      kind: "line",
      from: [LEFT, up(tick)],
      to: [WIDE, up(tick)],
      stroke: { ink: "line", wide: 1 },
    },
    {
      kind: "text",
      at: [LEFT - 8, up(tick) + 4],
      text: format.count(tick),
      size: SMALL,
      ink: "ink-2",
      anchor: "end",
    },
  ]);
  for (const [index, { week }] of weeks.entries()) {
    const [x, width] = [LEFT + (index + 0.15) * step, step * 0.7];
    const bar = bars[index] ?? null;
    const from = (least: number, most: number, fill: Ink): Shape => {
      const box = { x, y: up(most), width, height: up(least) - up(most) };
      const stroke = fill === "ground" ? { stroke: { ink: "ink-2", wide: 1.25 } as const } : {};
      return { kind: "box", ...box, fill, ...stroke };
    };
    if (bar === null) shapes.push({ kind: "hatch", x, y: TOP, width, height: TALL });
    else {
      shapes.push(from(axis.from, bar.least, "band"));
      if (bar.total > bar.least) shapes.push(from(bar.least, bar.total, "ground"));
      if (bar.part > 0) shapes.push(from(axis.from, bar.part, "edge"));
    }
    if (index % every === 0) {
      const at = [LEFT + (index + 0.5) * step, TOP + TALL + 20] as const;
      const text = format.shortDay(week);
      shapes.push({ kind: "text", at, text, size: SMALL, ink: "ink-2", anchor: "middle" });
    }
  }
  return { width: WIDE, height: TOP + TALL + 28, shapes };
}

import { type Ink, type Picture, type Shape, WIDE } from "./picture.ts";

interface DrawnCalendar {
  readonly days: readonly string[];
  readonly hours: readonly string[];
  readonly shifts: readonly {
    readonly name: string;
    /** From Monday midnight on; null when hidden. */
    readonly levels: readonly number[] | null;
    readonly step: number;
  }[];
  /** The fullest hour of all of them, as a share. */
  readonly fullest: number;
  readonly hiddenWord: string;
}

const SMALL = 13;
const LEFT = 60;
const ROW = 20;
/** From an empty hour to the fullest: greys, as nothing here is a verdict. */
const greys: readonly Ink[] = ["raised", "line", "hatch-ink", "edge", "ink-2"];

/** A week a shift: a row a day, a column an hour, the darker the more. */
export function drawCalendar({ days, hours, shifts, fullest, hiddenWord }: DrawnCalendar): Picture {
  const width = (WIDE - LEFT) / hours.length;
  const text = { kind: "text", size: SMALL, ink: "ink-2" } as const;
  const shapes: Shape[] = [];
  let top = 0;
  for (const { name, levels, step } of shifts) {
    shapes.push({ kind: "text", at: [0, top + 16], text: name, size: 14, ink: "ink", bold: true });
    top += 26;
    if (levels === null) {
      shapes.push({ kind: "hatch", x: LEFT, y: top, width: WIDE - LEFT, height: ROW });
      shapes.push({ ...text, at: [LEFT - 8, top + 15], text: hiddenWord, anchor: "end" });
      top += ROW + 14;
      continue;
    }
    for (const [day, called] of days.entries()) {
      const y = top + day * ROW;
      shapes.push({ ...text, at: [LEFT - 8, y + 14], text: called, anchor: "end" });
      for (const hour of hours.keys()) {
        const share = (levels[day * 24 + hour] ?? 0) * step;
        const box = { x: LEFT + hour * width + 1, y: y + 1, width: width - 2, height: ROW - 2 };
        shapes.push({ kind: "box", ...box, fill: greyOf(share, fullest) });
      }
    }
    top += days.length * ROW;
    for (const [hour, called] of hours.entries()) {
      if (hour % 6 === 0) {
        shapes.push({ ...text, at: [LEFT + hour * width, top + 16], text: called });
      }
    }
    top += 36;
  }
  return { width: WIDE, height: top, shapes };
}

function greyOf(share: number, fullest: number): Ink {
  if (share === 0) return "raised";
  const place = Math.ceil((share / fullest) * (greys.length - 1));
  return greys[Math.min(greys.length - 1, Math.max(1, place))] ?? "raised";
}

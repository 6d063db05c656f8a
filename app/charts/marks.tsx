import { percent } from "./axis.ts";

/** ● frontline, □ desk, ○ a comparison: the shape says the population, everywhere. */
export type Shape = "disc" | "square" | "hollow";

interface MarkProps {
  readonly shape: Shape;
  /** In percent of the drawing. */
  readonly x: number;
  /** In percent when `up` is given, in pixels otherwise. */
  readonly y: number | string;
  readonly size?: number;
  readonly tone?: "fav" | "unf" | undefined;
}

export function Mark({ shape, x, y, size = 6, tone }: MarkProps) {
  if (shape === "square") {
    return (
      <svg x={percent(x)} y={y} overflow="visible" role="presentation">
        <rect
          className="square"
          x={1 - size}
          y={1 - size}
          width={2 * size - 2}
          height={2 * size - 2}
        />
      </svg>
    );
  }
  const name = shape === "hollow" ? "hollow" : `disc ${tone ?? ""}`.trim();
  return (
    <circle className={name} cx={percent(x)} cy={y} r={shape === "hollow" ? size - 1 : size} />
  );
}

/** The same shapes, beside a word. */
export const shapeSigns: Readonly<Record<Shape, string>> = { disc: "●", square: "□", hollow: "○" };

interface IntervalProps {
  readonly low: number;
  readonly high: number;
  readonly y: number;
  readonly height: number;
  readonly tone?: "fav" | "unf" | undefined;
}

/** What is uncertain about a value: a bar under its mark. Ends in percent of the drawing. */
export function Interval({ low, high, y, height, tone }: IntervalProps) {
  return (
    <rect
      className={`bar ${tone ?? ""}`.trim()}
      x={percent(low)}
      width={percent(high - low)}
      y={y}
      height={height}
      rx="2"
    />
  );
}

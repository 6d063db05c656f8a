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

interface RangeProps {
  readonly range: readonly [least: number, most: number];
  readonly y: number;
  readonly height: number;
  /** Of the population that is looked at, beside one it is compared with. */
  readonly own?: boolean;
}

/**
 * What may be known of a value in place of a mark: open, for nothing says where in it the value is, and
 * with corners, for a narrow one looks like a nought without them.
 */
export function Range({ range: [least, most], y, height, own = true }: RangeProps) {
  return (
    <rect
      className={own ? "range own" : "range"}
      x={percent(least)}
      width={percent(most - least)}
      y={y}
      height={height}
    />
  );
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

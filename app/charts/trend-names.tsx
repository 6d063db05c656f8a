import { sayBare } from "#app/i18n/say-value.ts";
import { useReading } from "#app/ui/reading.ts";
import { percent } from "./axis.ts";
import { clearPlaces } from "./clear-places.ts";
import { shapeSigns } from "./marks.tsx";
import { TALL, type Taken } from "./reference-places.ts";
import { spread } from "./spread.ts";
import type { TrendLine } from "./trend.tsx";
import { lastShown, type TrendRun } from "./trend-places.ts";

/** Where a line has its name, over or under its middle, and its last value, beside its end. */
export interface NamedLine {
  readonly line: TrendLine;
  readonly name: { readonly x: number; readonly y: number; readonly under: number };
  readonly end: { readonly x: number; readonly y: number; readonly under: string };
}

interface Drawn {
  readonly line: TrendLine;
  readonly runs: readonly TrendRun[];
}

/** Names that do not lie over each other: the upper line has its own over it, the lower one under it. */
export function placeNames(drawn: readonly Drawn[], dense: boolean): readonly NamedLine[] {
  if (drawn.length > 2) return placeAmong(drawn, dense);
  return drawn.flatMap(({ line, runs }) => {
    const points = runs.flat();
    const last = points.at(-1);
    const middle = points[Math.floor(points.length / 2)];
    if (last === undefined || middle === undefined) return [];
    const others = drawn.filter((one) => one.line !== line);
    const against = others.map((one) => one.runs.flat().at(-1)).find((end) => end !== undefined);
    const alone = against === undefined || against.y === last.y;
    const over = alone ? line.shape !== "disc" : last.y < against.y;
    // Two values that end on the same height step aside for each other.
    const close = against !== undefined && Math.abs(against.y - last.y) < 6;
    const under = over ? (dense ? -14 : -9) : dense ? 27 : 19;
    return [
      {
        line,
        name: { x: middle.x, y: over ? middle.high : middle.low, under },
        end: { x: last.x, y: last.y, under: close ? (over ? "-.25em" : "1em") : ".35em" },
      },
    ];
  });
}

/** Values closer than this at the end of their lines are moved apart, in percent of the height. */
const LINE_HEIGHT = 6;

function placeAmong(drawn: readonly Drawn[], dense: boolean): readonly NamedLine[] {
  const names = clearPlaces(
    drawn.map(({ runs }) => runs),
    { over: dense ? -8 : -9, under: dense ? 20 : 19 },
  );
  const lasts = drawn.map(({ runs }) => runs.flat().at(-1) ?? null);
  const heights = spread(
    lasts.map((last) => last?.y ?? null),
    LINE_HEIGHT,
  );
  return drawn.flatMap(({ line }, place) => {
    const [name, last, y] = [names[place], lasts[place], heights[place]];
    if (name == null || last == null || y == null) return [];
    return [{ line, name, end: { x: last.x, y, under: ".35em" } }];
  });
}

/** The heights that names stand on, which nothing else is written over. */
export function takenBy(named: readonly NamedLine[]): readonly Taken[] {
  return named.map(({ name }): Taken => {
    const base = (name.y / 100) * TALL + name.under;
    return [base - 13, base + 5];
  });
}

/** The name of a line with its shape, and its last value. */
export function LineNames({ named }: { readonly named: readonly NamedLine[] }) {
  const { t, format } = useReading();
  return named.map(({ line, name, end }) => {
    const value = lastShown(line);
    return (
      <g key={line.name}>
        <text className="strong" x={percent(end.x)} dx="14" y={percent(end.y)} dy={end.under}>
          {value && t("figure.percent", { value: sayBare({ format }, value) })}
        </text>
        <text
          className="strong halo"
          x={percent(name.x)}
          y={percent(name.y)}
          dy={name.under}
          textAnchor="middle"
        >
          {shapeSigns[line.shape]} {line.name}
        </text>
      </g>
    );
  });
}

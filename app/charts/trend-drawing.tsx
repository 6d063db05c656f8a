import { sayBare } from "#app/i18n/say-value.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, percent, upAlong } from "./axis.ts";
import { Mark, type Shape, shapeSigns } from "./marks.tsx";
import type { TrendLine, TrendMark, TrendMoment, TrendProps } from "./trend.tsx";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Where all of it may be, when it is not known as one number. */
  readonly range: readonly [least: number, most: number] | null;
}

/** The room a written day takes, in percent of the drawing: of many days, the months are beside them. */
const DAY = 9;
const WIDE_DAY = 19;

/** The drawing as the server makes it: in percentages, so that it fits any width without script. */
export function TrendDrawing({ moments, lines, axis, marks = [], dense = false }: TrendProps) {
  const { t, format } = useReading();
  const across = timeAcross(moments);
  const top = axis.ticks.at(-1);
  const begins = moments.map(({ at }) =>
    marks.some((mark) => mark.breaks && mark.at.getTime() === at.getTime()),
  );
  const placed = placeMarks(marks, moments, dense);
  const drawn = lines.map((line) => ({ line, runs: runsOf(line, across, axis, begins) }));
  return (
    <svg className="plot trend" height="300" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="grid"
            x1="0"
            x2="100%"
            y1={percent(upAlong(axis, tick))}
            y2={percent(upAlong(axis, tick))}
          />
          <text x="-8" y={percent(upAlong(axis, tick))} dy=".35em" textAnchor="end">
            {tick === top ? format.share(tick) : format.percentPoints(tick)}
          </text>
        </g>
      ))}
      <Dates moments={moments} across={across} dense={dense} />
      {placed.map(({ mark, x, named }) => (
        <MarkedDay key={mark.sentence} mark={mark} x={x} named={named} />
      ))}
      {lines
        .slice(0, 1)
        .flatMap(({ figures }) =>
          figures.flatMap((figure, index) =>
            figure?.hidden && !dense
              ? [
                  <HiddenMoment
                    key={moments[index]?.key}
                    x={across[index] ?? 0}
                    word={t("figure.hidden")}
                  />,
                ]
              : [],
          ),
        )}
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        overflow="visible"
        role="presentation"
      >
        {drawn.flatMap(({ line, runs }) =>
          runs.map((run) => <Run key={`${line.name} ${run[0]?.x}`} line={line} run={run} />),
        )}
      </svg>
      {!dense &&
        drawn.flatMap(({ line, runs }) =>
          runs
            .flat()
            .map((point) => (
              <PointMark key={`${line.name} ${point.x}`} shape={line.shape} point={point} />
            )),
        )}
      {drawn.map(({ line, runs }) => {
        const others = drawn.filter((one) => one.line !== line).map((one) => one.runs);
        return <LineName key={line.name} line={line} runs={runs} others={others} dense={dense} />;
      })}
    </svg>
  );
}

function Run({ line, run }: { readonly line: TrendLine; readonly run: readonly Point[] }) {
  const band = [
    ...run.map(({ x, high }) => `${round(x)} ${round(high)}`),
    ...run.toReversed().map(({ x, low }) => `${round(x)} ${round(low)}`),
  ].join(" L");
  const [only] = run;
  return (
    <>
      {run.length === 1 && only ? (
        <line className="lone" x1={only.x} x2={only.x} y1={only.low} y2={only.high} />
      ) : (
        <path className={line.shape === "disc" ? "band" : "band thin"} d={`M${band}Z`} />
      )}
      <polyline
        className={line.shape === "disc" ? "front" : "desk"}
        points={run.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")}
      />
    </>
  );
}

function PointMark({ shape, point }: { readonly shape: Shape; readonly point: Point }) {
  const { x, y, range } = point;
  if (range === null) return <Mark shape={shape} x={x} y={percent(y)} size={5} />;
  const [least, most] = range;
  return (
    <line
      className={shape === "disc" ? "span own" : "span"}
      x1={percent(x)}
      x2={percent(x)}
      y1={percent(least)}
      y2={percent(most)}
    />
  );
}

function HiddenMoment({ x, word }: { readonly x: number; readonly word: string }) {
  return (
    <g>
      <rect x={percent(x - 3)} width="6%" y="0" height="100%" fill="url(#hatch)" />
      <text x={percent(x)} y="-7" textAnchor="middle">
        {word}
      </text>
    </g>
  );
}

/** From top to bottom, so that nobody reads across it without seeing it. */
function MarkedDay({ mark, x, named }: PlacedMark) {
  return (
    <g>
      <line className="event" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
      {named && (
        <text x={percent(x)} y="-7" textAnchor={x > 90 ? "end" : x < 10 ? "start" : "middle"}>
          {mark.name}
        </text>
      )}
    </g>
  );
}

interface PlacedMark {
  readonly mark: TrendMark;
  readonly x: number;
  /** Whether its day has room beside the day before it; the sentence under the chart has them all. */
  readonly named: boolean;
}

function placeMarks(
  marks: readonly TrendMark[],
  moments: readonly TrendMoment[],
  dense: boolean,
): readonly PlacedMark[] {
  let written = Number.NEGATIVE_INFINITY;
  return marks.map((mark) => {
    const x = placeOf(mark.at, moments);
    const named = x - written >= (dense ? WIDE_DAY : DAY);
    if (named) written = x;
    return { mark, x, named };
  });
}

/** The last value beside its end, the name over or under the middle of the line. */
function LineName({
  line,
  runs,
  others,
  dense,
}: {
  readonly line: TrendLine;
  readonly runs: readonly (readonly Point[])[];
  readonly others: readonly (readonly (readonly Point[])[])[];
  readonly dense: boolean;
}) {
  const { t, format } = useReading();
  const points = runs.flat();
  const last = points.at(-1);
  const middle = points[Math.floor(points.length / 2)];
  if (last === undefined || middle === undefined) return null;
  const value = valueIn(line.figures.findLast((one) => valueIn(one) !== null) ?? null);
  const against = others.map((one) => one.flat().at(-1)).find((end) => end !== undefined);
  const alone = against === undefined || against.y === last.y;
  const over = alone ? line.shape !== "disc" : last.y < against.y;
  // Two values that end on the same height step aside for each other.
  const close = against !== undefined && Math.abs(against.y - last.y) < 6;
  const beside = close ? (over ? "-.25em" : "1em") : ".35em";
  return (
    <>
      <text className="strong" x={percent(last.x)} dx="14" y={percent(last.y)} dy={beside}>
        {value && t("figure.percent", { value: sayBare({ format }, value) })}
      </text>
      <text
        className="strong halo"
        x={percent(middle.x)}
        y={percent(over ? middle.high : middle.low)}
        dy={over ? (dense ? "-1em" : "-.6em") : dense ? "1.9em" : "1.3em"}
        textAnchor="middle"
      >
        {shapeSigns[line.shape]} {line.name}
      </text>
    </>
  );
}

function Dates({
  moments,
  across,
  dense,
}: {
  readonly moments: readonly TrendMoment[];
  readonly across: readonly number[];
  readonly dense: boolean;
}) {
  const { format } = useReading();
  let written = Number.NEGATIVE_INFINITY;
  let year = "";
  return (
    <>
      {moments.map(({ key, at }, index) => {
        const x = across[index] ?? 0;
        // A label too close to the last one would lie over it.
        if (x - written < (dense ? WIDE_DAY : DAY)) return null;
        written = x;
        const newYear = format.year(at) === year ? null : format.year(at);
        year = format.year(at);
        return (
          <g key={key}>
            <text x={percent(x)} y="100%" dy="1.35em" textAnchor="middle">
              {dense ? format.shortDay(at.toISOString().slice(0, 10)) : format.month(at)}
            </text>
            {newYear !== null && (
              <text x={percent(x)} y="100%" dy="2.7em" textAnchor="middle">
                {newYear}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Moments stand as far apart as they are in time. */
function timeAcross(moments: readonly TrendMoment[]): readonly number[] {
  return moments.map(({ at }) => placeOf(at, moments));
}

/** Where a day is between the first moment and the last; one inside the last week is at its end. */
function placeOf(at: Date, moments: readonly TrendMoment[]): number {
  const [first = 0, last = 0] = [moments[0]?.at.getTime(), moments.at(-1)?.at.getTime()];
  if (last === first) return 50;
  return Math.min(100, Math.max(0, ((at.getTime() - first) / (last - first)) * 100));
}

/** A line in the pieces that hidden moments, and series that begin anew, leave of it. */
function runsOf(
  { figures }: TrendLine,
  across: readonly number[],
  axis: Axis,
  begins: readonly boolean[],
): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const [index, figure] of figures.entries()) {
    const value = valueIn(figure);
    if (value === null || begins[index]) runs.push([]);
    if (value !== null) {
      const [least, most] = value.within ?? [value.value, value.value];
      const range = rangeOf(value);
      runs.at(-1)?.push({
        x: across[index] ?? 0,
        y: upAlong(axis, value.value),
        low: upAlong(axis, value.low ?? least),
        high: upAlong(axis, value.high ?? most),
        range: range && [upAlong(axis, range[0]), upAlong(axis, range[1])],
      });
    }
  }
  return runs.filter((run) => run.length > 0);
}

function valueIn(figure: Disclosed | null) {
  return figure === null || figure.hidden ? null : figure.value;
}

const round = (value: number) => Math.round(value * 100) / 100;

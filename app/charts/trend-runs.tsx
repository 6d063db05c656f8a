import { percent } from "./axis.ts";
import { Mark } from "./marks.tsx";
import type { TrendLine } from "./trend.tsx";
import type { TrendPoint, TrendRun } from "./trend-places.ts";

interface RunsProps {
  readonly drawn: readonly { readonly line: TrendLine; readonly runs: readonly TrendRun[] }[];
}

/** The lines with their bands, in a drawing that is stretched: only strokes keep their width in it. */
export function Runs({ drawn }: RunsProps) {
  return (
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
  );
}

function Run({ line, run }: { readonly line: TrendLine; readonly run: TrendRun }) {
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

/** The points of the lines, which keep their shape however the drawing is stretched. */
export function Points({ drawn }: RunsProps) {
  return drawn.flatMap(({ line, runs }) =>
    runs.flat().map((point) => <Point key={`${line.name} ${point.x}`} line={line} point={point} />),
  );
}

function Point({ line, point }: { readonly line: TrendLine; readonly point: TrendPoint }) {
  const { x, y, range } = point;
  if (range === null) return <Mark shape={line.shape} x={x} y={percent(y)} size={5} />;
  const [least, most] = range;
  return (
    <line
      className={line.shape === "disc" ? "span own" : "span"}
      x1={percent(x)}
      x2={percent(x)}
      y1={percent(least)}
      y2={percent(most)}
    />
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

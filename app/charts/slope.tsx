import { isolated } from "#app/i18n/isolated.ts";
import { sayBare } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { TableBehind } from "#app/ui/block.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, percent, upAlong } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { sayFigure } from "./figure-words.ts";
import { Mark } from "./marks.tsx";
import { shortened } from "./shortened.ts";
import { spread } from "./spread.ts";

/** One population at two moments; either figure may be hidden or missing. */
export interface SlopeLine {
  readonly key: string;
  readonly name: string;
  readonly before: Disclosed | null;
  readonly now: Disclosed | null;
  readonly difference: Difference | null;
}

export interface SlopeProps {
  readonly caption: string;
  /** The two moments, the older first. */
  readonly moments: readonly [before: string, now: string];
  /** What the first column of the table holds. */
  readonly title: string;
  readonly lines: readonly SlopeLine[];
  readonly axis: Axis;
}

/** Where the two moments stand across the drawing, in percent: names have room on the right. */
const LEFT = 12;
const RIGHT = 46;
/** Names closer than this are moved apart, in percent of the height. */
const LINE_HEIGHT = 6.5;
/** Letters of a name beside its end, and of a moment under its line, on the narrowest screen. */
const NAME = 20;
const MOMENT = 16;

/**
 * Two moments and what lies between, a line a population: coloured only where the change is real. A
 * range is a stroke, and no line leaves it, for nothing says how steep it would be.
 */
export function Slope({ caption, moments, title, lines, axis }: SlopeProps) {
  const reading = useReading();
  const { t, format } = reading;
  const drawn = lines.map((line) => ({
    line,
    from: shownValue(line.before),
    to: shownValue(line.now),
    tone: toneOf(line.difference),
  }));
  const places = spread(
    drawn.map(({ to }) => (to === null ? null : upAlong(axis, to.value))),
    LINE_HEIGHT,
  );
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <div className="plot-frame">
        <svg className="plot slope" height="300" aria-hidden="true">
          {axis.ticks.map((tick) => (
            <g key={tick}>
              <line
                className="grid"
                x1={percent(LEFT)}
                x2={percent(RIGHT)}
                y1={percent(upAlong(axis, tick))}
                y2={percent(upAlong(axis, tick))}
              />
              <text x="0" y={percent(upAlong(axis, tick))} dy=".35em">
                {format.percentPoints(tick)}
              </text>
            </g>
          ))}
          {[LEFT, RIGHT].map((x, side) => (
            <g key={x}>
              <line className="axis" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
              <text
                x={side === 0 ? "0" : percent(x)}
                dx={side === 0 ? 0 : -14}
                y="100%"
                dy="1.6em"
                className="strong"
              >
                {isolated(shortened(moments[side] ?? "", MOMENT))}
              </text>
            </g>
          ))}
          {drawn.map(({ line, from, to, tone }, place) => (
            <g key={line.key}>
              {isPoint(from) && isPoint(to) && (
                <line
                  className={`slope-line ${tone ?? ""}`.trim()}
                  x1={percent(LEFT)}
                  x2={percent(RIGHT)}
                  y1={percent(upAlong(axis, from.value))}
                  y2={percent(upAlong(axis, to.value))}
                />
              )}
              <End value={from} x={LEFT} axis={axis} tone={tone} aside={place} />
              <End value={to} x={RIGHT} axis={axis} tone={tone} aside={place} />
            </g>
          ))}
          {drawn.map(({ line, to, tone }, place) => {
            const y = places[place];
            return (
              to !== null &&
              y != null && (
                <text
                  key={line.key}
                  className="strong halo"
                  x={percent(RIGHT)}
                  dx={drawn.some((one) => one.to !== null && !isPoint(one.to)) ? 40 : 10}
                  y={percent(y)}
                  dy=".35em"
                >
                  {tone === "fav" ? "▲ " : tone === "unf" ? "▼ " : ""}
                  {isolated(shortened(line.name, NAME))} {sayBare(reading, to)}
                </text>
              )
            );
          })}
        </svg>
      </div>
      <TableBehind>
        <table>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{moments[0]}</th>
              <th scope="col">{moments[1]}</th>
              <th scope="col">{t("slope.points")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, before, now, difference }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {[before, now].map((figure, side) =>
                  figure?.hidden ? (
                    <HiddenCell key={moments[side]} />
                  ) : (
                    <td key={moments[side]}>{sayFigure(reading, figure)}</td>
                  ),
                )}
                <td>
                  {difference === null || difference.verdict === "untested"
                    ? t("slope.untold")
                    : format.points(difference.displayed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBehind>
    </figure>
  );
}

interface EndProps {
  readonly value: Value | null;
  readonly x: number;
  readonly axis: Axis;
  readonly tone: "fav" | "unf" | undefined;
  /** How many lines were drawn before: strokes stand beside each other, not over each other. */
  readonly aside: number;
}

function End({ value, x, axis, tone, aside }: EndProps) {
  if (value === null) return null;
  const range = rangeOf(value);
  if (range === null) {
    return <Mark shape="disc" x={x} y={percent(upAlong(axis, value.value))} size={5} tone={tone} />;
  }
  const [least, most] = range;
  return (
    <line
      className="span own"
      transform={`translate(${(x === LEFT ? -1 : 1) * (aside % 6) * 6} 0)`}
      x1={percent(x)}
      x2={percent(x)}
      y1={percent(upAlong(axis, least))}
      y2={percent(upAlong(axis, most))}
    />
  );
}

function shownValue(figure: Disclosed | null): Value | null {
  return figure === null || figure.hidden ? null : figure.value;
}

function isPoint(value: Value | null): value is Value {
  return value !== null && rangeOf(value) === null;
}

function toneOf(difference: Difference | null): "fav" | "unf" | undefined {
  if (difference?.verdict === "above") return "fav";
  return difference?.verdict === "below" ? "unf" : undefined;
}

import { useReading } from "#app/ui/reading.ts";
import { type Axis, percent, upAlong } from "./axis.ts";

interface Bar {
  /** How many at most, and at least. */
  readonly total: number;
  readonly least: number;
  readonly part: number;
}

interface WeekBarsProps {
  readonly weeks: readonly { readonly week: string }[];
  readonly bars: readonly (Bar | null)[];
  readonly axis: Axis;
  readonly label: string;
}

/** Room for a quarter: of fewer weeks each keeps the width it will have. */
const FEWEST = 13;

/** A bar a week, its dark part from the ground; a week without a figure is hatched. */
export function WeekBars({ weeks, bars, axis, label }: WeekBarsProps) {
  const { format } = useReading();
  const step = 100 / Math.max(FEWEST, weeks.length);
  const every = Math.ceil(weeks.length / 6);
  return (
    <div className="plot-frame">
      <svg className="plot" height="220" role="img" aria-label={label}>
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
              {format.count(tick)}
            </text>
          </g>
        ))}
        {weeks.map(({ week }, index) => {
          const bar = bars[index] ?? null;
          const x = percent(index * step + step * 0.15);
          const width = percent(step * 0.7);
          return (
            <g key={week}>
              {bar === null ? (
                <rect x={x} width={width} y="0" height="100%" fill="url(#hatch)" />
              ) : (
                <>
                  <Column x={x} width={width} top={upAlong(axis, bar.least)} tone="bar" />
                  {bar.total > bar.least && (
                    <rect
                      className="range"
                      x={x}
                      width={width}
                      y={percent(upAlong(axis, bar.total))}
                      height={percent(upAlong(axis, bar.least) - upAlong(axis, bar.total))}
                    />
                  )}
                  {bar.part > 0 && (
                    <Column x={x} width={width} top={upAlong(axis, bar.part)} tone="bar count" />
                  )}
                </>
              )}
              {index % every === 0 && (
                <text x={percent((index + 0.5) * step)} y="100%" dy="1.35em" textAnchor="middle">
                  {format.shortDay(week)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface ColumnProps {
  readonly x: string;
  readonly width: string;
  readonly top: number;
  readonly tone: string;
}

function Column({ x, width, top, tone }: ColumnProps) {
  return <rect className={tone} x={x} width={width} y={percent(top)} height={percent(100 - top)} />;
}

import { useReading } from "#app/ui/reading.ts";
import { type Axis, percent, upAlong } from "./axis.ts";

/** How a layer is filled: two verdicts, three neutrals told apart without colour. */
export type Fill = "fav" | "unf" | "light" | "dark" | "frame";

interface StackedWeeksProps {
  readonly weeks: readonly { readonly week: string; readonly counts: readonly number[] }[];
  /** From the ground up, in the order of the counts. */
  readonly layers: readonly { readonly key: string; readonly name: string; readonly fill: Fill }[];
  readonly axis: Axis;
  readonly label: string;
}

const classes: Readonly<Record<Fill, string>> = {
  fav: "bar fav",
  unf: "bar unf",
  light: "bar",
  dark: "bar count",
  frame: "range",
};

/** Room for a quarter: of fewer weeks each keeps the width it will have. */
const FEWEST = 13;

/** A stack a week; a week in which nothing is known is hatched. */
export function StackedWeeks({ weeks, layers, axis, label }: StackedWeeksProps) {
  const { format } = useReading();
  const step = 100 / Math.max(FEWEST, weeks.length);
  const every = Math.ceil(weeks.length / 6);
  return (
    <>
      <div className="plot-frame">
        <svg className="plot" height="220" role="img" aria-label={label}>
          {axis.ticks.map((tick) => {
            const y = percent(upAlong(axis, tick));
            return (
              <g key={tick}>
                <line className="grid" x1="0" x2="100%" y1={y} y2={y} />
                <text x="-8" y={y} dy=".35em" textAnchor="end">
                  {format.count(tick)}
                </text>
              </g>
            );
          })}
          {weeks.map(({ week, counts }, index) => {
            const [x, width] = [percent(index * step + step * 0.15), percent(step * 0.7)];
            return (
              <g key={week}>
                {counts.every((count) => count === 0) ? (
                  <rect x={x} width={width} y="0" height="100%" fill="url(#hatch)" />
                ) : (
                  layers.map(({ key, fill }, place) => {
                    const below = counts.slice(0, place).reduce((sum, one) => sum + one, 0);
                    const [foot, top] = [below, below + (counts[place] ?? 0)];
                    return foot === top ? null : (
                      <rect
                        key={key}
                        className={classes[fill]}
                        x={x}
                        width={width}
                        y={percent(upAlong(axis, top))}
                        height={percent(upAlong(axis, foot) - upAlong(axis, top))}
                      />
                    );
                  })
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
      <ul className="key">
        {layers.toReversed().map(({ key, name, fill }) => (
          <li key={key}>
            <svg className="plot swatch" aria-hidden="true">
              <rect className={classes[fill]} width="100%" height="100%" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

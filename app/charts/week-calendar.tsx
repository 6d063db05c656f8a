import { percent } from "./axis.ts";

interface WeekCalendarProps {
  /** The days from Monday on, and the hours from midnight on, as they are written. */
  readonly days: readonly string[];
  readonly hours: readonly string[];
  /** A level an hour, from Monday midnight on. */
  readonly levels: readonly number[];
  /** What a level is worth, and what the fullest hour of all the drawings beside this one is. */
  readonly step: number;
  readonly fullest: number;
  /** What each level is, in words: what a cell says when it is pointed at. */
  readonly labels: readonly string[];
  readonly label: string;
}

const ROW = 24;
/** The faintest that is still seen beside an empty hour. */
const FAINT = 0.14;

/** A week as a calendar: a row a day, a column an hour, the darker the more. One hue: no verdict. */
export function WeekCalendar({
  days,
  hours,
  levels,
  step,
  fullest,
  labels,
  label,
}: WeekCalendarProps) {
  const width = 100 / 24;
  return (
    <div className="plot-frame">
      <svg className="plot" height={ROW * 7} role="img" aria-label={label}>
        {days.map((day, row) => (
          <g key={day}>
            <text x="-8" y={row * ROW + ROW / 2} dy=".35em" textAnchor="end">
              {day}
            </text>
            {hours.map((hour, column) => {
              const level = levels[row * 24 + column] ?? 0;
              return (
                <rect
                  key={hour}
                  className={level === 0 ? "hour" : "hour full"}
                  x={percent(column * width + 0.15)}
                  width={percent(width - 0.3)}
                  y={row * ROW + 1}
                  height={ROW - 2}
                  {...(level === 0 ? {} : { fillOpacity: shadeOf(level * step, fullest) })}
                >
                  <title>{`${day} ${hour} : ${labels[level] ?? ""}`}</title>
                </rect>
              );
            })}
          </g>
        ))}
        {hours.map((hour, column) =>
          column % 6 === 0 ? (
            <text
              key={hour}
              x={percent(column * width)}
              y="100%"
              dy="1.35em"
              textAnchor={column === 0 ? "start" : "middle"}
            >
              {hour}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

/** How dark an hour is: from faint to full, as its share goes to that of the fullest. */
function shadeOf(share: number, fullest: number): number {
  return Math.round((FAINT + (1 - FAINT) * Math.min(1, share / fullest)) * 100) / 100;
}

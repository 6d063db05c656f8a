import type { ReactNode } from "react";
import { type Axis, along, percent } from "./axis.ts";

interface RowsProps {
  readonly axis: Axis;
  /** How a tick is written. */
  readonly tick: (value: number) => string;
  /** What stands over the readings on the right. */
  readonly reading?: string;
  readonly children: ReactNode;
}

/** Rows on one axis: a label, a drawing, a reading. */
export function Rows({ axis, tick, reading, children }: RowsProps) {
  return (
    <div className="holder">
      <div className="rows" aria-hidden="true">
        <div className="head">
          <span />
          <svg className="plot axis-head" height="6" aria-hidden="true">
            {axis.ticks.map((value) => {
              const x = percent(along(axis, value));
              return (
                <g key={value}>
                  <text x={x} y="-4" textAnchor="middle">
                    {tick(value)}
                  </text>
                  <line className="axis" x1={x} x2={x} y1="0" y2="6" />
                </g>
              );
            })}
          </svg>
          <span className="read">{reading}</span>
        </div>
      </div>
      <ul className="rows">{children}</ul>
    </div>
  );
}

/** Height of the drawing in a row, and the line its marks sit on. */
export const ROW = 44;
export const MIDDLE = ROW / 2;

interface RowProps {
  readonly label: ReactNode;
  readonly axis: Axis;
  /** Where the line of the comparison stands, on the axis. */
  readonly reference?: number | null;
  readonly reading: ReactNode;
  /** Null when there is nothing to draw: the hatch is drawn instead. */
  readonly children: ReactNode | null;
  readonly hiddenWord?: string;
  /** What may be said of it, under the row. */
  readonly said?: ReactNode;
}

export function Row(row: RowProps) {
  const { label, axis, reference = null, reading, children, hiddenWord, said } = row;
  return (
    <li>
      <span className="label-line">{label}</span>
      {children === null ? (
        <span className="hidden draw row-hidden">
          <span>{hiddenWord}</span>
        </span>
      ) : (
        <svg className="plot" height={ROW} aria-hidden="true">
          {axis.ticks.map((value) => {
            const x = percent(along(axis, value));
            const zero = value === 0 && axis.from < 0;
            return (
              <line key={value} className={zero ? "zero" : "grid"} x1={x} x2={x} y1="0" y2={ROW} />
            );
          })}
          {reference !== null && (
            <line
              className="ref"
              x1={percent(along(axis, reference))}
              x2={percent(along(axis, reference))}
              y1="0"
              y2={ROW}
            />
          )}
          {children}
        </svg>
      )}
      <span className="read">{reading}</span>
      {said !== undefined && said !== null && <p className="said-of-row">{said}</p>}
    </li>
  );
}

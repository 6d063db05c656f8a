import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, along, percent } from "./axis.ts";
import { sayFigure } from "./figure-words.ts";
import { Mark, Range, type Shape, shapeSigns } from "./marks.tsx";
import { Row, Rows } from "./rows.tsx";

export interface PlaceRow {
  readonly key: string;
  readonly name: string;
  readonly company: Disclosed | null;
  readonly frontline: Disclosed | null;
  readonly desk: Disclosed | null;
}

interface PlaceRowsProps {
  readonly rows: readonly PlaceRow[];
  readonly axis: Axis;
}

/** The company, its frontline and its desks on one line each: three marks, no verdict. */
export function PlaceRows({ rows, axis }: PlaceRowsProps) {
  const reading = useReading();
  const { t, format } = reading;
  return (
    <Rows axis={axis} tick={format.percentPoints} reading={t("population.company")}>
      {rows.map(({ key, name, company, frontline, desk }) => {
        const marked = [
          { figure: company, shape: "hollow", y: 11 },
          { figure: frontline, shape: "disc", y: 22 },
          { figure: desk, shape: "square", y: 33 },
        ] as const;
        const isShown = marked.some(({ figure }) => figure !== null && !figure.hidden);
        return (
          <Row
            key={key}
            axis={axis}
            hiddenWord={t(company === null ? "figure.notSupplied" : "figure.hidden")}
            label={
              <>
                {name}
                <small>
                  {marked.slice(1).map(({ figure, shape }) => (
                    <span key={shape}>
                      {shapeSigns[shape]} {sayFigure(reading, figure)}{" "}
                    </span>
                  ))}
                </small>
              </>
            }
            reading={<b>{sayFigure(reading, company)}</b>}
          >
            {isShown
              ? marked.map(({ figure, shape, y }) =>
                  figure === null || figure.hidden ? null : (
                    <Place key={shape} axis={axis} value={figure.value} shape={shape} y={y} />
                  ),
                )
              : null}
          </Row>
        );
      })}
    </Rows>
  );
}

interface PlaceProps {
  readonly axis: Axis;
  readonly value: Value;
  readonly shape: Shape;
  readonly y: number;
}

/** A mark with a thin line to it from nothing; all it may be where it is only known so far. */
function Place({ axis, value, shape, y }: PlaceProps) {
  const range = rangeOf(value);
  if (range !== null) {
    const [least, most] = [along(axis, range[0]), along(axis, range[1])];
    return <Range range={[least, most]} y={y - 4} height={8} own={shape === "disc"} />;
  }
  const x = along(axis, value.value);
  return (
    <>
      <line className="grid" x1="0%" x2={percent(x)} y1={y} y2={y} />
      <Mark shape={shape} x={x} y={y} size={5} />
    </>
  );
}

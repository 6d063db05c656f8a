import { useReading } from "#app/ui/reading.ts";
import { type Axis, along } from "./axis.ts";
import { Interval, Mark } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";

/** One question, and its part in what all of them explain together. */
export interface DriverLine {
  readonly item: string;
  readonly wording: string;
  readonly towards: string;
  readonly part: number;
  readonly low: number;
  readonly high: number;
}

/** Parts of what is explained, each with its interval; no colour, for nothing here is good or bad. */
export function DriverRows({
  rows,
  axis,
}: {
  readonly rows: readonly DriverLine[];
  readonly axis: Axis;
}) {
  const { t, format } = useReading();
  return (
    <Rows axis={axis} tick={format.percentPoints}>
      {rows.map(({ item, wording, towards, part, low, high }) => (
        <Row
          key={item}
          axis={axis}
          label={
            <>
              {wording}
              {towards !== "" && <small>{towards}</small>}
            </>
          }
          reading={
            <>
              <b>{t("figure.about", { value: format.share(part) })}</b>
              <small>
                {t("figure.fromTo", {
                  low: format.percentPoints(low),
                  high: format.percentPoints(high),
                })}
              </small>
            </>
          }
        >
          <Interval low={along(axis, low)} high={along(axis, high)} y={MIDDLE - 5} height={10} />
          <Mark shape="disc" x={along(axis, part)} y={MIDDLE} />
        </Row>
      ))}
    </Rows>
  );
}

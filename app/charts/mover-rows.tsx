import { useReading } from "#app/ui/reading.ts";
import { type Axis, along } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { Interval, Mark } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";

/** How one figure of one population moved. */
export interface MoverRow {
  readonly key: string;
  readonly measure: string;
  readonly population: string;
  readonly difference: Difference;
  /** What its test lets be said of it. */
  readonly sentence: string;
}

/** Differences on one axis with zero in the middle, shared by neighbours. */
export function MoverRows({
  rows,
  axis,
}: {
  readonly rows: readonly MoverRow[];
  readonly axis: Axis;
}) {
  const { t, format } = useReading();
  return (
    <Rows axis={axis} tick={format.points} reading={t("figure.points", { n: 2 })}>
      {rows.map(({ key, measure, population, difference, sentence }) => {
        const { verdict, displayed, low, high } = difference;
        const tone = verdict === "above" ? "fav" : verdict === "below" ? "unf" : undefined;
        const sign = tone === "fav" ? "▲ " : tone === "unf" ? "▼ " : "";
        return (
          <Row
            key={key}
            axis={axis}
            label={
              <>
                {measure}
                <small>{population}</small>
              </>
            }
            reading={
              <b className={tone}>
                {sign}
                {format.points(displayed)}
              </b>
            }
            said={sentence}
          >
            {low !== null && high !== null && (
              <Interval
                low={along(axis, low)}
                high={along(axis, high)}
                y={MIDDLE - 5}
                height={10}
                tone={tone}
              />
            )}
            <Mark
              shape={tone ? "disc" : "hollow"}
              x={along(axis, displayed)}
              y={MIDDLE}
              tone={tone}
            />
          </Row>
        );
      })}
    </Rows>
  );
}

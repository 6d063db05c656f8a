import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, along } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { Interval, Mark } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";

export interface ChangeRow {
  readonly key: string;
  readonly name: string;
  readonly before: Disclosed | null;
  readonly now: Disclosed | null;
  readonly difference: Difference | null;
  readonly sentence: string | null;
}

/** By how much each moved, zero in the middle; what cannot be told has no mark, only its sentence. */
export function ChangeRows({
  rows,
  axis,
}: {
  readonly rows: readonly ChangeRow[];
  readonly axis: Axis;
}) {
  const { t, format } = useReading();
  return (
    <Rows axis={axis} tick={format.points} reading={t("figure.points", { n: 2 })}>
      {rows.map(({ key, name, before, now, difference, sentence }) => {
        const isHidden = before?.hidden === true || now?.hidden === true;
        const told = difference === null || difference.verdict === "untested" ? null : difference;
        const tone =
          told?.verdict === "above" ? "fav" : told?.verdict === "below" ? "unf" : undefined;
        const sign = tone === "fav" ? "▲ " : tone === "unf" ? "▼ " : "";
        return (
          <Row
            key={key}
            axis={axis}
            label={name}
            hiddenWord={t("figure.hidden")}
            reading={
              told !== null ? (
                <b className={tone}>
                  {sign}
                  {format.points(told.displayed)}
                </b>
              ) : (
                !isHidden && <small>{t("slope.untold")}</small>
              )
            }
            said={sentence}
          >
            {isHidden ? null : (
              <>
                {told !== null && told.low !== null && told.high !== null && (
                  <Interval
                    low={along(axis, told.low)}
                    high={along(axis, told.high)}
                    y={MIDDLE - 5}
                    height={10}
                    tone={tone}
                  />
                )}
                {told !== null && (
                  <Mark
                    shape={tone ? "disc" : "hollow"}
                    x={along(axis, told.displayed)}
                    y={MIDDLE}
                    tone={tone}
                  />
                )}
              </>
            )}
          </Row>
        );
      })}
    </Rows>
  );
}

import { sayValue } from "#app/i18n/say-value.ts";
import { rangeOf, shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, along } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { sayBase, sayInterval } from "./figure-words.ts";
import { Interval, Mark, Range } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";
import { Tenths } from "./tenths.tsx";

export interface TeamRow {
  readonly key: string;
  readonly name: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
  /** What its tests let be said of it, each a sentence. */
  readonly said: readonly string[];
  /** Where the reader of a hidden row is led to. */
  readonly instead: string | null;
}

interface TeamRowsProps {
  readonly rows: readonly TeamRow[];
  readonly axis: Axis;
  /** Where the whole stands; null when it is not shown. */
  readonly reference: number | null;
}

/** Teams on one axis, each with its interval; a range where no single number may be shown. */
export function TeamRows({ rows, axis, reference }: TeamRowsProps) {
  const { t, format } = useReading();
  const isShare = rows.every(({ figure }) => !isMean(figure));
  const tick = isShare ? format.percentPoints : format.mean;
  return (
    <Rows axis={axis} tick={tick}>
      {rows.map(({ key, name, figure, difference, said, instead }) =>
        figure === null || figure.hidden ? (
          <Row
            key={key}
            axis={axis}
            label={name}
            hiddenWord={t(figure === null ? "figure.notSupplied" : "figure.hidden")}
            reading={
              figure !== null &&
              instead !== null && (
                <a href={instead}>
                  <small>{t("figure.what")}</small>
                </a>
              )
            }
          >
            {null}
          </Row>
        ) : (
          <ShownRow
            key={key}
            name={name}
            figure={figure}
            difference={difference}
            said={said}
            axis={axis}
            reference={reference}
          />
        ),
      )}
    </Rows>
  );
}

interface ShownRowProps extends Pick<TeamRow, "name" | "difference" | "said"> {
  readonly figure: Disclosed & { readonly hidden: false };
  readonly axis: Axis;
  readonly reference: number | null;
}

function ShownRow({ name, figure, difference, said, axis, reference }: ShownRowProps) {
  const reading = useReading();
  const { value } = figure;
  const tenths = shownAs(value) === "tenths";
  const range = rangeOf(value);
  const verdict = difference?.verdict;
  const tone = verdict === "above" ? "fav" : verdict === "below" ? "unf" : undefined;
  const sign = tone === "fav" ? "▲ " : tone === "unf" ? "▼ " : "";
  const interval = sayInterval(reading, value);
  return (
    <Row
      axis={axis}
      reference={reference}
      said={said.length === 0 ? null : said.join(" ")}
      label={
        <>
          {name}
          <small>{sayBase(reading, figure.measure, value.base)}</small>
        </>
      }
      reading={
        <>
          <b className={tone}>
            {sign}
            {sayValue(reading, value)}
          </b>
          <small>{tenths ? <Tenths value={value.value} /> : interval}</small>
        </>
      }
    >
      {value.low !== null && value.high !== null && (
        <Interval
          low={along(axis, value.low)}
          high={along(axis, value.high)}
          y={MIDDLE - 5}
          height={10}
          tone={tone}
        />
      )}
      {range !== null && (
        <Range range={[along(axis, range[0]), along(axis, range[1])]} y={MIDDLE - 5} height={10} />
      )}
      {/* Where it is rounded a point would say more than is known. */}
      {range === null && (!tenths || value.low === null) && (
        <Mark
          shape={tenths ? "hollow" : "disc"}
          x={along(axis, value.value)}
          y={MIDDLE}
          tone={tone}
        />
      )}
    </Row>
  );
}

/** Where the line of the whole stands; null when it is no single number. */
export function referenceOf(whole: Disclosed | null): number | null {
  if (whole === null || whole.hidden || rangeOf(whole.value) !== null) return null;
  return whole.value.value;
}

function isMean(figure: Disclosed | null): boolean {
  return figure !== null && !figure.hidden && figure.value.form === "mean";
}

import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { along, shares as axis, percent } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { sayBase, sayFigure } from "./figure-words.ts";
import { Mark, Range, type Shape } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";

const shareAcross = (value: number) => along(axis, value);

interface ParityRowsProps {
  readonly pairs: readonly {
    readonly cut: string;
    readonly less: Disclosed;
    readonly more: Disclosed;
    readonly difference: Difference;
  }[];
}

/** Who answers less than whom: two marks and what separates them. */
export function ParityRows({ pairs }: ParityRowsProps) {
  const reading = useReading();
  const { t, format, language } = reading;
  return (
    <Rows axis={axis} tick={format.percentPoints} reading={t("barometer.gap")}>
      {pairs.map(({ cut, less, more, difference }) => (
        <Row
          key={cut}
          axis={axis}
          label={
            <>
              {less.population.names[language]} <b>{sayFigure(reading, less)}</b>
              <small>
                {more.population.names[language]} {sayFigure(reading, more)}
              </small>
            </>
          }
          reading={
            isApart(less, more) ? (
              <>
                <b>{format.points(difference.displayed)}</b>
                <small>{t("figure.points", { n: Math.abs(difference.displayed) * 100 })}</small>
              </>
            ) : null
          }
        >
          <Pair less={less} more={more} square={cut === "work"} />
        </Row>
      ))}
    </Rows>
  );
}

function Pair({
  less,
  more,
  square,
}: {
  readonly less: Disclosed;
  readonly more: Disclosed;
  readonly square: boolean;
}) {
  if (less.hidden || more.hidden) return null;
  const [a, b] = [shareAcross(less.value.value), shareAcross(more.value.value)];
  return (
    <>
      {isApart(less, more) && (
        <line className="desk" x1={percent(a)} x2={percent(b)} y1={MIDDLE} y2={MIDDLE} />
      )}
      <Side value={more.value} shape={square ? "square" : "hollow"} />
      <Side value={less.value} shape="disc" />
    </>
  );
}

/** Where one of two is: a mark, or all the line that it may be on, the one above the other. */
function Side({ value, shape }: { readonly value: Value; readonly shape: Shape }) {
  const range = rangeOf(value);
  if (range === null) return <Mark shape={shape} x={shareAcross(value.value)} y={MIDDLE} />;
  const own = shape === "disc";
  const [least, most] = range;
  return (
    <Range
      range={[shareAcross(least), shareAcross(most)]}
      y={own ? MIDDLE - 8 : MIDDLE + 1}
      height={7}
      own={own}
    />
  );
}

/** How far apart two ranges are is not known. */
function isApart(less: Disclosed, more: Disclosed): boolean {
  return [less, more].every((one) => !one.hidden && rangeOf(one.value) === null);
}

/** One complete count a population, as a bar. */
export function CountRows({ figures }: { readonly figures: readonly Disclosed[] }) {
  const reading = useReading();
  const { t, format, language } = reading;
  return (
    <Rows axis={axis} tick={format.percentPoints}>
      {figures.map((figure) => (
        <Row
          key={figure.population.key}
          axis={axis}
          label={
            <>
              {figure.population.names[language]}
              {!figure.hidden && (
                <small>{sayBase(reading, figure.measure, figure.value.base)}</small>
              )}
            </>
          }
          reading={figure.hidden ? null : <b>{sayFigure(reading, figure)}</b>}
          hiddenWord={t("figure.hidden")}
        >
          {figure.hidden ? null : <CountBar value={figure.value} />}
        </Row>
      ))}
    </Rows>
  );
}

/** As far as it goes at least, then as far as it may go. */
function CountBar({ value }: { readonly value: Value }) {
  const [least, most] = rangeOf(value) ?? [value.value, value.value];
  const [from, to] = [shareAcross(least), shareAcross(most)];
  return (
    <>
      <rect className="bar count" x="0%" width={percent(from)} y={MIDDLE - 7} height="14" rx="2" />
      {to > from && <Range range={[from, to]} y={MIDDLE - 7} height={14} />}
    </>
  );
}

import type { Disclosed } from "#app/privacy/gate.ts";
import { useReading } from "#app/ui/reading.ts";
import { along, shares as axis, percent } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { sayBase, sayFigure } from "./figure-words.ts";
import { Mark } from "./marks.tsx";
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
            <>
              <b>{format.points(difference.displayed)}</b>
              <small>{t("figure.points", { n: Math.abs(difference.displayed) * 100 })}</small>
            </>
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
      <line className="desk" x1={percent(a)} x2={percent(b)} y1={MIDDLE} y2={MIDDLE} />
      <Mark shape={square ? "square" : "hollow"} x={b} y={MIDDLE} />
      <Mark shape="disc" x={a} y={MIDDLE} />
    </>
  );
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
          {figure.hidden ? null : (
            <rect
              className="bar count"
              x="0%"
              width={percent(shareAcross(figure.value.value))}
              y={MIDDLE - 7}
              height="14"
              rx="2"
            />
          )}
        </Row>
      ))}
    </Rows>
  );
}

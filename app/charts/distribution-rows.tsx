import { sayValue } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { TableBehind } from "#app/ui/block.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, along, percent } from "./axis.ts";
import { bothSides, sideEnds } from "./distribution.ts";
import { sayBase, sayFigure } from "./figure-words.ts";
import { Range } from "./marks.tsx";
import { MIDDLE, Row, Rows } from "./rows.tsx";

/** How the answers to one question fall. */
export interface DistributionRow {
  readonly item: string;
  readonly wording: string;
  readonly favourable: Disclosed | null;
  readonly unfavourable: Disclosed | null;
  readonly neutral: Value | null;
  /** What may be said of it, under the row. */
  readonly said: string | null;
}

const HEIGHT = 16;

/**
 * Favourable answers to the right of zero and unfavourable ones to its left, question by question;
 * neutral ones are told beside, so that both sides begin at one line. What is only known as a range is
 * full as far as it surely goes and open from there.
 */
export function DistributionRows({ rows }: { readonly rows: readonly DistributionRow[] }) {
  const reading = useReading();
  const { t, format } = reading;
  const axis = bothSides(rows);
  return (
    <>
      <Rows axis={axis} tick={(value) => format.size(value)}>
        {rows.map(({ item, wording, favourable, unfavourable, neutral, said }) => {
          const hidden = favourable === null || favourable.hidden;
          return (
            <Row
              key={item}
              axis={axis}
              label={
                <>
                  {wording}
                  {!hidden && <small>{sayBase(reading, "question", favourable.value.base)}</small>}
                </>
              }
              said={said}
              hiddenWord={t(favourable === null ? "figure.notSupplied" : "figure.hidden")}
              reading={
                !hidden && (
                  <>
                    <b>{sayValue(reading, favourable.value)}</b>
                    {neutral !== null && (
                      <small>
                        {t("indicator.questions.rest", { share: sayValue(reading, neutral) })}
                      </small>
                    )}
                  </>
                )
              }
            >
              {hidden ? null : (
                <>
                  <Side value={favourable.value} sign={1} axis={axis} />
                  {unfavourable !== null && !unfavourable.hidden && (
                    <Side value={unfavourable.value} sign={-1} axis={axis} />
                  )}
                </>
              )}
            </Row>
          );
        })}
      </Rows>
      <ul className="key">
        <li>
          <span className="swatch side-unf" />
          {t("indicator.questions.key.unf")}
        </li>
        <li>
          <span className="swatch side-fav" />
          {t("indicator.questions.key.fav")}
        </li>
      </ul>
      <DistributionTable rows={rows} />
    </>
  );
}

interface SideProps {
  readonly value: Value;
  readonly sign: 1 | -1;
  readonly axis: Axis;
}

function Side({ value, sign, axis }: SideProps) {
  const reading = useReading();
  const { least, most, isWide } = sideEnds(value);
  const places = [0, sign * least].map((one) => along(axis, one)).toSorted((a, b) => a - b);
  const [from = 50, to = 50] = places;
  const end = along(axis, sign * most);
  const narrow = most < 0.14 * axis.to;
  return (
    <g>
      <rect
        className={sign === 1 ? "side fav" : "side unf"}
        x={percent(from)}
        width={percent(to - from)}
        y={MIDDLE - HEIGHT / 2}
        height={HEIGHT}
      />
      {isWide && (
        <Range
          range={sign === 1 ? [to, end] : [end, from]}
          y={MIDDLE - HEIGHT / 2}
          height={HEIGHT}
        />
      )}
      {!isWide && (
        <text
          className="strong"
          x={percent(narrow ? end : (50 + end) / 2)}
          dx={narrow ? sign * 4 : 0}
          y={MIDDLE}
          dy=".35em"
          textAnchor={narrow ? (sign === 1 ? "start" : "end") : "middle"}
        >
          {reading.format.percentPoints(value.value)}
        </text>
      )}
    </g>
  );
}

function DistributionTable({ rows }: { readonly rows: readonly DistributionRow[] }) {
  const reading = useReading();
  const { t } = reading;
  return (
    <TableBehind>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("indicator.questions.question")}</th>
            <th scope="col">{t("indicator.questions.favourable")}</th>
            <th scope="col">{t("indicator.questions.neutral")}</th>
            <th scope="col">{t("indicator.questions.unfavourable")}</th>
            <th scope="col">{t("indicator.questions.answers")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, wording, favourable, unfavourable, neutral }) => (
            <tr key={item}>
              <th scope="row">{wording}</th>
              <FigureCell figure={favourable} />
              <td>{neutral === null ? "" : sayValue(reading, neutral)}</td>
              <FigureCell figure={unfavourable} />
              <td>
                {favourable !== null &&
                  !favourable.hidden &&
                  sayBase(reading, "question", favourable.value.base)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBehind>
  );
}

/** One figure in a table; the hatch where it is hidden. */
export function FigureCell({ figure }: { readonly figure: Disclosed | null }) {
  const reading = useReading();
  return figure?.hidden ? <HiddenCell /> : <td>{sayFigure(reading, figure)}</td>;
}

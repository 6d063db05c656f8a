import { sayValue } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { Go } from "#app/ui/go.tsx";
import { HiddenWord } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { along, percent, shares } from "./axis.ts";
import type { Difference } from "./difference.ts";
import { sayFigure, sayMargin } from "./figure-words.ts";
import { Interval, Mark, Range, type Shape, shapeSigns } from "./marks.tsx";

const shareAcross = (value: number) => along(shares, value);

/** Two figures on one line, and how far apart they are. */
export interface Gap {
  readonly own: Disclosed;
  readonly other: Disclosed;
  /** How far apart, the same number as in the sentence about them; null where nothing is told. */
  readonly apart: number | null;
  readonly ownName: string;
  readonly otherName: string;
  readonly otherShape: Shape;
}

interface DialProps {
  readonly title: string;
  /** Where the figure is read in full; null where it has no page of its own. */
  readonly to?: string | null;
  readonly figure: Disclosed | null;
  readonly change: Difference | null;
  readonly gap: Gap | null;
  /** Frontline and desk within what the dial is of. */
  readonly within: Omit<Gap, "apart"> | null;
  /** What the tests of the change and of the gaps let be said; null where nothing is compared. */
  readonly said: {
    readonly change: string | null;
    readonly gap: string | null;
    readonly within: string | null;
  };
}

/** One headline figure: number, margin, change, then who is behind whom. */
export function Dial({ title, to = null, figure, change, gap, within, said }: DialProps) {
  const reading = useReading();
  const { t } = reading;
  return (
    <article className="figure">
      <h2>{to === null ? title : <Go to={to}>{title}</Go>}</h2>
      <p className="value">
        {figure === null ? (
          <span className="quiet">{t("barometer.dial.none")}</span>
        ) : figure.hidden ? (
          <HiddenWord />
        ) : (
          <>
            <strong>{sayValue(reading, figure.value)}</strong>{" "}
            <span className="label">{sayMargin(reading, figure.value)}</span>
          </>
        )}
      </p>
      <Change change={change} said={said.change} />
      {gap === null ? <span /> : <GapLine figure={figure} gap={gap} />}
      {gap === null ? <span /> : <GapWords gap={gap} said={said.gap} />}
      {within !== null && <GapWords gap={within} said={said.within} />}
    </article>
  );
}

interface GapWordsProps {
  readonly gap: Omit<Gap, "apart">;
  readonly said: string | null;
}

/** Both sides of a gap, each with its sign, and what their test lets be said. */
function GapWords({ gap, said }: GapWordsProps) {
  const reading = useReading();
  return (
    <p className="gap">
      <span>
        {shapeSigns.disc} {gap.ownName} <b>{sayFigure(reading, gap.own)}</b>
      </span>
      <span>
        {shapeSigns[gap.otherShape]} {gap.otherName} <b>{sayFigure(reading, gap.other)}</b>
      </span>
      {said !== null && <small>{said}</small>}
    </p>
  );
}

interface ChangeProps {
  readonly change: Difference | null;
  readonly said: string | null;
}

/** What became of a figure: a colour and an arrow only where the change is real. */
function Change({ change, said }: ChangeProps) {
  const { t } = useReading();
  const verdict = change?.verdict;
  if (said === null || (verdict !== "above" && verdict !== "below")) {
    return <p className="change still">{said ?? t("change.none")}</p>;
  }
  return (
    <p className={`change ${verdict === "above" ? "fav" : "unf"}`}>
      <span aria-hidden="true">{verdict === "above" ? "▲" : "▼"}</span> {said}
    </p>
  );
}

const LINE = 32;

function GapLine({ figure, gap }: { readonly figure: Disclosed | null; readonly gap: Gap }) {
  const { t, format } = useReading();
  const [own, other, whole] = [gap.own, gap.other, figure].map(shareOf);
  const apart = gap.apart === null ? null : format.size(gap.apart);
  return (
    <svg className="plot dial-line" height="60" aria-hidden="true">
      <line className="axis" x1="0%" x2="100%" y1={LINE} y2={LINE} />
      {[0, 50, 100].map((tick) => (
        <line
          key={tick}
          className="axis"
          x1={percent(tick)}
          x2={percent(tick)}
          y1={LINE - 4}
          y2={LINE + 4}
        />
      ))}
      {own && other && [own, other].every((one) => rangeOf(one) === null) && (
        <line
          className="front"
          x1={percent(shareAcross(own.value))}
          x2={percent(shareAcross(other.value))}
          y1={LINE}
          y2={LINE}
        />
      )}
      {whole && whole.low !== null && whole.high !== null && (
        <Interval
          low={shareAcross(whole.low)}
          high={shareAcross(whole.high)}
          y={LINE - 12}
          height={24}
        />
      )}
      {whole && rangeOf(whole) === null && figure?.population.key !== gap.own.population.key && (
        <line
          className="zero"
          x1={percent(shareAcross(whole.value))}
          x2={percent(shareAcross(whole.value))}
          y1={LINE - 10}
          y2={LINE + 10}
        />
      )}
      {other && <Place value={other} shape={gap.otherShape} />}
      {own && <Place value={own} shape="disc" />}
      {apart !== null && own && other && (
        <text
          className="strong"
          x={percent(Math.min(88, Math.max(12, shareAcross((own.value + other.value) / 2))))}
          y="14"
          textAnchor="middle"
        >
          {t("figure.gap", { n: apart })}
        </text>
      )}
      <text x="0" y="56">
        0
      </text>
      <text x="50%" y="56" textAnchor="middle">
        50
      </text>
      <text x="100%" y="56" textAnchor="end">
        100
      </text>
    </svg>
  );
}

/** Where a figure is on the line: a mark, or all the line that it may be on. */
function Place({ value, shape }: { readonly value: Value; readonly shape: Shape }) {
  const own = shape === "disc";
  const range = rangeOf(value);
  if (range === null) {
    return <Mark shape={shape} x={shareAcross(value.value)} y={LINE} size={own ? 7 : 6} />;
  }
  const [least, most] = range;
  return (
    <Range
      range={[shareAcross(least), shareAcross(most)]}
      y={own ? LINE - 8 : LINE + 1}
      height={7}
      own={own}
    />
  );
}

function shareOf(figure: Disclosed | null) {
  return figure === null || figure.hidden || figure.value.form !== "share" ? null : figure.value;
}

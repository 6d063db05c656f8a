import { useReading } from "#app/ui/reading.ts";
import { percent } from "./axis.ts";
import type { TrendLine, TrendMark, TrendMoment } from "./trend.tsx";
import { placeOf } from "./trend-places.ts";

/** The room a written day takes, in percent of the drawing: of many days, the months are beside them. */
const DAY = 9;
const WIDE_DAY = 19;

interface Along {
  readonly moments: readonly TrendMoment[];
  readonly dense: boolean;
}

/** The dates under a drawing, those that have room. */
export function Dates({ moments, dense }: Along) {
  const { format } = useReading();
  let written = Number.NEGATIVE_INFINITY;
  let year = "";
  return moments.map(({ key, at }) => {
    const x = placeOf(at, moments);
    // A label too close to the last one would lie over it.
    if (x - written < (dense ? WIDE_DAY : DAY)) return null;
    written = x;
    const newYear = format.year(at) === year ? null : format.year(at);
    year = format.year(at);
    return (
      <g key={key}>
        <text x={percent(x)} y="100%" dy="1.35em" textAnchor="middle">
          {dense ? format.shortDay(at.toISOString().slice(0, 10)) : format.month(at)}
        </text>
        {newYear !== null && (
          <text x={percent(x)} y="100%" dy="2.7em" textAnchor="middle">
            {newYear}
          </text>
        )}
      </g>
    );
  });
}

/** What happened meanwhile, from top to bottom, so that nobody reads across it without seeing it. */
export function MarkedDays({
  marks,
  moments,
  dense,
}: Along & { readonly marks: readonly TrendMark[] }) {
  let written = Number.NEGATIVE_INFINITY;
  return marks.map((mark) => {
    const x = placeOf(mark.at, moments);
    // Without room beside the day before it; the sentence under the chart has them all.
    const named = x - written >= (dense ? WIDE_DAY : DAY);
    if (named) written = x;
    return (
      <g key={mark.sentence}>
        <line className="event" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
        {named && (
          <text x={percent(x)} y="-7" textAnchor={x > 90 ? "end" : x < 10 ? "start" : "middle"}>
            {mark.name}
          </text>
        )}
      </g>
    );
  });
}

/** Where the first line is hidden: a hatch, and the word over it. */
export function HiddenMoments({
  line,
  moments,
}: Pick<Along, "moments"> & { readonly line: TrendLine | undefined }) {
  const { t } = useReading();
  return (line?.figures ?? []).map((figure, index) => {
    const moment = moments[index];
    if (!figure?.hidden || moment === undefined) return null;
    const x = placeOf(moment.at, moments);
    return (
      <g key={moment.key}>
        <rect x={percent(x - 3)} width="6%" y="0" height="100%" fill="url(#hatch)" />
        <text x={percent(x)} y="-7" textAnchor="middle">
          {t("figure.hidden")}
        </text>
      </g>
    );
  });
}

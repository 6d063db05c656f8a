import { useReading } from "#app/ui/reading.ts";
import { percent, upAlong } from "./axis.ts";
import { placeReferences, TALL } from "./reference-places.ts";
import type { TrendProps } from "./trend.tsx";
import { Dates, HiddenMoments, MarkedDays } from "./trend-days.tsx";
import { LineNames, placeNames, takenBy } from "./trend-names.tsx";
import { runsOfLines } from "./trend-places.ts";
import { ReferenceRules } from "./trend-references.tsx";
import { Points, Runs } from "./trend-runs.tsx";

/** The drawing as the server makes it: in percentages, so that it fits any width without script. */
export function TrendDrawing({
  moments,
  lines,
  axis,
  marks = [],
  references = [],
  dense = false,
}: TrendProps) {
  const { format } = useReading();
  const top = axis.ticks.at(-1);
  const runs = runsOfLines(lines, moments, axis, marks);
  const drawn = lines.map((line, index) => ({ line, runs: runs[index] ?? [] }));
  const named = placeNames(drawn, dense);
  const taken = takenBy(named);
  return (
    <svg className="plot trend" height={TALL} aria-hidden="true">
      {axis.ticks.map((tick) => {
        const y = percent(upAlong(axis, tick));
        return (
          <g key={tick}>
            <line className="grid" x1="0" x2="100%" y1={y} y2={y} />
            <text x="-8" y={y} dy=".35em" textAnchor="end">
              {tick === top ? format.share(tick) : format.percentPoints(tick)}
            </text>
          </g>
        );
      })}
      <Dates moments={moments} dense={dense} />
      <MarkedDays marks={marks} moments={moments} dense={dense} />
      {!dense && <HiddenMoments line={lines[0]} moments={moments} />}
      <Runs drawn={drawn} />
      {!dense && <Points drawn={drawn} />}
      <ReferenceRules
        placed={placeReferences(references, { moments, axis, runs: runs.flat(), taken })}
      />
      <LineNames named={named} />
    </svg>
  );
}

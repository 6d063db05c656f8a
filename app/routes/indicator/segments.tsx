import { useLocation } from "@remix-run/react";
import type { Axis } from "#app/charts/axis.ts";
import { referenceOf, TeamRows } from "#app/charts/team-rows.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading, withParameter } from "#app/ui/reading.ts";

interface SegmentBlockProps {
  readonly segments: IndicatorReading["segments"];
  readonly axis: Axis;
  readonly indicator: string;
}

/** The parts of what is looked at, each with its interval. */
export function SegmentBlock({ segments, axis, indicator }: SegmentBlockProps) {
  const { t } = useReading();
  const { pathname, search } = useLocation();
  const reference = referenceOf(segments.whole);
  return (
    <Block
      topic={t("indicator.segments", { cut: segments.cut })}
      sentence={segments.sentence}
      id="segments"
    >
      <figure className="chart">
        {segments.cuts.length > 1 && (
          <ul className="key tabs" aria-label={t("indicator.segments.by")}>
            {segments.cuts.map(({ value, label }) => (
              <li key={value}>
                <Go
                  to={`${withParameter(pathname + search, "by", value)}#segments`}
                  aria-current={value === segments.by ? "true" : undefined}
                  preventScrollReset
                >
                  {label}
                </Go>
              </li>
            ))}
          </ul>
        )}
        <figcaption>
          {reference === null
            ? t("indicator.segments.caption.alone")
            : t("indicator.segments.caption", { whole: segments.wholeName })}
        </figcaption>
        <TeamRows
          axis={axis}
          reference={reference}
          rows={segments.rows.map((row) => ({ ...row, instead: null }))}
        />
        <Parts part={segments.part} at="segments" />
        <ChartFiles
          chart="indicator-segments"
          name={t("indicator.segments", { cut: segments.cut })}
          also={{ indicator }}
        />
      </figure>
    </Block>
  );
}

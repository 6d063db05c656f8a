import type { Axis } from "#app/charts/axis.ts";
import { Trend } from "#app/charts/trend.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface TrendBlockProps {
  readonly trend: NonNullable<IndicatorReading["trend"]>;
  readonly axis: Axis;
  readonly indicator: string;
}

/** The indicator over the waves, with what happened meanwhile. */
export function TrendBlock({ trend, axis, indicator }: TrendBlockProps) {
  const { t } = useReading();
  return (
    <Block
      topic={t("indicator.trend")}
      sentence={trend.sentence}
      id="trend"
      aside={
        <>
          <Definition term={t("barometer.trend.interval")}>
            {t("barometer.trend.interval.text")}
          </Definition>
          <Definition term={t("barometer.trend.broken")}>
            {t("barometer.trend.broken.text")}
          </Definition>
        </>
      }
    >
      <div>
        <Trend
          key={trend.measure}
          caption={t("barometer.trend.caption")}
          momentTitle={t("barometer.trend.wave")}
          moments={trend.moments}
          lines={trend.lines}
          marks={trend.marks}
          references={trend.drawn}
          axis={axis}
        />
        <ChartFiles chart="indicator-trend" name={t("indicator.trend")} also={{ indicator }} />
      </div>
    </Block>
  );
}

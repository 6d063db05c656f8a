import type { Axis } from "#app/charts/axis.ts";
import { Slope } from "#app/charts/slope.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface SlopeBlockProps {
  readonly slope: NonNullable<IndicatorReading["slope"]>;
  readonly axis: Axis;
  readonly indicator: string;
}

/** The same populations at the wave that is looked at and at the one it is compared with. */
export function SlopeBlock({ slope, axis, indicator }: SlopeBlockProps) {
  const { t } = useReading();
  return (
    <Block topic={t("indicator.slope")} sentence={slope.sentence} id="slope">
      <div>
        <Slope
          caption={t("indicator.slope.caption")}
          moments={[slope.before, slope.now]}
          title={t("indicator.slope.population")}
          lines={slope.rows}
          axis={axis}
        />
        <ChartFiles chart="indicator-slope" name={t("indicator.slope")} also={{ indicator }} />
      </div>
    </Block>
  );
}

import { shares } from "#app/charts/axis.ts";
import { ShareRows } from "#app/charts/share-rows.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

/** What people chose where the question was no scale. */
export function Choices({ choices, indicator }: Pick<IndicatorReading, "choices" | "indicator">) {
  const { t } = useReading();
  return (
    <Block topic={t("indicator.choices")} sentence="" id="choices">
      {choices.map(({ item, kind, wording, sentence, options }) => (
        <figure className="chart" key={item}>
          <h3>{wording}</h3>
          <p>{sentence}</p>
          <figcaption>{t(`indicator.choices.${kind}`)}</figcaption>
          <ShareRows axis={shares} rows={options} />
          <ChartFiles chart="indicator-choices" name={wording} also={{ indicator, item }} />
        </figure>
      ))}
    </Block>
  );
}

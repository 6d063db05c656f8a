import type { Axis } from "#app/charts/axis.ts";
import { DriverRows } from "#app/charts/driver-rows.tsx";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

interface DriverBlockProps {
  readonly drivers: IndicatorReading["drivers"];
  readonly axis: Axis;
  readonly indicator: string;
}

/** Which other questions move together with the indicator: never which cause it. */
export function DriverBlock({ drivers, axis, indicator }: DriverBlockProps) {
  const { t } = useReading();
  const { sentence, n, explained, rows } = drivers;
  return (
    <Block
      topic={t("indicator.drivers")}
      sentence={sentence}
      id="drivers"
      aside={
        <>
          <Definition term={t("indicator.drivers.definition")}>
            {t("indicator.drivers.definition.text")}
          </Definition>
          <p>
            <Go to="/methods#drivers">{t("indicator.computed.more")}</Go>
          </p>
        </>
      }
    >
      {explained !== null && (
        <figure className="chart">
          <figcaption>{t("indicator.drivers.caption", { share: explained, n })}</figcaption>
          <DriverRows rows={rows} axis={axis} />
          <ChartFiles
            chart="indicator-drivers"
            name={t("indicator.drivers")}
            also={{ indicator }}
          />
        </figure>
      )}
    </Block>
  );
}

import { CountRows, ParityRows } from "#app/charts/parity-rows.tsx";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

/** Who is not answering: every other figure says less about them. */
export function Parity({ parity }: { readonly parity: NonNullable<BarometerReading["parity"]> }) {
  const { t } = useReading();
  return (
    <Block topic={t("barometer.parity")} sentence={parity.sentence}>
      {parity.representative !== null && (
        <p className={parity.representative.warns ? "notice full" : "quiet full"}>
          {parity.representative.sentence}
        </p>
      )}
      <div className="two full">
        {parity.segments.length > 0 && (
          <figure className="chart">
            <h3>{t("barometer.parity.segments")}</h3>
            <figcaption>{t("barometer.parity.segments.caption")}</figcaption>
            <ParityRows pairs={parity.segments} />
            <ChartFiles chart="barometer-parity" name={t("barometer.parity.segments")} />
          </figure>
        )}
        {parity.units.length > 0 && (
          <figure className="chart">
            <h3>{parity.unitsTitle}</h3>
            <figcaption>{t("barometer.parity.units.caption")}</figcaption>
            <CountRows figures={parity.units} />
            <ChartFiles chart="barometer-participation" name={parity.unitsTitle} />
          </figure>
        )}
      </div>
    </Block>
  );
}

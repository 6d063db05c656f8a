import type { Axis } from "#app/charts/axis.ts";
import { type MoverRow, MoverRows } from "#app/charts/mover-rows.tsx";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ToAct } from "#app/ui/to-act.tsx";

interface MoversProps {
  readonly movers: NonNullable<BarometerReading["movers"]>;
  readonly axis: Axis;
  readonly names: BarometerReading["names"];
  readonly since: string;
}

/** What really moved since the compared wave, beside what only seems to have. */
export function Movers({ movers, axis, names, since }: MoversProps) {
  const { t } = useReading();
  const asRow = ({
    measure,
    population,
    about,
    ...rest
  }: (typeof movers.real)[number]): MoverRow => ({
    key: `${population.key} ${measure}`,
    measure: names[measure] ?? measure,
    population: about,
    ...rest,
  });
  return (
    <Block topic={t("barometer.movers", { wave: since })} sentence={movers.sentence}>
      <div className="two full">
        <figure className="chart">
          <h3>{t("barometer.movers.real")}</h3>
          <figcaption>{t("barometer.movers.real.caption")}</figcaption>
          {movers.real.length === 0 ? (
            <p className="quiet">{t("barometer.movers.none")}</p>
          ) : (
            <>
              <MoverRows rows={movers.real.map(asRow)} axis={axis} />
              <ChartFiles chart="barometer-moved" name={t("barometer.movers.real")} />
            </>
          )}
        </figure>
        <figure className="chart">
          <h3>{t("barometer.movers.seeming")}</h3>
          <figcaption>{t("barometer.movers.seeming.caption")}</figcaption>
          {movers.seeming.length === 0 ? (
            <p className="quiet">{t("barometer.movers.none")}</p>
          ) : (
            <>
              <MoverRows rows={movers.seeming.map(asRow)} axis={axis} />
              <ChartFiles chart="barometer-seeming" name={t("barometer.movers.seeming")} />
            </>
          )}
        </figure>
      </div>
      <ToAct links={movers.toAct} />
      <p className="label full">
        {t("barometer.movers.separate")} {t("barometer.movers.complete")}{" "}
        <Go to="/methods#many">{t("barometer.trend.methods")}</Go>
      </p>
    </Block>
  );
}

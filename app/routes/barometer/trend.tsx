import { useLocation } from "@remix-run/react";
import type { Axis } from "#app/charts/axis.ts";
import { Trend } from "#app/charts/trend.tsx";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading, withParameter } from "#app/ui/reading.ts";

interface TrendBlockProps {
  readonly trend: NonNullable<BarometerReading["trend"]>;
  readonly axis: Axis;
  readonly names: BarometerReading["names"];
}

/** One indicator over the waves, and the way to the others. */
export function TrendBlock({ trend, axis, names }: TrendBlockProps) {
  const { t } = useReading();
  const { pathname, search } = useLocation();
  const name = names[trend.measure] ?? trend.measure;
  const complete = trend.measure === "participation";
  return (
    <Block
      topic={t("barometer.trend", { measure: name })}
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
          {trend.references.map(({ key, name, text }) => (
            <Definition key={key} term={name}>
              {text}
            </Definition>
          ))}
          <p>
            <Go to="/methods#interval">{t("barometer.trend.methods")}</Go>
          </p>
        </>
      }
    >
      <div>
        <ul className="key tabs" aria-label={t("barometer.measure")}>
          {trend.measures.map((measure) => (
            <li key={measure}>
              <Go
                to={`${withParameter(pathname + search, "measure", measure)}#trend`}
                aria-current={measure === trend.measure ? "true" : undefined}
                preventScrollReset
              >
                {names[measure] ?? measure}
              </Go>
            </li>
          ))}
        </ul>
        <Trend
          key={trend.measure}
          caption={t(complete ? "barometer.trend.caption.complete" : "barometer.trend.caption")}
          momentTitle={t("barometer.trend.wave")}
          moments={trend.moments}
          lines={trend.lines}
          marks={trend.marks}
          references={trend.drawn}
          axis={axis}
        />
        <ChartFiles
          chart="barometer-trend"
          name={t("barometer.trend", { measure: name })}
          also={{ measure: trend.measure }}
        />
      </div>
    </Block>
  );
}

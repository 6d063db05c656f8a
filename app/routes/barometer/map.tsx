import { useLocation } from "@remix-run/react";
import { HeatMap, type HeatMapRow } from "#app/charts/heat-map.tsx";
import { indicators } from "#app/model/indicator.ts";
import { addDays } from "#app/model/period.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading, withParameter } from "#app/ui/reading.ts";
import { addressOfMeasure } from "../indicator-address.ts";

interface MapBlockProps {
  readonly map: NonNullable<BarometerReading["map"]>;
  readonly names: BarometerReading["names"];
  readonly wave: string | null;
  readonly week: string | null;
}

const readings: readonly string[] = [...indicators, "adoption"];

/** The parts of the company by what was measured. */
export function MapBlock({ map, names, wave, week }: MapBlockProps) {
  const { t, format, language } = useReading();
  const { pathname, search } = useLocation();
  const current = pathname + search;
  const cutLabel = map.cuts.find(({ value }) => value === map.by)?.label ?? map.by;
  const asRow = ({ population, cells }: (typeof map.rows)[number]): HeatMapRow => ({
    key: population.key,
    name: population.names[language],
    to: withParameter(current, "population", population.key),
    cells,
  });
  const captions = [
    wave !== null && t("barometer.map.caption", { wave }),
    map.measures.includes("adoption") &&
      week !== null &&
      t("barometer.map.caption.adoption", { day: format.day(addDays(week, 6)) }),
  ];
  return (
    <Block topic={t("barometer.map", { cut: cutLabel })} sentence={map.sentence} id="map">
      <figure className="chart full">
        {map.cuts.length > 1 && (
          <ul className="key tabs" aria-label={t("barometer.map.by")}>
            {map.cuts.map(({ value, label }) => (
              <li key={value}>
                <Go
                  to={`${withParameter(current, "by", value)}#map`}
                  aria-current={value === map.by ? "true" : undefined}
                  preventScrollReset
                >
                  {label}
                </Go>
              </li>
            ))}
          </ul>
        )}
        <HeatMap
          label={t("barometer.map.region")}
          firstColumn={t("barometer.map.unit")}
          columns={map.measures.map((measure) => ({
            key: measure,
            name: names[measure] ?? measure,
            lead: readings.includes(measure),
            to: addressOfMeasure(measure, search),
          }))}
          rows={map.rows.map(asRow)}
          whole={map.whole && { ...asRow(map.whole), name: t("population.company"), to: null }}
        />
        <Parts part={map.part} at="map" />
        <figcaption>{captions.filter(Boolean).join(" ")}</figcaption>
        <ChartFiles chart="barometer-map" name={t("barometer.map", { cut: cutLabel })} />
      </figure>
    </Block>
  );
}

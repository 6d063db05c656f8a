import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { Dial } from "#app/charts/dial.tsx";
import { extentOfDifferences, extentOfTrend } from "#app/charts/extent.ts";
import { differencesAcross, sharesUp } from "#app/charts/scales.ts";
import { titled } from "#app/i18n/titled.ts";
import { aboutPeople, readAlerts } from "#app/services/alerts.server.ts";
import { readBarometer } from "#app/services/barometer.server.ts";
import { frameOf } from "#app/services/frame.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Alerts } from "#app/ui/alerts.tsx";
import { ChartFiles, ReportLink } from "#app/ui/chart-files.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { Go } from "#app/ui/go.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Fresh } from "./barometer/fresh.tsx";
import { MapBlock } from "./barometer/map.tsx";
import { Movers } from "./barometer/movers.tsx";
import { Parity } from "./barometer/parity.tsx";
import { Perception } from "./barometer/perception.tsx";
import { TrendBlock } from "./barometer/trend.tsx";
import { addressOfMeasure } from "./indicator-address.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked);
  const { pages, addressLanguage } = frameOf(visit);
  if (!pages.includes("barometer")) {
    // The start page leads everybody to something they may read.
    const search = addressLanguage === null ? "" : `?lang=${addressLanguage}`;
    throw redirect(`/${pages[0] ?? "account"}${search}`);
  }
  const address = new URL(asked.request.url).searchParams;
  const reading = await readBarometer(
    visit.viewer,
    {
      wave: address.get("wave"),
      compare: address.get("compare"),
      population: address.get("population"),
      measure: address.get("measure"),
      by: address.get("by"),
      organisation: address.get("organisation"),
    },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  const { movers, trend } = reading;
  const alerts = await readAlerts(visit.viewer, aboutPeople, visit);
  return {
    alerts,
    title: titled(visit.language, "barometer.title"),
    ...reading,
    moversAxis: differencesAcross(
      extentOfDifferences(movers === null ? [] : [...movers.real, ...movers.seeming]),
    ),
    trendAxis: sharesUp(extentOfTrend(trend?.lines ?? [], trend?.drawn)),
  };
}

export const meta = titled.meta;

export default function Barometer() {
  const { search } = useLocation();
  const reading = useLoaderData<typeof loader>();
  const { t } = useReading();
  const { wave, waves, compared, comparedName, population, populationName, lead, dials } = reading;
  const isCompany = population === "company";
  return (
    <>
      <header className="page-head">
        <h1>{wave === null ? t("barometer.title") : t("barometer.titled", { wave: wave.name })}</h1>
        {reading.populations.length > 0 && <ReportLink />}
      </header>
      {reading.populations.length > 0 && (
        <Filters
          summary={t("barometer.filters", {
            wave: wave?.name ?? t("barometer.lead.noWave"),
            population: populationName,
            compare: comparedName ?? t("filters.noComparison"),
          })}
        >
          {wave !== null && (
            <Select name="wave" label={t("filters.wave")} value={wave.key} options={waves} />
          )}
          <Select
            name="population"
            label={t("filters.population")}
            value={population}
            groups={reading.populations}
          />
          {wave !== null && (
            <Select
              name="compare"
              label={t("filters.compare")}
              value={compared ?? "none"}
              options={[
                ...waves.filter(({ value }) => value !== wave.key),
                { value: "none", label: t("filters.noComparison"), depth: 0 },
              ]}
            />
          )}
          {reading.organisation !== null && (
            <Select
              name="organisation"
              label={reading.organisation.label}
              value={reading.organisation.value}
              options={reading.organisation.options}
            />
          )}
        </Filters>
      )}
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      {reading.organisation?.note && <p className="notice">{reading.organisation.note}</p>}
      {wave === null && (
        <div className="notice">
          <p>{t("barometer.empty.wave")}</p>
          {reading.week !== null && (
            <p>
              {t("barometer.empty.activity")} <Go to="/adoption">{t("adoption.title")}</Go> ·{" "}
              <Go to="/teams">{t("teams.title")}</Go>
            </p>
          )}
        </div>
      )}
      {reading.alerts !== null && <Alerts {...reading.alerts} />}
      {reading.week === null && <p className="notice">{t("barometer.empty.week")}</p>}
      {dials.some(({ figure }) => figure !== null) && (
        <div className="figures">
          {dials.map(({ measure, frontline, figure, change, gap, within, said }) => (
            <Dial
              key={measure}
              title={t(frontline ? "measure.connection.frontline" : `measure.${measure}`)}
              to={addressOfMeasure(measure, search)}
              figure={figure}
              change={change}
              said={said}
              gap={
                gap && {
                  ...gap,
                  ownName: isCompany ? t("population.frontline") : populationName,
                  otherName: t(isCompany ? "population.desk" : "population.company"),
                  otherShape: isCompany ? "square" : "hollow",
                }
              }
              within={
                within && {
                  ...within,
                  ownName: t("population.frontline"),
                  otherName: t("population.desk"),
                  otherShape: "square",
                }
              }
            />
          ))}
        </div>
      )}
      {dials.some(({ figure }) => figure !== null) && (
        <ChartFiles chart="barometer-dials" name={t("barometer.dials")} />
      )}
      {reading.movers !== null && reading.since !== null && (
        <Movers
          movers={reading.movers}
          axis={reading.moversAxis}
          names={reading.names}
          since={reading.since}
        />
      )}
      {reading.trend !== null && (
        <TrendBlock trend={reading.trend} axis={reading.trendAxis} names={reading.names} />
      )}
      {reading.map !== null && (
        <MapBlock
          map={reading.map}
          names={reading.names}
          wave={wave?.name ?? null}
          week={reading.week}
        />
      )}
      {reading.map !== null && <HiddenWhy />}
      {reading.parity !== null && <Parity parity={reading.parity} />}
      {reading.perception !== null && <Perception perception={reading.perception} />}
      <Fresh fresh={reading.fresh} />
    </>
  );
}

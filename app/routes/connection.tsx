import "#app/i18n/words-of-connection.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { shares } from "#app/charts/axis.ts";
import { extentOfFigures } from "#app/charts/extent.ts";
import { sharesUp } from "#app/charts/scales.ts";
import { referenceOf, TeamRows } from "#app/charts/team-rows.tsx";
import { titled } from "#app/i18n/titled.ts";
import { readConnection } from "#app/services/connection.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Announced } from "./connection/announced.tsx";
import { Told } from "./connection/coverage.tsx";
import { Leaders } from "./connection/leaders.tsx";
import { MatrixBlock } from "./connection/matrix.tsx";
import { Mixing } from "./connection/mixing.tsx";
import { TieTrend } from "./connection/tie-trend.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "connection");
  const address = new URL(asked.request.url).searchParams;
  const reading = await readConnection(
    visit.viewer,
    {
      population: address.get("population"),
      weeks: address.get("weeks"),
      reading: address.get("reading"),
    },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  const axisOf = (trend: (typeof reading.ties)[number]["trend"]) =>
    sharesUp(extentOfFigures(trend?.lines.flatMap(({ figures }) => figures) ?? []));
  return {
    title: titled(visit.language, "ties.title"),
    ...reading,
    ties: reading.ties.map((tie) => ({ ...tie, axis: axisOf(tie.trend) })),
    axes: { leaders: axisOf(reading.leaders?.trend ?? null) },
  };
}

export const meta = titled.meta;

export default function Connection() {
  const reading = useLoaderData<typeof loader>();
  const { t } = useReading();
  const { weeks, span, spans, population, populations, lead, ties, units, axes } = reading;
  const head = (
    <header className="page-head">
      <h1>{t("ties.title")}</h1>
    </header>
  );
  if (weeks.length === 0) {
    return (
      <>
        {head}
        <p className="lead">{t("ties.lead.empty")}</p>
        <p className="notice">{t("ties.empty")}</p>
        <Told coverage={reading.coverage} />
      </>
    );
  }
  return (
    <>
      {head}
      <Filters
        summary={t("ties.filters", {
          population: reading.populationName,
          weeks: spans.find(({ value }) => value === span)?.label ?? "",
        })}
      >
        <Select
          name="population"
          label={t("filters.population")}
          value={population}
          groups={populations}
        />
        <Select name="weeks" label={t("ties.weeks")} value={span} options={spans} />
        <Select
          name="reading"
          label={t("ties.reading")}
          value={units.reading}
          options={units.readings}
        />
      </Filters>
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      {ties.map((tie) => (
        <TieTrend key={`${tie.tie} ${population} ${span}`} marks={reading.marks} {...tie} />
      ))}
      {units.rows.length > 0 && (
        <Block
          id="units"
          topic={t("ties.units", { cut: units.cut })}
          sentence={t("ties.units.sentence", {
            reading: t(`measure.${units.reading}`),
            day: reading.day,
          })}
        >
          <figure className="chart">
            <TeamRows
              axis={shares}
              reference={referenceOf(units.whole)}
              rows={units.rows.map((row) => ({ ...row, instead: "#hidden" }))}
            />
            <Parts part={units.part} at="units" />
            <figcaption>{t("ties.note")}</figcaption>
          </figure>
          <ChartFiles chart="connection-units" name={t("ties.units", { cut: units.cut })} />
        </Block>
      )}
      {reading.matrix && <MatrixBlock matrix={reading.matrix} />}
      {reading.leaders && <Leaders leaders={reading.leaders} axis={axes.leaders} />}
      {reading.mixing && <Mixing mixing={reading.mixing} />}
      {reading.announced.length > 0 && <Announced announced={reading.announced} />}
      <Told coverage={reading.coverage} />
      <HiddenWhy />
    </>
  );
}

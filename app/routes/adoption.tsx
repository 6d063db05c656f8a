import "#app/i18n/words-of-adoption.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { shares } from "#app/charts/axis.ts";
import { extentOfFigures } from "#app/charts/extent.ts";
import { countsUp, sharesUp } from "#app/charts/scales.ts";
import { referenceOf, TeamRows } from "#app/charts/team-rows.tsx";
import { Trend } from "#app/charts/trend.tsx";
import { titled } from "#app/i18n/titled.ts";
import { readAdoption } from "#app/services/adoption.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ActiveBlock } from "./adoption/active.tsx";
import { KindsBlock } from "./adoption/kinds.tsx";
import { LifeBlock } from "./adoption/life.tsx";
import { MessageBlock } from "./adoption/messages.tsx";
import { NetworksBlock } from "./adoption/networks.tsx";
import { RhythmBlock } from "./adoption/rhythm.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "adoption");
  const address = new URL(asked.request.url).searchParams;
  const reading = await readAdoption(
    visit.viewer,
    {
      population: address.get("population"),
      weeks: address.get("weeks"),
      groups: {
        group: address.get("group"),
        purpose: address.get("purpose"),
        state: address.get("state"),
        listed: address.get("listed"),
      },
    },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  const totals = (bars: typeof reading.active.bars) => bars.map((bar) => bar?.total ?? 0);
  return {
    title: titled(visit.language, "adoption.title"),
    ...reading,
    axes: {
      trend: sharesUp(extentOfFigures(reading.trend.lines.flatMap(({ figures }) => figures))),
      active: countsUp(totals(reading.active.bars)),
      messages: countsUp(totals(reading.messages.bars)),
      groups: countsUp(
        (reading.groups?.weeks ?? []).map(({ counts }) => counts.reduce((sum, n) => sum + n, 0)),
      ),
    },
  };
}

export const meta = titled.meta;

export default function Adoption() {
  const reading = useLoaderData<typeof loader>();
  const { t, language } = useReading();
  const { weeks, span, spans, population, populations, lead, trend, units, axes } = reading;
  if (weeks.length === 0) {
    return (
      <>
        <h1>{t("adoption.titled")}</h1>
        <p className="lead">{reading.captions.nothing}</p>
        <p className="notice">{t("barometer.empty.week")}</p>
      </>
    );
  }
  return (
    <>
      <header className="page-head">
        <h1>{t("adoption.titled")}</h1>
      </header>
      <Filters
        summary={t("adoption.filters", {
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
        <Select name="weeks" label={t("adoption.weeks")} value={span} options={spans} />
      </Filters>
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      {reading.supplied && (
        <Block
          topic={t("adoption.trend")}
          sentence={trend.sentence}
          aside={
            <Definition term={t("adoption.trend.definition")}>
              {reading.captions.definition}
            </Definition>
          }
        >
          <Trend
            key={`${population} ${span}`}
            caption={reading.captions.trend}
            momentTitle={t("adoption.week")}
            moments={trend.moments}
            lines={trend.lines}
            marks={reading.marks}
            axis={axes.trend}
            dense
          />
          <ChartFiles chart="adoption-trend" name={t("adoption.trend")} />
        </Block>
      )}
      <ActiveBlock active={reading.active} weeks={weeks} axis={axes.active} />
      {units.rows.length > 0 && (
        <Block id="units" topic={t("adoption.units", { cut: units.cut })} sentence={units.sentence}>
          <figure className="chart">
            <TeamRows
              axis={shares}
              reference={referenceOf(units.whole)}
              rows={units.rows.map((row) => ({
                key: row.population.key,
                name: row.population.names[language],
                figure: row.figure,
                difference: row.difference,
                said: row.said,
                instead: "#hidden",
              }))}
            />
            <Parts part={units.part} at="units" />
            <figcaption>{reading.captions.units}</figcaption>
            <ChartFiles chart="adoption-units" name={t("adoption.units", { cut: units.cut })} />
          </figure>
        </Block>
      )}
      {reading.kinds !== null && reading.kinds.privacy.length > 0 && (
        <KindsBlock kinds={reading.kinds} />
      )}
      {reading.groups !== null && <LifeBlock groups={reading.groups} axis={axes.groups} />}
      {reading.rhythm !== null && <RhythmBlock rhythm={reading.rhythm} />}
      {reading.networks !== null && reading.networks.rows.length > 0 && (
        <NetworksBlock networks={reading.networks} />
      )}
      {reading.messages.figures.some((figure) => figure !== null) && (
        <MessageBlock messages={reading.messages} weeks={weeks} axis={axes.messages} />
      )}
      <HiddenWhy />
    </>
  );
}

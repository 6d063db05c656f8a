import "#app/i18n/words-of-indicators.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { extentOfFigures, extentOfTrend } from "#app/charts/extent.ts";
import { across, sharesUp } from "#app/charts/scales.ts";
import { titled } from "#app/i18n/titled.ts";
import { isIndicator } from "#app/model/indicator.ts";
import { readIndicator } from "#app/services/indicator.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Filters, Select } from "#app/ui/filters.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ToAct } from "#app/ui/to-act.tsx";
import { Choices } from "./indicator/choices.tsx";
import { Computed } from "./indicator/computed.tsx";
import { DriverBlock } from "./indicator/drivers.tsx";
import { Others } from "./indicator/others.tsx";
import { QuestionBlock } from "./indicator/questions.tsx";
import { NearBlock } from "./indicator/references.tsx";
import { SegmentBlock } from "./indicator/segments.tsx";
import { SlopeBlock } from "./indicator/slope.tsx";
import { TrendBlock } from "./indicator/trend.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "barometer");
  const address = new URL(asked.request.url).searchParams;
  const indicator = asked.params.indicator ?? "";
  const reading = await readIndicator(
    visit.viewer,
    {
      indicator,
      wave: address.get("wave"),
      compare: address.get("compare"),
      population: address.get("population"),
      by: address.get("by"),
    },
    visit,
  );
  if (reading === null || !isIndicator(indicator)) throw refused(asked, visit.viewer);
  const { trend, segments, slope } = reading;
  const compared = [segments.whole, ...segments.rows.map(({ figure }) => figure)];
  return {
    title: titled(visit.language, `measure.${indicator}`),
    ...reading,
    axes: {
      drivers: across([0, 0.2, ...reading.drivers.rows.map(({ high }) => high)]),
      trend: sharesUp(extentOfTrend(trend?.lines ?? [], trend?.drawn)),
      segments: across([0, 1, ...extentOfFigures(compared)]),
      slope: sharesUp(
        (slope?.rows ?? []).flatMap(({ before, now }) =>
          [before, now].flatMap((one) =>
            one === null || one.hidden ? [] : [one.value.value, ...(one.value.within ?? [])],
          ),
        ),
      ),
    },
  };
}

export const meta = titled.meta;

export default function IndicatorPage() {
  const reading = useLoaderData<typeof loader>();
  const { t } = useReading();
  const { wave, waves, compared, lead, trend, questions, choices, slope, references } = reading;
  return (
    <>
      <header className="page-head">
        <h1>{reading.name}</h1>
      </header>
      {wave !== null && (
        <Filters
          summary={t("indicator.filters", {
            wave: wave.name,
            population: reading.populationName,
            compare: reading.comparedName ?? t("filters.noComparison"),
          })}
        >
          <Select name="wave" label={t("filters.wave")} value={wave.key} options={waves} />
          <Select
            name="population"
            label={t("filters.population")}
            value={reading.population}
            groups={reading.populations}
          />
          <Select
            name="compare"
            label={t("filters.compare")}
            value={compared ?? "none"}
            options={[
              ...waves.filter(({ value }) => value !== wave.key),
              { value: "none", label: t("filters.noComparison"), depth: 0 },
            ]}
          />
        </Filters>
      )}
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      <ToAct links={reading.toAct} />
      <Others current={reading.indicator} asked={reading.asked} />
      {wave === null && <p className="notice">{t("barometer.empty.wave")}</p>}
      {trend !== null && (
        <TrendBlock trend={trend} axis={reading.axes.trend} indicator={reading.indicator} />
      )}
      {wave !== null && <QuestionBlock questions={questions} indicator={reading.indicator} />}
      {choices.length > 0 && <Choices choices={choices} indicator={reading.indicator} />}
      {reading.segments.rows.length > 0 && (
        <SegmentBlock
          segments={reading.segments}
          axis={reading.axes.segments}
          indicator={reading.indicator}
        />
      )}
      {slope !== null && (
        <SlopeBlock slope={slope} axis={reading.axes.slope} indicator={reading.indicator} />
      )}
      {wave !== null && (
        <DriverBlock
          drivers={reading.drivers}
          axis={reading.axes.drivers}
          indicator={reading.indicator}
        />
      )}
      {references.length > 0 && <NearBlock references={references} />}
      <Computed lines={reading.computed} />
      {wave !== null && <HiddenWhy />}
    </>
  );
}

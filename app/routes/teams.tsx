import "#app/i18n/words-of-teams.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { shares } from "#app/charts/axis.ts";
import { extentOfDifferences, extentOfFigures } from "#app/charts/extent.ts";
import { across, differencesAcross, sharesUp, sizesAcross } from "#app/charts/scales.ts";
import { titled } from "#app/i18n/titled.ts";
import { addDays } from "#app/model/period.ts";
import { readTeams, type TeamsReading } from "#app/services/teams.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Changes } from "./teams/changes.tsx";
import { TeamFilters } from "./teams/filters.tsx";
import { FunnelBlock } from "./teams/funnel-block.tsx";
import { Ladders } from "./teams/ladders.tsx";
import { OwnPages } from "./teams/own-pages.tsx";
import { SideBySide } from "./teams/side-by-side.tsx";
import { TierBlock } from "./teams/tiers.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "teams");
  const address = new URL(asked.request.url).searchParams;
  const reading = await readTeams(
    visit.viewer,
    {
      wave: address.get("wave"),
      compare: address.get("compare"),
      among: address.get("among"),
      teams: address.getAll("team"),
      measures: [address.get("first"), address.get("second")],
    },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  const blocks = reading.blocks.map((block) => {
    const figures = [block.whole, ...block.rows.map(({ figure }) => figure)];
    const means = figures.some((one) => one && !one.hidden && one.value.form === "mean");
    return { ...block, axis: means ? across(extentOfFigures(figures)) : shares };
  });
  const { funnel, changes } = reading;
  return {
    title: titled(visit.language, "teams.title"),
    ...reading,
    blocks,
    funnel: funnel && {
      ...funnel,
      people: sizesAcross(funnel.teams.flatMap(({ n }) => n)),
      axis: sharesUp([...funnel.mu, ...funnel.teams.flatMap(({ share }) => share)]),
    },
    changes: changes && { ...changes, ...axesOf(changes.slopes) },
  };
}

/** Where two moments lie from bottom to top, and what lies between from left to right. */
function axesOf(slopes: NonNullable<TeamsReading["changes"]>["slopes"]) {
  const told = slopes.flatMap(({ difference }) =>
    difference === null || difference.verdict === "untested" ? [] : [{ difference }],
  );
  return {
    axis: sharesUp(
      slopes.flatMap(({ before, now }) =>
        [before, now].flatMap((figure) =>
          figure === null || figure.hidden
            ? []
            : [figure.value.value, ...(figure.value.within ?? [])],
        ),
      ),
    ),
    points: differencesAcross(extentOfDifferences(told)),
  };
}

export const meta = titled.meta;

export default function Teams() {
  const reading = useLoaderData<typeof loader>();
  const { t, format } = useReading();
  const { wave, week, groups, amongName, lead, blocks, tiers, ladders, funnel, changes } = reading;
  const [first] = blocks;
  const measure = reading.names[first?.measure ?? ""] ?? "";
  const moment =
    wave?.name ?? (week === null ? t("barometer.lead.noWave") : format.day(addDays(week, 6)));
  return (
    <>
      <header className="page-head">
        <h1>{amongName === "" ? t("teams.title") : t("teams.titled", { group: amongName })}</h1>
      </header>
      {groups.length > 0 && (
        <TeamFilters
          reading={reading}
          summary={t("teams.filters", { moment, group: amongName, whole: reading.wholeName })}
        />
      )}
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      {blocks.length === 0 && <p className="notice">{t("teams.empty")}</p>}
      {reading.tooMany && <p className="notice">{t("teams.tooMany")}</p>}
      {blocks.length > 0 && (
        <>
          <SideBySide blocks={blocks} names={reading.names} wholeName={reading.wholeName} />
          <TierBlock tiers={tiers} measure={measure} />
          {funnel !== null && (
            <FunnelBlock
              funnel={funnel}
              whole={first?.whole ?? null}
              wholeName={reading.wholeName}
              measure={first?.measure ?? ""}
              name={measure}
              chosen={reading.chosen}
            />
          )}
          {changes !== null && (
            <Changes
              changes={changes}
              moments={[reading.compared?.name ?? reading.since ?? "", moment]}
              name={measure}
            />
          )}
          {ladders.length > 0 && (
            <Ladders
              ladders={ladders}
              names={reading.names}
              measure={first?.measure ?? ""}
              guided={reading.own}
            />
          )}
          {reading.own.length > 0 && (
            <OwnPages teams={reading.members.filter(({ key }) => reading.own.includes(key))} />
          )}
          <HiddenWhy />
        </>
      )}
    </>
  );
}

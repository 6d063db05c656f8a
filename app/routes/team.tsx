import "#app/i18n/words-of-actions.ts";
import "#app/i18n/words-of-teams.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readTeam } from "#app/services/team.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { Go } from "#app/ui/go.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ToAct } from "#app/ui/to-act.tsx";
import { ActionList } from "./actions/list.tsx";
import { PointList } from "./team/points.tsx";
import { Standing } from "./team/standing.tsx";
import { guideAddress } from "./teams/addresses.ts";
import { Ladders } from "./teams/ladders.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "teams");
  const address = new URL(asked.request.url).searchParams;
  const reading = await readTeam(
    visit.viewer,
    {
      team: asked.params.team ?? "",
      wave: address.get("wave"),
      compare: address.get("compare"),
    },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  return { title: `${reading.name} · ${titled(visit.language, "teams.title")}`, ...reading };
}

export const meta = titled.meta;

/** One team's own page: where it stands, what holds, what to work on, and what is done about it. */
export default function Team() {
  const reading = useLoaderData<typeof loader>();
  const { t } = useReading();
  const { key, name, wave, waves, compared, among, lead, points, ladder, actions } = reading;
  return (
    <>
      <header className="page-head">
        <h1>{name}</h1>
        <ul>
          <li>
            <Go to={guideAddress(key)}>{t("team.guide")}</Go>
          </li>
          {among !== null && (
            <li>
              <Go to={`/teams?among=${encodeURIComponent(among)}`}>{t("team.beside")}</Go>
            </li>
          )}
        </ul>
      </header>
      {wave !== null && (
        <Filters
          summary={t("team.filters", {
            moment: wave.name,
            before: reading.comparedName ?? t("teams.compare.none"),
          })}
        >
          <Select name="wave" label={t("filters.wave")} value={wave.key} options={waves} />
          <Select
            name="compare"
            label={t("teams.compare")}
            value={compared ?? "none"}
            options={[
              ...waves.filter(({ value }) => value !== wave.key),
              { value: "none", label: t("teams.compare.none"), depth: 0 },
            ]}
          />
        </Filters>
      )}
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      <Standing
        team={key}
        rows={reading.rows}
        names={reading.names}
        wholeName={reading.wholeName}
      />
      {(ladder === null || points.strengths.length + points.toWorkOn.length > 0) && (
        <div className="two">
          <PointList kind="strengths" points={points.strengths} names={reading.names} />
          <PointList kind="toWorkOn" points={points.toWorkOn} names={reading.names} />
        </div>
      )}
      {ladder !== null && (
        <Ladders
          ladders={ladder.ladders}
          names={reading.names}
          measure={ladder.measure}
          guided={[key]}
        />
      )}
      <Block topic={t("team.guide")} sentence={t("team.guide.sentence")}>
        <p>
          <Go to={guideAddress(key)}>{t("team.guide.open")}</Go>
        </p>
      </Block>
      <Block topic={t("team.actions")} sentence={reading.actionSentence}>
        <ToAct links={reading.toAct} />
        {actions.length > 0 && <ActionList actions={actions} />}
        <p className="on-screen">
          <Go to={reading.allActions}>{t("team.actions.all")}</Go>
        </p>
      </Block>
      <HiddenWhy />
    </>
  );
}

import "#app/i18n/words-of-teams.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readTeam } from "#app/services/team.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Go } from "#app/ui/go.tsx";
import { useReading, withParameter } from "#app/ui/reading.ts";
import { Lines, Questions } from "./team/sheet.tsx";
import { guideAddress, teamAddress } from "./teams/addresses.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "teams");
  const wave = new URL(asked.request.url).searchParams.get("wave");
  const reading = await readTeam(
    visit.viewer,
    { team: asked.params.team ?? "", wave, compare: null },
    visit,
  );
  if (reading === null) throw refused(asked, visit.viewer);
  return { title: `${reading.name} · ${titled(visit.language, "team.guide")}`, ...reading };
}

export const meta = titled.meta;

/** Half an hour with a team, on one sheet: what it said, questions to open with, one thing to decide. */
export default function Guide() {
  const reading = useLoaderData<typeof loader>();
  const { t, language } = useReading();
  const { key, name, wave, points, actions } = reading;
  const isEmpty = points.strengths.length + points.toWorkOn.length === 0;
  const other = language === "fr" ? "en" : "fr";
  return (
    <>
      <header className="page-head">
        <h1>{t("team.guide.of", { name })}</h1>
        <ul>
          <li>
            <Go to={teamAddress(key)}>{t("guide.back")}</Go>
          </li>
          <li>
            <a href={withParameter(guideAddress(key), "lang", other)} hrefLang={other} lang={other}>
              {t("guide.other")}
            </a>
          </li>
        </ul>
      </header>
      <p className="lead">
        {wave?.name} <span>{t("guide.lead")}</span>
      </p>
      <div className="prose sheet">
        <h2>{t("guide.open")}</h2>
        <ul>
          <li>{t("guide.open.thanks")}</li>
          <li>{t("guide.open.rule")}</li>
          <li>{t("guide.open.last")}</li>
        </ul>
        {actions.length > 0 && (
          <ul>
            {actions.map(({ id, heard, doing }) => (
              <li key={id}>
                <q lang={heard.language}>{heard.text}</q>{" "}
                <span lang={doing.language}>{doing.text}</span>
              </li>
            ))}
          </ul>
        )}
        <h2>{t("guide.said")}</h2>
        {isEmpty ? (
          <p>{t(reading.ladder === null ? "guide.said.none" : "guide.said.hidden")}</p>
        ) : (
          (["strengths", "toWorkOn"] as const).map(
            (kind) =>
              points[kind].length > 0 && (
                <section key={kind}>
                  <h3>{t(kind === "strengths" ? "guide.said.holds" : "guide.said.toWorkOn")}</h3>
                  <ul>
                    {points[kind].map(({ measure, sentence }) => (
                      <li key={measure}>
                        <b>{reading.names[measure] ?? measure}</b> {sentence}
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )
        )}
        <h2>{t("guide.talk")}</h2>
        <p>{t("guide.talk.rule")}</p>
        <Questions reading={reading} />
        <h2>{t("guide.decide")}</h2>
        <p>{t("guide.decide.text")}</p>
        <Lines
          names={[
            t("guide.decide.what"),
            t("guide.decide.who"),
            t("guide.decide.when"),
            t("guide.decide.up"),
          ]}
        />
        <p>{t("guide.close")}</p>
      </div>
      <p className="label on-screen">{t("guide.print")}</p>
    </>
  );
}

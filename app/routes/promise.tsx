import "#app/i18n/words-of-comments.ts";
import "#app/i18n/words-of-promise.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readPromise } from "#app/services/promise.server.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { Block, Facts } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Comments } from "./promise/comments.tsx";
import { Thresholds } from "./promise/thresholds.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openVisit(asked);
  return { title: titled(visit.language, "promise.title"), ...(await readPromise(visit)) };
}

export const meta = titled.meta;

export default function PromisePage() {
  const { thresholds, policies, roles, people, retention, networks } =
    useLoaderData<typeof loader>();
  const { t, format } = useReading();
  return (
    <>
      <h1>{t("promise.title")}</h1>
      <p className="lead">
        {t("promise.lead", { answers: thresholds.answers })} <span>{t("promise.rest")}</span>
      </p>
      <Block topic={t("promise.known")} sentence={t("promise.known.sentence")} id="known">
        <ul className="said">
          {([1, 2, 3, 4, "letters", 5] as const).map((line) => (
            <li key={line}>{t(`promise.known.${line}`)}</li>
          ))}
        </ul>
      </Block>
      <Block topic={t("promise.seen")} sentence={t("promise.seen.sentence")}>
        <ul className="said">
          <li>{t("promise.seen.1")}</li>
          <li>{t("promise.seen.2")}</li>
          <li>{t("promise.seen.3", { exact: thresholds.exact })}</li>
          <li>{t("promise.seen.4")}</li>
          <li>{t("promise.seen.5")}</li>
          <li>{t("promise.seen.6", { invited: thresholds.invited })}</li>
          <li>{t("promise.seen.7", { answers: thresholds.answers })}</li>
        </ul>
      </Block>
      <Block topic={t("promise.never")} sentence={t("promise.never.sentence")}>
        <ul className="said">
          {([1, 2, 3, 4, 5, 6] as const).map((line) => (
            <li key={line}>{t(`promise.never.${line}`)}</li>
          ))}
        </ul>
      </Block>
      <Block topic={t("promise.waves")} sentence={t("promise.waves.sentence")} id="waves">
        <Facts
          facts={(["anonymous", "confidential"] as const).map((mode) => ({
            name: t(`promise.waves.${mode}`),
            text: t(`promise.waves.${mode}.text`),
          }))}
        />
      </Block>
      <Comments thresholds={thresholds} />
      <Thresholds policies={policies} />
      <Block
        topic={t("promise.roles")}
        sentence={
          people === 0 ? t("promise.roles.none") : t("promise.roles.sentence", { n: people })
        }
      >
        <Facts
          facts={roles.map(({ role, names }) => ({
            name: t(`role.${role}`),
            text: (
              <>
                {t(`promise.roles.${role}`)}
                <br />
                <b>{names.length === 0 ? t("promise.roles.nobody") : format.list(names)}</b>
              </>
            ),
          }))}
        />
      </Block>
      <Block topic={t("promise.kept")} sentence={t("promise.kept.sentence")}>
        <Facts
          facts={[
            {
              name: t("promise.kept.activity"),
              text: t("promise.kept.activity.text", {
                days: retention.activity,
                weeks: retention.counts,
              }),
            },
            {
              name: t("promise.kept.answers"),
              text: t("promise.kept.answers.text", {
                days: retention.pseudonyms,
                alone: retention.lonePseudonyms,
                comments: retention.comments,
              }),
            },
            {
              name: t("promise.kept.received"),
              text: t("promise.kept.received.text", {
                days: retention.deliveries,
                answers: retention.inboundAnswers,
              }),
            },
            { name: t("promise.kept.people"), text: t("promise.kept.people.text") },
            { name: t("promise.kept.directory"), text: t("promise.kept.directory.text") },
            { name: t("promise.kept.accounts"), text: t("promise.kept.accounts.text") },
            { name: t("promise.kept.released"), text: t("promise.kept.released.text") },
            {
              name: t("promise.kept.audit"),
              text: t("promise.kept.audit.text", { days: retention.audit }),
            },
            {
              name: t("promise.kept.sessions"),
              text: t("promise.kept.sessions.text", { days: retention.attempts }),
            },
            {
              name: t("promise.kept.alerts"),
              text: t("promise.kept.alerts.text", { days: retention.alerts }),
            },
            {
              name: t("promise.kept.mails"),
              text: t("promise.kept.mails.text", {
                days: retention.mails,
                closed: retention.closedAccounts,
              }),
            },
            {
              name: t("promise.networks"),
              text:
                networks.length === 0
                  ? t("promise.networks.none")
                  : t("promise.networks.text", { networks: format.list(networks) }),
            },
          ]}
        />
      </Block>
      <Block topic={t("promise.object")} sentence={t("promise.object.sentence")} id="object">
        <ul className="said">
          <li>{t("promise.object.how")}</li>
          <li>{t("promise.object.then")}</li>
          <li>{t("promise.object.erase")}</li>
        </ul>
      </Block>
    </>
  );
}

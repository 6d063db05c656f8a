import "#app/i18n/words-of-comments.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { moderate, readModeration } from "#app/services/moderation.server.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Waiting } from "./moderation/waiting.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "moderation");
  const noted = new URL(asked.request.url).searchParams.has("noted");
  const reading = await readModeration(visit, asked.context.steward);
  return { title: titled(visit.language, "moderation.title"), noted, ...reading };
}

/** Takes one decision; the night releases the group once its last one is taken. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "moderation");
  const form = await asked.request.formData();
  const trouble = await moderate(visit, asked.context.steward, {
    comment: String(form.get("comment")),
    withhold: form.get("decision") !== "publish",
    text: String(form.get("text") ?? ""),
  });
  if (trouble !== null) return { trouble };
  const address = new URL(asked.request.url);
  address.searchParams.set("noted", "");
  throw redirect(address.pathname + address.search);
}

export const meta = titled.meta;

export default function Moderation() {
  const { waiting, all, days, noted } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{t("moderation.title")}</h1>
      </header>
      <p className="lead">
        {all === 0 ? t("moderation.lead.none") : t("moderation.lead", { n: all })}
      </p>
      {answer !== undefined && (
        <section className="notice" role="alert" aria-labelledby="trouble">
          <h2 id="trouble">{t("moderation.trouble")}</h2>
          <p>{t(`moderation.trouble.${answer.trouble}`)}</p>
        </section>
      )}
      {noted && answer === undefined && <p role="status">{t("moderation.noted")}</p>}
      <div className="prose">
        <p>{t("moderation.rule", { days })}</p>
        <p>{t("moderation.duty")}</p>
      </div>
      {waiting.length > 0 && (
        <Block topic={t("moderation.waiting")} sentence="" id="waiting">
          <Waiting comments={waiting} />
        </Block>
      )}
    </>
  );
}

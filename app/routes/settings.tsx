import "#app/i18n/words-of-settings.ts";
import "#app/i18n/words-of-promise.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { raise, readThresholds, withdraw } from "#app/services/settings.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { Thresholds } from "./promise/thresholds.tsx";
import { Raise } from "./settings/raise.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "settings");
  return {
    title: titled(visit.language, "settings.title"),
    done: new URL(asked.request.url).searchParams.has("done"),
    ...(await readThresholds(visit)),
  };
}

/** Raises a threshold or takes the last raise back; there is no third thing this page can do. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "settings");
  const { steward } = asked.context;
  const form = await asked.request.formData();
  const [threshold, to] = [form.get("threshold"), form.get("to")].map(String);
  const trouble = form.has("withdraw")
    ? await withdraw(visit, steward)
    : await raise(visit, steward, { threshold: threshold ?? "", to: (to ?? "").trim() });
  if (trouble !== null) return { trouble };
  const address = new URL(asked.request.url);
  address.searchParams.set("done", "");
  throw redirect(address.pathname + address.search);
}

export const meta = titled.meta;

export default function Settings() {
  const { thresholds, withdrawable, policies, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{t("settings.title")}</h1>
      </header>
      <p className="lead">{t("settings.lead")}</p>
      {answer !== undefined && (
        <section className="notice" role="alert" aria-labelledby="trouble">
          <h2 id="trouble">{t("settings.trouble")}</h2>
          <p>{t(`settings.trouble.${answer.trouble}`)}</p>
        </section>
      )}
      {done && answer === undefined && <p role="status">{t("settings.done")}</p>}
      <Raise thresholds={thresholds} withdrawable={withdrawable} />
      <Thresholds policies={policies} />
    </>
  );
}

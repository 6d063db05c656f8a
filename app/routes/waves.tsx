import "#app/i18n/words-of-waves.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readAlerts } from "#app/services/alerts.server.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { askOfWave, mayPlan, readWaves, typedIn } from "#app/services/waves.server.ts";
import { Alerts } from "#app/ui/alerts.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Listing } from "./waves/listing.tsx";
import { Outcome } from "./waves/outcome.tsx";
import { Plan } from "./waves/plan.tsx";
import { Pulse } from "./waves/pulse.tsx";
import { Wishes } from "./waves/wishes.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "waves");
  return {
    title: titled(visit.language, "waves.title"),
    asked: new URL(asked.request.url).searchParams.has("asked"),
    alerts: await readAlerts(visit.viewer, ["participation"], visit),
    ...(await readWaves(visit)),
  };
}

/** Asks the worker for a wave or a pulse: the page itself makes neither. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "waves");
  mayPlan(visit);
  const form = await asked.request.formData();
  const trouble = await askOfWave(visit, asked.context.steward, { wave: null, form });
  if (trouble !== null) return { trouble, typed: typedIn(form) };
  const address = new URL(asked.request.url);
  address.searchParams.set("asked", "");
  throw redirect(address.pathname + address.search);
}

export const meta = titled.meta;

export default function Waves() {
  const { alerts, sentence, waves, plans, barometers, wishes, asked } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useReading();
  // Without scripts the page comes back as new: what was typed is put back where it was.
  const typedFor = (wish: string) =>
    answer !== undefined && answer.typed.wish === wish ? answer.typed : null;
  return (
    <>
      <header className="page-head">
        <h1>{t("waves.title")}</h1>
      </header>
      <p className="lead">
        {sentence} <span>{t("waves.rest")}</span>
      </p>
      {alerts !== null && <Alerts {...alerts} />}
      <Outcome trouble={answer?.trouble ?? null} done={asked ? "waves.asked" : null} />
      <Listing waves={waves} />
      {wishes.length > 0 && <Wishes wishes={wishes} />}
      {plans && <Plan barometers={barometers} typed={typedFor("plan")} />}
      {plans && <Pulse typed={typedFor("pulse")} />}
    </>
  );
}

import "#app/i18n/words-of-waves.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { openPage } from "#app/services/visit.server.ts";
import { askOfWave, giveGuess, mayPlan, readWave, typedIn } from "#app/services/waves.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { Facts } from "./waves/facts.tsx";
import { Gap } from "./waves/gap.tsx";
import { Guess } from "./waves/guess.tsx";
import { Outcome } from "./waves/outcome.tsx";
import { Plan } from "./waves/plan.tsx";
import { Preview } from "./waves/preview.tsx";
import { Progress } from "./waves/progress.tsx";
import { Reached } from "./waves/reached.tsx";
import { Rules } from "./waves/rules.tsx";
import { Wishes } from "./waves/wishes.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "waves");
  const { searchParams } = new URL(asked.request.url);
  const reading = await readWave(visit, asked.params.wave ?? "", searchParams.get("preview"));
  return {
    title: `${reading.wave.names[visit.language]} · ${titled(visit.language, "waves.title")}`,
    asked: searchParams.has("asked"),
    kept: searchParams.has("kept"),
    ...reading,
  };
}

/** Keeps a leader's guess, or asks the worker for what an administrator wants done. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "waves");
  const wave = asked.params.wave ?? "";
  await readWave(visit, wave);
  const form = await asked.request.formData();
  const address = new URL(asked.request.url);
  if (form.get("wish") === "guess") {
    const trouble = await giveGuess(visit, wave, form);
    if (trouble !== null) return { trouble, typed: null };
    throw redirect(`${address.pathname}?kept`);
  }
  mayPlan(visit);
  const trouble = await askOfWave(visit, asked.context.steward, { wave, form });
  if (trouble !== null) return { trouble, typed: typedIn(form) };
  address.searchParams.set("asked", "");
  throw redirect(address.pathname + address.search);
}

export const meta = titled.meta;

export default function Wave() {
  const reading = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, language, format, timeZone } = useReading();
  const { wave, plans, cautions, wishes, reach } = reading;
  const at = (moment: Date | null) =>
    moment === null ? t("waves.noEnd") : format.dateTime(moment, timeZone);
  const done = reading.kept ? "waves.kept" : reading.asked ? "waves.asked" : null;
  return (
    <>
      <header className="page-head">
        <h1>{wave.names[language]}</h1>
      </header>
      <p className="lead">
        {t(`wave.state.${wave.state}`, { at: at(wave.opensAt), until: at(wave.closesAt) })}{" "}
        <span>{wave.barometer?.[language]}</span>
      </p>
      <Outcome trouble={answer?.trouble ?? null} done={done} />
      {cautions.includes("consultation") && (
        <section className="notice" aria-labelledby="consultation">
          <h2 id="consultation">{t("wave.banner")}</h2>
          <p>{t(`wave.banner.${bannerOf(wave.state)}`)}</p>
        </section>
      )}
      <Facts wave={wave} />
      {(wave.state === "open" || reading.progress.rows.length > 0) && (
        <Progress wave={wave.key} {...reading.progress} />
      )}
      {reading.guessable.length > 0 && <Guess indicators={reading.guessable} />}
      {reading.gap.length > 0 && <Gap lines={reading.gap} wave={wave.key} />}
      {reading.hasLate && (
        <p className="notice" role="note">
          {t("wave.late")}
        </p>
      )}
      {plans && <Rules wave={wave} broken={reading.broken} isCounted={reach?.planned != null} />}
      {reach?.reached != null && wave.state === "open" && (
        <Reached kind="reached" {...reach.reached} />
      )}
      {reach?.planned != null && ["draft", "scheduled"].includes(wave.state) && (
        <Reached kind="reach" {...reach.planned} />
      )}
      {wishes.length > 0 && <Wishes wishes={wishes} />}
      {reading.draft !== null && (
        <Plan
          corrects
          barometers={reading.barometers}
          typed={answer?.typed?.wish === "plan" ? answer.typed : reading.draft}
        />
      )}
      <Preview
        questionnaire={reading.questionnaire}
        letters={reading.letters}
        tests={plans && wave.state !== "released"}
      />
    </>
  );
}

function bannerOf(state: string): "ahead" | "open" | "after" {
  if (state === "open") return "open";
  return state === "draft" || state === "scheduled" ? "ahead" : "after";
}

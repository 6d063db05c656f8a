import "#app/i18n/words-of-actions.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { actionStates } from "#app/model/action.ts";
import { readActionsPage, writeAsked } from "#app/services/actions.server.ts";
import { requireSameOrigin } from "#app/services/same-origin.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ActionForm } from "./actions/form.tsx";
import { ActionList } from "./actions/list.tsx";
import { Marks } from "./actions/marks.tsx";
import { ActionTrouble } from "./actions/trouble.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "actions");
  const address = new URL(asked.request.url).searchParams;
  const of = (name: string) => address.get(name) || null;
  const reading = await readActionsPage(visit, {
    population: of("population"),
    state: of("state"),
    owner: of("owner"),
    change: of("change"),
    indicator: of("indicator"),
  });
  if (reading === null) throw refused(asked, visit.viewer);
  return {
    title: titled(visit.language, "actions.title"),
    saved: of("saved"),
    ...reading,
  };
}

/** Writes an action or a mark, or takes a mark away. */
export async function action(asked: ActionFunctionArgs) {
  requireSameOrigin(asked.request);
  const visit = await openPage(asked, "actions");
  const form = await asked.request.formData();
  const trouble = await writeAsked(visit, form);
  if (trouble !== null) return { trouble, given: given(form) };
  const language = visit.addressLanguage;
  const saved = form.has("wish") ? "mark" : "action";
  throw redirect(`/actions?saved=${saved}${language === null ? "" : `&lang=${language}`}`);
}

/** What was written, so that whoever mends one field writes the others once. */
function given(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

export const meta = titled.meta;

export default function Actions() {
  const reading = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useReading();
  const { actions, saved, state } = reading;
  const kept = answer?.given ?? null;
  const isMark = kept?.wish === "mark";
  const done = { action: "actions.saved", mark: "actions.marks.saved" } as const;
  const all = { value: "", label: t("actions.filters.all"), depth: 0 };
  const chosen = [
    reading.populationName ?? t("actions.filters.all"),
    t(state === null ? "actions.filters.states" : `actions.state.${state}`),
    ...(reading.ownerName === null ? [] : [reading.ownerName]),
    ...(reading.indicator === null ? [] : [t(`measure.${reading.indicator}`)]),
  ];
  return (
    <>
      <header className="page-head">
        <h1>{t("actions.title")}</h1>
        <p>
          <Go to="/board">{t("actions.toBoard")}</Go>
        </p>
      </header>
      <p className="lead">
        {reading.sentence} <span>{t("actions.rest")}</span>
      </p>
      <ActionTrouble
        trouble={answer?.trouble ?? null}
        done={saved === "action" || saved === "mark" ? done[saved] : null}
      />
      {reading.changing !== null && <ActionForm reading={reading} given={isMark ? null : kept} />}
      <Filters summary={chosen.join(", ")}>
        <Select
          name="population"
          label={t("filters.population")}
          value={reading.population ?? ""}
          options={[all]}
          groups={reading.places}
        />
        <Select
          name="state"
          label={t("actions.state")}
          value={state ?? ""}
          options={[
            { value: "", label: t("actions.filters.states"), depth: 0 },
            ...actionStates.map((one) => ({
              value: one,
              label: t(`actions.state.${one}`),
              depth: 0,
            })),
          ]}
        />
        <Select
          name="owner"
          label={t("actions.owner")}
          value={reading.owner ?? ""}
          options={[{ value: "", label: t("actions.filters.owners"), depth: 0 }, ...reading.theirs]}
        />
        <Select
          name="indicator"
          label={t("actions.indicator")}
          value={reading.indicator ?? ""}
          options={[
            { value: "", label: t("actions.filters.indicators"), depth: 0 },
            ...reading.indicators,
          ]}
        />
      </Filters>
      <Block
        topic={t("actions.list")}
        sentence={t(actions.length === 0 ? "actions.list.empty" : "actions.list.sentence")}
        id="list"
      >
        <ActionList actions={actions} />
      </Block>
      {reading.changing === null && <ActionForm reading={reading} given={isMark ? null : kept} />}
      <Marks reading={reading} given={isMark ? kept : null} />
    </>
  );
}

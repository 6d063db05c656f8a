import { Form } from "@remix-run/react";
import { actionStates } from "#app/model/action.ts";
import type { ActionsReading } from "#app/services/actions.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { WrittenField } from "./written.tsx";

const languages = ["fr", "en"] as const;

interface ActionFormProps {
  readonly reading: ActionsReading;
  /** What was written and could not be kept: it is not lost. */
  readonly given: Readonly<Record<string, string>> | null;
}

/** A new action, or one that is there: what was heard, what is done, by whom, by when. */
export function ActionForm({ reading, given }: ActionFormProps) {
  const { t, language, keep } = useReading();
  const { changing } = reading;
  const known = given ?? fieldsOf(reading);
  const inOwnLanguage = languages.toSorted((one) => (one === language ? -1 : 1));
  return (
    <Block
      topic={t(changing === null ? "actions.new" : "actions.changing")}
      sentence={
        changing === null
          ? t("actions.new.sentence")
          : t("actions.changing.sentence", { population: changing.populationName })
      }
      id="write"
    >
      <Form
        method="post"
        action={keep(changing === null ? "/actions" : `/actions?change=${changing.id}`)}
        reloadDocument
        className="action-fields full"
      >
        <p id="actions-warning" className="warning">
          {t("actions.words.warning")}
        </p>
        {changing === null ? (
          <Select
            name="population"
            label={t("actions.population")}
            value={known.population ?? ""}
            groups={reading.places}
          />
        ) : (
          <input type="hidden" name="id" value={changing.id} />
        )}
        {inOwnLanguage.map((one) => (
          <div key={one} className="pair">
            {(["heard", "doing"] as const).map((name) => (
              <WrittenField
                key={name}
                name={name}
                language={one}
                label={t(`actions.field.${name}.${one}`)}
                value={known[`${name}-${one}`] ?? ""}
                describedBy="actions-warning"
              />
            ))}
          </div>
        ))}
        <div className="wish-fields">
          <Select
            name="owner"
            label={t("actions.owner")}
            value={known.owner ?? ""}
            options={reading.owners}
          />
          <label className="field">
            {t("actions.due")}
            <input type="date" name="due" required defaultValue={known.due} />
          </label>
          <Select
            name="state"
            label={t("actions.state")}
            value={known.state ?? "planned"}
            options={actionStates.map((one) => ({
              value: one,
              label: t(`actions.state.${one}`),
              depth: 0,
            }))}
          />
          <label className="field">
            {t("actions.field.started")}
            <input type="date" name="started" defaultValue={known.started} />
          </label>
          <Select
            name="indicator"
            label={t("actions.indicator")}
            value={known.indicator ?? ""}
            options={[
              { value: "", label: t("actions.field.noIndicator"), depth: 0 },
              ...reading.indicators,
            ]}
          />
        </div>
        <label className="choice">
          <input type="checkbox" name="board" defaultChecked={known.board === "on"} />
          <span>{t("actions.field.board")}</span>
        </label>
        <p className="deeds">
          <button type="submit" className="button">
            {t("actions.save")}
          </button>
          {changing !== null && <Go to="/actions">{t("actions.leave")}</Go>}
        </p>
      </Form>
    </Block>
  );
}

/** What the fields hold before anybody writes in them. */
function fieldsOf({ changing, population, indicator, viewerId }: ActionsReading) {
  const fields: Readonly<Record<string, string>> =
    changing === null
      ? { population: population ?? "", indicator: indicator ?? "", owner: String(viewerId) }
      : {
          "heard-fr": changing.heard.fr,
          "heard-en": changing.heard.en,
          "doing-fr": changing.doing.fr,
          "doing-en": changing.doing.en,
          indicator: changing.indicator ?? "",
          owner: String(changing.ownerId),
          due: changing.dueOn,
          started: changing.startedOn ?? "",
          state: changing.state,
          ...(changing.onBoard && { board: "on" }),
        };
  return fields;
}

import { Form } from "@remix-run/react";
import type { ActionsReading } from "#app/services/actions.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Stacked, TakeAway } from "#app/ui/stacked.tsx";
import { WrittenField } from "./written.tsx";

const kinds = ["reorganisation", "network", "note"] as const;

interface MarksProps {
  readonly reading: ActionsReading;
  /** What was written and could not be kept: it is not lost. */
  readonly given: Readonly<Record<string, string>> | null;
}

/** What happened, as somebody wrote it down for the trends, and the form to write more. */
export function Marks({ reading, given }: MarksProps) {
  const { t, format, keep } = useReading();
  const { marks, places, population } = reading;
  const columns = (["day", "kind", "words"] as const).map((one) => t(`actions.marks.${one}`));
  return (
    <Block
      topic={t("actions.marks")}
      sentence={t(marks.length === 0 ? "actions.marks.none" : "actions.marks.sentence")}
      id="marks"
    >
      {marks.length > 0 && (
        <Stacked
          label={t("actions.marks")}
          columns={[...columns, t("actions.population"), t("actions.marks.forget")]}
        >
          {marks.map(({ id, on, kind, said, populationName }) => (
            <tr key={id}>
              <th scope="row" className="start">
                {format.day(on)}
              </th>
              <td className="start" data-column={columns[1]}>
                {t(`actions.marks.kind.${kind}`)}
              </td>
              <td className="start meaning" data-column={columns[2]} lang={said.language}>
                {said.text}
              </td>
              <td className="start" data-column={t("actions.population")}>
                {populationName}
              </td>
              <TakeAway
                to="/actions"
                wish="forget-mark"
                field="mark"
                value={id}
                label={t("actions.marks.forget")}
                named={t("actions.marks.forget.of", { name: said.text })}
              />
            </tr>
          ))}
        </Stacked>
      )}
      <details className="full on-screen" open={given !== null}>
        <summary>{t("actions.marks.new")}</summary>
        <Form method="post" action={keep("/actions")} reloadDocument className="action-fields">
          <input type="hidden" name="wish" value="mark" />
          <p id="marks-warning" className="warning">
            {t("actions.words.warning")}
          </p>
          <div className="wish-fields">
            <label className="field">
              {t("actions.marks.day")}
              <input type="date" name="on" required defaultValue={given?.on} />
            </label>
            <Select
              name="kind"
              label={t("actions.marks.kind")}
              value={given?.kind ?? "note"}
              options={kinds.map((one) => ({
                value: one,
                label: t(`actions.marks.kind.${one}`),
                depth: 0,
              }))}
            />
            <Select
              name="population"
              label={t("actions.population")}
              value={given?.population ?? population ?? ""}
              groups={places}
            />
          </div>
          <div className="pair">
            {(["fr", "en"] as const).map((one) => (
              <WrittenField
                key={one}
                name="mark"
                language={one}
                label={t(`actions.marks.${one}`)}
                value={given?.[`mark-${one}`] ?? ""}
                describedBy="marks-warning"
                rows={2}
              />
            ))}
          </div>
          <button type="submit" className="button">
            {t("actions.marks.save")}
          </button>
        </Form>
      </details>
    </Block>
  );
}

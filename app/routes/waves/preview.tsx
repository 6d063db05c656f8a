import { Form } from "@remix-run/react";
import type { readWave } from "#app/services/waves.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";

type Asked = Awaited<ReturnType<typeof readWave>>["questionnaire"];

interface PreviewProps {
  readonly questionnaire: Asked;
  /** The language it is read in. */
  readonly shown: string;
  readonly tests: boolean;
}

/** The questions as somebody will read them, a language at a time; and a test to oneself. */
export function Preview({ questionnaire, shown, tests }: PreviewProps) {
  const { t, language } = useReading();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const options = questionnaire.languages.map((one) => ({
    value: one,
    label: names.of(one) ?? one,
    depth: 0,
  }));
  return (
    <Block topic={t("wave.preview")} sentence={t("wave.preview.sentence")} id="preview">
      <div className="full">
        <Filters summary={names.of(shown) ?? shown}>
          <Select
            name="preview"
            label={t("wave.preview.language")}
            value={shown}
            options={options}
          />
        </Filters>
        <ol className="asked-list" lang={shown} dir={shown === "ar" ? "rtl" : "ltr"}>
          {questionnaire.questions.map((question) => (
            <li key={question.item}>
              <p>
                <strong>{question.wordings[shown] ?? t("wave.preview.missing")}</strong>
              </p>
              <p className="quiet">
                <Answers question={question} shown={shown} />
                {question.isConditional && (
                  <span lang={language}> ({t("wave.preview.condition")})</span>
                )}
              </p>
            </li>
          ))}
        </ol>
        {tests && (
          <Form method="post" reloadDocument className="prose">
            <input type="hidden" name="language" value={shown} />
            <button type="submit" name="wish" value="test" className="button second">
              {t("wave.test")}
            </button>
          </Form>
        )}
      </div>
    </Block>
  );
}

function Answers({
  question,
  shown,
}: {
  readonly question: Asked["questions"][number];
  readonly shown: string;
}) {
  const { t, language } = useReading();
  const { kind, low, high, choices } = question;
  if (choices.length > 0) {
    return <>{choices.map((words) => words[shown] ?? t("wave.preview.missing")).join(" · ")}</>;
  }
  if (kind === "text") return <span lang={language}>{t("wave.preview.text")}</span>;
  if (low === null || high === null) {
    return <span lang={language}>{t("wave.preview.number")}</span>;
  }
  return <span lang={language}>{t("wave.preview.scale", { low, high })}</span>;
}

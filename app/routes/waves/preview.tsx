import { Form } from "@remix-run/react";
import type { readWave } from "#app/services/waves.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Filters, Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";

type Asked = Awaited<ReturnType<typeof readWave>>["questionnaire"];

interface PreviewProps {
  readonly questionnaire: Asked;
  readonly letters: Awaited<ReturnType<typeof readWave>>["letters"];
  readonly tests: boolean;
}

/** The questions as somebody will read them, a language at a time; and a test to oneself. */
export function Preview({ questionnaire, letters, tests }: PreviewProps) {
  const { t, language } = useReading();
  const { shown } = questionnaire;
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
        <Letters letters={letters} />
        <h3 className="part">{t("wave.preview.page")}</h3>
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
          <Form method="post" reloadDocument className="deeds">
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

/** The same invitation by each kind of channel. */
function Letters({ letters }: Pick<PreviewProps, "letters">) {
  const { t } = useReading();
  const { language, direction, reviewed, mail, short, chats } = letters;
  const written = { lang: language, dir: direction };
  return (
    <>
      {!reviewed && <p className="quiet">{t("wave.preview.unreviewed")}</p>}
      <h3 className="part">{t("wave.preview.mail")}</h3>
      <blockquote className="prose example" {...written}>
        <p>
          <strong>{mail.subject}</strong>
        </p>
        {mail.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
      <h3 className="part">{t("wave.preview.short")}</h3>
      <blockquote className="prose example" {...written}>
        <p>{short}</p>
      </blockquote>
      {chats.map((chat) => (
        <Chat key={chat.channel} chat={chat} written={written} />
      ))}
    </>
  );
}

type ChatShown = PreviewProps["letters"]["chats"][number];

/** One chat: what it says, what it asks and the buttons under it. */
function Chat({
  chat: { channel, lines, questions, buttons },
  written,
}: {
  readonly chat: ChatShown;
  readonly written: { readonly lang: string; readonly dir: string };
}) {
  const { t } = useReading();
  return (
    <details>
      <summary>{t("wave.preview.chat", { channel: t(`wave.channel.${channel}`) })}</summary>
      {channel === "whatsapp" && <p className="quiet">{t("wave.preview.template")}</p>}
      {questions.length === 0 && <p className="quiet">{t("wave.preview.linkOnly")}</p>}
      <blockquote className="prose example" {...written}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {questions.map(({ words, choices }) => (
          <p key={words}>
            <strong>{words}</strong>
            <br />
            {choices.map(({ label }) => `[ ${label} ]`).join(" ")}
          </p>
        ))}
        <p>{buttons.map((label) => `[ ${label} ]`).join(" ")}</p>
      </blockquote>
    </details>
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

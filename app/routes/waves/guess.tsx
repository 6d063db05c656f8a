import { Form } from "@remix-run/react";
import { Block, Definition } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Field } from "./fields.tsx";

interface GuessProps {
  readonly indicators: readonly { readonly key: string; readonly name: string }[];
}

/** What a leader believes people will answer, given before anybody knows. */
export function Guess({ indicators }: GuessProps) {
  const { t } = useReading();
  return (
    <Block
      topic={t("wave.guess")}
      sentence={t("wave.guess.sentence")}
      id="guess"
      aside={<Definition term={t("wave.gap")}>{t("wave.guess.aside")}</Definition>}
    >
      <Form method="post" reloadDocument className="wish-fields">
        <input type="hidden" name="wish" value="guess" />
        {indicators.map(({ key, name }) => (
          <Field
            key={key}
            name={`guess:${key}`}
            label={t("wave.guess.of", { indicator: name })}
            inputMode="numeric"
            pattern="[0-9]{1,3}"
          />
        ))}
        <button type="submit" className="button">
          {t("wave.guess.button")}
        </button>
      </Form>
    </Block>
  );
}

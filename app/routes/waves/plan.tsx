import { Form } from "@remix-run/react";
import type { readWaves } from "#app/services/waves.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Field } from "./fields.tsx";

type Typed = Readonly<Record<string, string>>;
type Barometers = Awaited<ReturnType<typeof readWaves>>["barometers"];

const choice = (value: string, label: string) => ({ value, label, depth: 0 });

interface PlanProps {
  readonly barometers: Barometers;
  /** What stands in the fields: what was refused, or a draft that is being corrected. */
  readonly typed: Typed | null;
  /** Whether there is a draft already, which is written anew under its own key. */
  readonly corrects?: boolean;
}

/** A wave to come, as a draft. */
export function Plan({ barometers, typed, corrects = false }: PlanProps) {
  const { t } = useReading();
  const value = (name: string, usual = "") => typed?.[name] ?? usual;
  if (barometers.length === 0) {
    return <Block topic={t("waves.plan")} sentence={t("waves.plan.none")} children={null} />;
  }
  return (
    <Block
      topic={t(corrects ? "wave.correct" : "waves.plan")}
      sentence={t(corrects ? "wave.correct.sentence" : "waves.plan.sentence")}
      id="plan-a-wave"
    >
      <Form method="post" reloadDocument className="wish-fields full">
        <input type="hidden" name="wish" value="plan" />
        <Select
          name="barometer"
          label={t("waves.field.barometer")}
          value={value("barometer")}
          options={barometers.map(({ key, name, version }) => choice(key, `${name} (${version})`))}
        />
        {!corrects && (
          <Field
            name="key"
            label={t("waves.field.key")}
            defaultValue={value("key")}
            required
            pattern="[a-z0-9][a-z0-9\-]*"
          />
        )}
        {(["fr", "en"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`waves.field.${name}`)}
            defaultValue={value(name)}
            required
            maxLength={120}
          />
        ))}
        {(["opens", "closes"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            type="date"
            label={t(`waves.field.${name}`)}
            defaultValue={value(name)}
            required={name === "closes"}
          />
        ))}
        {(["from", "to"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`waves.field.${name}`)}
            defaultValue={value(name, name === "from" ? "08:00" : "19:00")}
            required
            size={5}
          />
        ))}
        <Select
          name="mode"
          label={t("waves.field.mode")}
          value={value("mode", "confidential")}
          options={(["confidential", "anonymous"] as const).map((one) =>
            choice(one, t(`waves.mode.${one}`)),
          )}
        />
        <Select
          name="answerRule"
          label={t("waves.field.answerRule")}
          value={value("answerRule", "first")}
          options={(["first", "latest"] as const).map((one) =>
            choice(one, t(`waves.field.answerRule.${one}`)),
          )}
        />
        <Field
          name="share"
          label={t("waves.field.share")}
          inputMode="numeric"
          defaultValue={value("share", "100")}
        />
        <Select
          name="by"
          label={t("waves.field.by")}
          value={value("by", "unit")}
          options={(["none", "unit", "site", "work"] as const).map((one) =>
            choice(one === "none" ? "" : one, t(`waves.field.by.${one}`)),
          )}
        />
        <Field
          name="reminders"
          label={t("waves.field.reminders")}
          defaultValue={value("reminders", "3, 7")}
        />
        <Field
          name="consultation"
          type="date"
          label={t("waves.field.consultation")}
          defaultValue={value("consultation")}
        />
        <button type="submit" className="button">
          {t(corrects ? "wave.correct.button" : "waves.plan.button")}
        </button>
      </Form>
    </Block>
  );
}

import { Form } from "@remix-run/react";
import type { readWaves } from "#app/services/waves.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Field } from "./fields.tsx";

type Barometers = Awaited<ReturnType<typeof readWaves>>["barometers"];

const choice = (value: string, label: string) => ({ value, label, depth: 0 });

/** A wave to come, as a draft. */
export function Plan({ barometers }: { readonly barometers: Barometers }) {
  const { t } = useReading();
  if (barometers.length === 0) {
    return <Block topic={t("waves.plan")} sentence={t("waves.plan.none")} children={null} />;
  }
  return (
    <Block topic={t("waves.plan")} sentence={t("waves.plan.sentence")} id="plan-a-wave">
      <Form method="post" reloadDocument className="wish-fields full">
        <input type="hidden" name="wish" value="plan" />
        <Select
          name="barometer"
          label={t("waves.field.barometer")}
          value=""
          options={barometers.map(({ key, name, version }) => choice(key, `${name} (${version})`))}
        />
        <Field name="key" label={t("waves.field.key")} required pattern="[a-z0-9][a-z0-9\-]*" />
        <Field name="fr" label={t("waves.field.fr")} required maxLength={120} />
        <Field name="en" label={t("waves.field.en")} required maxLength={120} />
        <Field name="opens" type="date" label={t("waves.field.opens")} />
        <Field name="closes" type="date" label={t("waves.field.closes")} required />
        <Field name="from" label={t("waves.field.from")} defaultValue="08:00" required size={5} />
        <Field name="to" label={t("waves.field.to")} defaultValue="19:00" required size={5} />
        <Select
          name="mode"
          label={t("waves.field.mode")}
          value="confidential"
          options={(["confidential", "anonymous"] as const).map((one) =>
            choice(one, t(`waves.mode.${one}`)),
          )}
        />
        <Select
          name="answerRule"
          label={t("waves.field.answerRule")}
          value="first"
          options={(["first", "latest"] as const).map((one) =>
            choice(one, t(`waves.field.answerRule.${one}`)),
          )}
        />
        <Field name="share" label={t("waves.field.share")} inputMode="numeric" defaultValue="100" />
        <Select
          name="by"
          label={t("waves.field.by")}
          value="unit"
          options={(["none", "unit", "site", "work"] as const).map((one) =>
            choice(one === "none" ? "" : one, t(`waves.field.by.${one}`)),
          )}
        />
        <Field name="reminders" label={t("waves.field.reminders")} defaultValue="3, 7" />
        <Field name="consultation" type="date" label={t("waves.field.consultation")} />
        <button type="submit" className="button">
          {t("waves.plan.button")}
        </button>
      </Form>
    </Block>
  );
}

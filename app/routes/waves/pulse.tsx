import { Form } from "@remix-run/react";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Field } from "./fields.tsx";

/** One question to everybody, now. */
export function Pulse() {
  const { t } = useReading();
  return (
    <Block topic={t("waves.pulse")} sentence={t("waves.pulse.sentence")} id="pulse">
      <Form method="post" reloadDocument className="wish-fields full">
        <input type="hidden" name="wish" value="pulse" />
        <Field name="key" label={t("waves.field.key")} required pattern="[a-z0-9][a-z0-9\-]*" />
        <Field name="fr" label={t("waves.pulse.fr")} required maxLength={300} />
        <Field name="en" label={t("waves.pulse.en")} required maxLength={300} />
        <Field name="hours" label={t("waves.pulse.hours")} inputMode="numeric" defaultValue="24" />
        <Select
          name="mode"
          label={t("waves.field.mode")}
          value="confidential"
          options={(["confidential", "anonymous"] as const).map((one) => ({
            value: one,
            label: t(`waves.mode.${one}`),
            depth: 0,
          }))}
        />
        <button type="submit" className="button">
          {t("waves.pulse.button")}
        </button>
      </Form>
    </Block>
  );
}

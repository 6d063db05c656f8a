import { Form } from "@remix-run/react";
import { Block } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Field } from "./fields.tsx";

/** One question to everybody, now. */
export function Pulse({ typed }: { readonly typed: Readonly<Record<string, string>> | null }) {
  const { t } = useReading();
  const value = (name: string, usual = "") => typed?.[name] ?? usual;
  return (
    <Block topic={t("waves.pulse")} sentence={t("waves.pulse.sentence")} id="pulse">
      <Form method="post" reloadDocument className="wish-fields full">
        <input type="hidden" name="wish" value="pulse" />
        <Field
          name="key"
          label={t("waves.field.key")}
          defaultValue={value("key")}
          required
          pattern="[a-z0-9][a-z0-9\-]*"
        />
        {(["fr", "en"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`waves.pulse.${name}`)}
            defaultValue={value(name)}
            required
            maxLength={300}
          />
        ))}
        <Field
          name="hours"
          label={t("waves.pulse.hours")}
          inputMode="numeric"
          defaultValue={value("hours", "24")}
        />
        <Select
          name="mode"
          label={t("waves.field.mode")}
          value={value("mode", "confidential")}
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

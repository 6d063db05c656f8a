import { Form } from "@remix-run/react";
import { type WaveRule, waveRules } from "#app/model/wave.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import type { WaveLine } from "./facts.tsx";
import { Field } from "./fields.tsx";

interface RulesProps {
  readonly wave: WaveLine;
  readonly broken: readonly WaveRule[];
  /** Whether somebody has counted who would be asked. */
  readonly isCounted: boolean;
}

/** What can be asked of a wave in each state. */
const deeds = {
  draft: ["dry-run", "schedule", "open", "discard"],
  scheduled: ["dry-run", "open", "withdraw"],
  open: ["remind", "close"],
  closed: [],
  released: ["tell"],
} as const;

/** The rules it has to keep, and a button for each thing that can be asked now. */
export function Rules({ wave, broken, isCounted }: RulesProps) {
  const { t } = useReading();
  const isAhead = wave.state === "draft" || wave.state === "scheduled";
  const said = (rule: WaveRule) => {
    if (rule === "people" && !isCounted) return "unknown";
    return broken.includes(rule) ? "no" : "yes";
  };
  const asked = deeds[wave.state].filter((deed) => deed !== "tell" || wave.toldAt === null);
  if (!isAhead && asked.length === 0 && wave.consultationOn !== null) return null;
  return (
    <Block
      topic={t(isAhead ? "wave.rules" : "wave.deeds")}
      sentence={isAhead ? t(broken.length === 0 ? "wave.rules.met" : "wave.rules.broken") : ""}
      id="rules"
    >
      <div className="full prose">
        {isAhead && (
          <ul>
            {waveRules.map((rule) => (
              <li key={rule}>
                {t(`wave.rule.${rule}`)} : <strong>{t(`wave.rule.${said(rule)}`)}</strong>
              </li>
            ))}
          </ul>
        )}
        <div className="deeds">
          {asked.map((deed) => (
            <Form key={deed} method="post" reloadDocument>
              <button
                type="submit"
                name="wish"
                value={deed}
                className={deed === "open" ? "button" : "button second"}
              >
                {capital(t(`waves.wish.${deed}`))}
              </button>
            </Form>
          ))}
        </div>
        {wave.consultationOn === null && (
          <Form method="post" reloadDocument className="wish-fields">
            <Field name="day" type="date" label={t("waves.field.consultation")} required />
            <button type="submit" name="wish" value="consultation" className="button second">
              {capital(t("waves.wish.consultation"))}
            </button>
          </Form>
        )}
      </div>
    </Block>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

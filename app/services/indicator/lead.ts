import { sayValue } from "#app/i18n/say-value.ts";
import type { Indicator } from "#app/model/indicator.ts";
import type { Words } from "../around.ts";
import type { ChangeOf } from "../barometer/movers.ts";
import { sayChange } from "../compared.ts";
import { type Disclosed, shown } from "../disclosed.ts";

interface Lead {
  readonly indicator: Indicator;
  readonly figure: Disclosed | null;
  readonly before: Disclosed | null;
  readonly changeOf: ChangeOf;
  readonly since: string | null;
}

/** The first thing that is read: where the indicator stands, then what its change lets be said. */
export function leadOf(
  { indicator, figure, before, changeOf, since }: Lead,
  words: Words,
): { readonly said: string; readonly rest: string } {
  const { t } = words;
  const name = t(`measure.${indicator}`);
  if (figure === null) return { said: t("indicator.lead.none", { name }), rest: "" };
  const value = shown(figure);
  if (value === null) return { said: t("indicator.lead.hidden", { name }), rest: "" };
  const change = changeOf(figure, before);
  return {
    said: t("indicator.lead", { name, share: sayValue(words, value) }),
    rest: change === null || since === null ? "" : sayChange(change, since, words),
  };
}

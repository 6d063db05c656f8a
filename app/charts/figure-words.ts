import { sayValue } from "#app/i18n/say-value.ts";
import type { Base, Value } from "#app/model/measure.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import type { Reading } from "#app/ui/reading.ts";

type Words = Pick<Reading, "t" | "format">;

/** So many people: `28`, or `de 28 à 30`. */
export function sayCount(
  { t, format }: Words,
  { least, total }: { readonly least: number; readonly total: number },
): string {
  if (least === total) return format.count(total);
  return t("figure.fromTo", { low: format.count(least), high: format.count(total) });
}

/** A figure as it is read, in one word when it is hidden or there is none. */
export function sayFigure(words: Words, figure: Disclosed | null): string {
  if (figure === null) return words.t("figure.notSupplied");
  return figure.hidden ? words.t("figure.hidden") : sayValue(words, figure.value);
}

/** `entre 33 et 61`, or `comptage complet` where nothing is uncertain. */
export function sayMargin({ t, format }: Words, { form, low, high }: Value): string {
  if (low === null || high === null) return t("figure.complete");
  const say = form === "share" ? format.percentPoints : format.mean;
  return t("figure.between", { low: say(low), high: say(high) });
}

/** `de 33 à 61`; nothing where nothing is uncertain. */
export function sayInterval({ t, format }: Words, { form, low, high }: Value): string {
  if (low === null || high === null) return "";
  const say = form === "share" ? format.percentPoints : format.mean;
  return t("figure.fromTo", { low: say(low), high: say(high) });
}

/** What is counted of everybody who is there, or of whoever did it: nobody was asked. */
const peopleMeasures =
  /^(adoption|account-on:|own-on:|active|messages|reached|across-|with:|ties-|post-|posts-|questions-answered)/;

/** What the people behind a figure did: answered, were invited, or are simply there. */
export function sayBase({ t }: Words, measure: string, base: Base): string {
  const kind =
    measure === "participation" ? "invited" : peopleMeasures.test(measure) ? "people" : "answers";
  return "exact" in base
    ? t(`figure.${kind}`, { n: base.exact })
    : t(`figure.${kind}.band`, { band: t(`band.${base.band}`) });
}

import type { Value } from "#app/model/measure.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** A value as it is read: `45 %`, `≈ 5 sur 10`, `de 40 à 60 %`, `60 % ou plus`, `3,42`, `1 204`. */
export function sayValue({ t, format }: Words, shown: Value): string {
  const { form, value, within } = shown;
  if (form === "count") return format.count(value);
  const say = form === "mean" ? format.mean : format.share;
  const as = shownAs(shown);
  switch (as) {
    case "exact":
      return say(value);
    case "tenths":
      return t("figure.tenths", { n: Math.round(value * 10) });
    case "rounded":
      return t("figure.about", { value: say(value) });
    default: {
      const [least, most] = outwards(form, within ?? [value, value]);
      if (as === "atLeast") return t("figure.atLeast", { value: say(least) });
      if (as === "atMost") return t("figure.atMost", { value: say(most) });
      const bare = form === "mean" ? format.mean : format.percentPoints;
      return t("figure.fromTo", { low: bare(least), high: say(most) });
    }
  }
}

/** The same where there is no room for words: `45`, `≈ 45`, `40–60`, `≥ 60`. */
export function sayBare({ format }: Pick<Words, "format">, shown: Value): string {
  const { form, value, within } = shown;
  if (form === "count") return format.count(value);
  const say = form === "mean" ? format.mean : format.percentPoints;
  const as = shownAs(shown);
  if (as === "exact") return say(value);
  if (as === "tenths") return `≈\u00a0${say(Math.round(value * 10) / 10)}`;
  if (as === "rounded") return `≈\u00a0${say(value)}`;
  const [least, most] = outwards(form, within ?? [value, value]);
  if (as === "atLeast") return `≥ ${say(least)}`;
  return as === "atMost" ? `≤ ${say(most)}` : `${say(least)}–${say(most)}`;
}

/** The ends of a range as they are written: rounded away from each other, never closer. */
function outwards(
  form: Value["form"],
  [least, most]: readonly [number, number],
): readonly [least: number, most: number] {
  const large = Math.max(Math.abs(least), Math.abs(most));
  const step = form === "share" || large < 10 ? 100 : large < 100 ? 10 : 1;
  return [Math.floor(least * step + 1e-3) / step, Math.ceil(most * step - 1e-3) / step];
}

import { wholePercent } from "#app/i18n/format.ts";
import { sayValue } from "#app/i18n/say-value.ts";
import { nameIn, type Words } from "../around.ts";
import { sayChange, sayFromRest, sayGapOf, sayingOf } from "../compared.ts";
import { type Difference, type Disclosed, shown } from "../disclosed.ts";
import type { Dial } from "./dials.ts";
import { type HeatMap, standingOut } from "./map.ts";
import type { Mover, Movers } from "./movers.ts";
import type { Parity } from "./parity.ts";

/** A share as sentences say it: as it is, or as finely as it may be known. */
export function sayShare(words: Words, figure: Disclosed): string {
  const value = shown(figure);
  return value === null ? words.t("figure.hidden") : sayValue(words, value);
}

export function sayMovers({ risen, fallen, seemingCount, untold }: Movers, { t }: Words): string {
  return [
    risen + fallen === 0 ? t("barometer.movers.nothing") : "",
    risen > 0 ? t("barometer.movers.up", { n: risen }) : "",
    fallen > 0 ? t("barometer.movers.down", { n: fallen }) : "",
    seemingCount > 0 ? t("barometer.movers.still", { n: seemingCount }) : "",
    untold > 0 ? t("barometer.movers.untold", { n: untold }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * A movement with what its test lets be said of it, and whom it is about. A site often has the name of
 * a unit, and never quite its figure: it is called a site.
 */
export function sayMovement(mover: Mover, since: string | null, words: Words) {
  const { population, difference } = mover;
  const name = nameIn(words, population);
  return {
    ...mover,
    about:
      population.key === "company"
        ? words.t("population.company")
        : population.kind === "site"
          ? words.t("barometer.movers.site", { name })
          : name,
    sentence: sayChange(difference, since ?? "", words),
  };
}

/** What became of a figure, and who is behind whom; null where nothing is compared. */
export function sayDial({ change, gap, within }: Dial, since: string | null, words: Words) {
  const apart = gap?.difference ?? null;
  const company = gap?.own.population.cut === "work";
  return {
    change: change && since ? sayChange(change, since, words) : null,
    gap: apart && (company ? sayGapOf(apart, words) : sayFromRest(apart, words)),
    within: within?.difference ? sayGapOf(within.difference, words) : null,
  };
}

export function sayMap(map: HeatMap, words: Words): string {
  const { t } = words;
  if (map.tested === 0) return t("barometer.map.untested");
  const outstanding = (["above", "below"] as const).map((verdict) => {
    const who = standingOut(map, verdict);
    return who === null
      ? ""
      : t(`barometer.map.${verdict}`, { n: who.n, name: nameIn(words, who.population) });
  });
  const counted = t("barometer.map.sentence", { n: map.real, tested: map.tested });
  return [counted, ...outstanding].filter(Boolean).join(" ");
}

export function sayParity(parities: readonly Parity[], words: Words): string {
  const work = parities.find(({ cut }) => cut === "work");
  if (work === undefined) return words.t("barometer.parity.other");
  const key = parityKeys[sayingOf(work.difference)];
  return words.t(`barometer.parity.${key}`, {
    less: sayShare(words, work.less),
    more: sayShare(words, work.more),
  });
}

const parityKeys = {
  below: "less",
  above: "more",
  small: "small",
  chance: "same",
  many: "same",
  exact: "same",
  untested: "untold",
  rounded: "rounded",
} as const;

/** How an indicator fares from the first wave to the last. */
export function sayTrend(
  { first, last }: { readonly first: string; readonly last: Difference | null },
  { subject, population }: { readonly subject: string; readonly population: string },
  { t, format }: Words,
): string {
  if (last !== null && sayingOf(last) === "rounded")
    return t("barometer.trend.rounded", { wave: first });
  if (last === null || last.verdict === "untested") return t("barometer.trend.untested");
  const n = format.size(last.displayed);
  if (sayingOf(last) === "small") {
    return t("barometer.trend.small", { wave: first, subject, population });
  }
  if (last.verdict === "indistinguishable" || wholePercent(last.displayed) === 0) {
    return t("barometer.trend.still", { wave: first, subject, population });
  }
  const key = last.displayed > 0 ? "rose" : "fell";
  return t(`barometer.trend.${key}`, { wave: first, subject, population, n });
}

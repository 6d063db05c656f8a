import { wholePercent } from "#app/i18n/format.ts";
import { nameIn, type Words } from "../around.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  type Lookup,
  shown,
} from "../disclosed.ts";
import type { Dial } from "./dials.ts";
import { type HeatMap, standingOut } from "./map.ts";
import type { Movers } from "./movers.ts";
import type { Parity } from "./parity.ts";

/** The sentence a page opens with: what can be said aloud, then what goes with it. */
export interface Lead {
  readonly said: string;
  readonly rest: string;
}

/** A share as sentences say it: exact, or in tenths where few people are behind it. */
export function sayShare({ t, format }: Words, figure: Disclosed): string {
  const value = shown(figure);
  if (value === null) return t("figure.hidden");
  return "band" in value.base
    ? t("figure.tenths", { n: Math.round(value.value * 10) })
    : format.share(value.value);
}

/** What a dial is about, as the subject of a sentence; the population is named once a paragraph. */
function subjectOf({ measure, frontline, figure }: Dial, words: Words, named: boolean): string {
  const subject = frontline
    ? words.t("barometer.subject.frontline")
    : words.t(`barometer.subject.company.${measure}`);
  const population = figure?.population;
  if (!named || frontline || population === undefined || population.key === "company")
    return subject;
  const lower = subject.charAt(0).toLowerCase() + subject.slice(1);
  return words.t("barometer.subject.part", {
    population: nameIn(words, population),
    subject: lower,
  });
}

/** One dial, said: where it is, and what became of it since a wave. */
export function sayDial(dial: Dial, wave: string | null, words: Words, named = true): string {
  const { t, format } = words;
  const { figure, change } = dial;
  if (figure === null) return t("barometer.lead.noWave");
  const subject = subjectOf(dial, words, named);
  const value = shown(figure);
  if (value === null) return t("barometer.lead.hidden", { subject });
  const share = sayShare(words, figure);
  if ("band" in value.base) return t("barometer.lead.tenths", { subject, share });
  if (change === null || wave === null || change.verdict === "untested") {
    return t("barometer.lead.alone", { subject, share });
  }
  if (change.verdict === "indistinguishable") {
    return t("barometer.lead.still", { subject, share, wave });
  }
  const n = format.size(change.displayed);
  return t(`barometer.lead.${change.verdict}`, { subject, share, n, wave });
}

/** What the page opens with: connection aloud, then trust, then who is behind whom. */
export function leadOf(
  dials: readonly Dial[],
  wave: string | null,
  now: Lookup,
  words: Words,
): Lead {
  const there = dials.filter(({ figure }) => figure !== null);
  const [first, second] = there;
  if (first === undefined) return { said: words.t("barometer.lead.noWave"), rest: "" };
  const company = first.frontline || first.figure?.population.key === "company";
  const gap = first.gap?.difference ?? null;
  const against = company
    ? sayGap(gap, words)
    : sayRest(differenceFromOthers(first.figure, now("company", first.measure)), words);
  const other =
    second && second.measure !== "participation" ? sayDial(second, wave, words, false) : "";
  return { said: sayDial(first, wave, words), rest: [other, against].filter(Boolean).join(" ") };
}

function sayGap(gap: Difference | null, { t, format }: Words): string {
  if (gap === null || gap.verdict === "untested") return "";
  return gap.verdict === "indistinguishable"
    ? t("barometer.rest.noGap")
    : t("barometer.rest.gap", { n: format.size(gap.displayed) });
}

function sayRest(difference: Difference | null, { t, format }: Words): string {
  if (difference === null || difference.verdict === "untested") return "";
  return difference.verdict === "indistinguishable"
    ? t("barometer.rest.same")
    : t(`barometer.rest.${difference.verdict}`, { n: format.size(difference.displayed) });
}

export function sayMovers({ real, seemingCount }: Movers, { t }: Words): string {
  const still = t("barometer.movers.still", { n: seemingCount });
  if (real.length === 0) return `${t("barometer.movers.nothing")} ${still}`;
  const up = real.filter(({ difference }) => difference.verdict === "above").length;
  const down = real.length - up;
  return [
    up > 0 ? t("barometer.movers.up", { n: up }) : "",
    down > 0 ? t("barometer.movers.down", { n: down }) : "",
    still,
  ]
    .filter(Boolean)
    .join(" ");
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
  const { verdict } = work.difference;
  const key = verdict === "below" ? "less" : verdict === "above" ? "more" : "same";
  return words.t(`barometer.parity.${key}`, {
    less: sayShare(words, work.less),
    more: sayShare(words, work.more),
  });
}

/** How an indicator fares from the first wave to the last. */
export function sayTrend(
  { first, last }: { readonly first: string; readonly last: Difference | null },
  { subject, population }: { readonly subject: string; readonly population: string },
  { t, format }: Words,
): string {
  if (last === null || last.verdict === "untested") return t("barometer.trend.untested");
  const n = format.size(last.displayed);
  if (last.verdict === "indistinguishable" || wholePercent(last.displayed) === 0) {
    return t("barometer.trend.still", { wave: first, subject, population });
  }
  const key = last.verdict === "above" ? "rose" : "fell";
  return t(`barometer.trend.${key}`, { wave: first, subject, population, n });
}

import type { HeadlineMeasure, Value } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { shownAs } from "#app/model/shown-as.ts";
import { nameIn, type Words } from "../around.ts";
import { sayingOf } from "../compared.ts";
import { type Difference, differenceFromOthers, isReal, type Lookup, shown } from "../disclosed.ts";
import type { Dial } from "./dials.ts";
import { type Mover, spokenMeasures } from "./movers.ts";
import { sayShare } from "./sentences.ts";

/** The sentence a page opens with: what can be said aloud, then what goes with it. */
export interface Lead {
  readonly said: string;
  readonly rest: string;
}

interface LeadFacts {
  readonly dials: readonly Dial[];
  /** What it is compared with, within a sentence. */
  readonly since: string | null;
  /** The part of what is looked at that moved most, where one really did. */
  readonly loudest: Mover | null;
  readonly now: Lookup;
}

/**
 * What moved aloud, who is behind whom on it, then what became of the other dial. Where the first dial has not
 * moved and a part has, the part is what a reader should hear first.
 */
export function leadOf({ dials, since, loudest, now }: LeadFacts, words: Words): Lead {
  const [first, second] = dials.filter(({ figure }) => figure !== null);
  if (first === undefined) return { said: words.t("barometer.lead.noWave"), rest: "" };
  const aside = second?.measure === "participation" ? undefined : second;
  const own = sayDial(first, since, words);
  const moved =
    isReal(first.change) || loudest === null || since === null
      ? ""
      : sayMover(loudest, since, now, words);
  const other =
    aside === undefined
      ? ""
      : isStill(first) && isStill(aside)
        ? sayStillToo(aside, words)
        : sayDial(aside, since, words, moved === "" ? "nobody" : "everybody");
  const company = first.frontline || first.figure?.population.key === "company";
  const against = company
    ? sayGap(first.gap?.difference ?? null, words)
    : sayRest(differenceFromOthers(first.figure, now("company", first.measure)), words);
  // What is said aloud is not said again.
  const isSaid =
    moved !== "" &&
    loudest?.measure === aside?.measure &&
    loudest?.population.key === aside?.figure?.population.key;
  const quiet = [moved === "" ? "" : own, against, isSaid ? "" : other];
  return { said: moved === "" ? own : moved, rest: quiet.filter(Boolean).join(" ") };
}

/** What only a range is shown of is not said to stand still, so that nothing else stands still “too”. */
function isStill({ change, figure }: Dial): boolean {
  const value = shown(figure);
  if (value === null || !isOneNumber(value)) return false;
  return change?.verdict === "indistinguishable" && sayingOf(change) !== "small";
}

function isOneNumber(value: Value): boolean {
  return ["exact", "rounded"].includes(shownAs(value));
}

function sayStillToo(dial: Dial, words: Words): string {
  if (dial.figure === null) return "";
  return words.t("barometer.lead.stillToo", {
    subject: subjectOf(dial.measure, null, words),
    share: sayShare(words, dial.figure),
  });
}

/**
 * What a sentence is about; the population is named once a paragraph, and the whole company where a
 * part of it came before.
 */
function subjectOf(
  measure: HeadlineMeasure | "frontline",
  population: Population | null,
  words: Words,
  isWholeNamed = false,
): string {
  const { t } = words;
  const subject =
    measure === "frontline"
      ? t("barometer.subject.frontline")
      : t(`barometer.subject.company.${measure}`);
  const isWhole = population?.key === "company";
  if (population === null || (isWhole && !isWholeNamed) || measure === "frontline") return subject;
  return t("barometer.subject.part", {
    population: isWhole ? t("population.company") : nameIn(words, population),
    subject: subject.charAt(0).toLowerCase() + subject.slice(1),
  });
}

/** One dial: where it is, and what became of it. */
function sayDial(
  dial: Dial,
  since: string | null,
  words: Words,
  named: "parts" | "everybody" | "nobody" = "parts",
): string {
  const { t, format } = words;
  const { figure, change, frontline, measure } = dial;
  if (figure === null) return t("barometer.lead.noWave");
  const subject = subjectOf(
    frontline ? "frontline" : measure,
    named === "nobody" ? null : figure.population,
    words,
    named === "everybody",
  );
  const value = shown(figure);
  if (value === null) return t("barometer.lead.hidden", { subject });
  const share = sayShare(words, figure);
  if (!isOneNumber(value)) {
    const moved =
      change && since ? sayRanged(change, { subject, share, wave: since }, words) : null;
    return moved ?? t("barometer.lead.ranged", { subject, share });
  }
  if (change === null || since === null || change.verdict === "untested") {
    return t("barometer.lead.alone", { subject, share });
  }
  if (change.verdict === "exact-difference") {
    const points = format.points(change.displayed);
    return t("barometer.lead.exact", { subject, share, points, wave: since });
  }
  if (sayingOf(change) === "small") {
    return t("barometer.lead.small", { subject, share, wave: since });
  }
  if (change.verdict === "indistinguishable") {
    return t("barometer.lead.still", { subject, share, wave: since });
  }
  const n = format.size(change.displayed);
  return t(`barometer.lead.${change.verdict}`, { subject, share, n, wave: since });
}

function sayMover(
  { measure, population, difference }: Mover,
  since: string,
  now: Lookup,
  words: Words,
): string {
  const figure = now(population.key, measure);
  const { verdict } = difference;
  const spoken = spokenMeasures.find((one) => one === measure);
  if (figure === null || spoken === undefined) return "";
  if (verdict !== "above" && verdict !== "below") return "";
  const about = {
    subject: subjectOf(spoken, population, words),
    share: sayShare(words, figure),
    wave: since,
  };
  const value = shown(figure);
  if (value !== null && !isOneNumber(value)) return sayRanged(difference, about, words) ?? "";
  return words.t(`barometer.lead.${verdict}`, {
    ...about,
    n: words.format.size(difference.displayed),
  });
}

/**
 * A movement of what is only known to lie between two values: there is no number it went to, nor by
 * how much, and what is sure is said. Null where nothing is.
 */
function sayRanged(
  { verdict, low, high }: Difference,
  about: { readonly subject: string; readonly share: string; readonly wave: string },
  { t }: Words,
): string | null {
  if ((verdict !== "above" && verdict !== "below") || low === null || high === null) return null;
  const least = Math.min(Math.abs(low), Math.abs(high));
  return t(`barometer.lead.${verdict}.ranged`, { ...about, n: Math.floor(least * 100 + 1e-9) });
}

function sayGap(gap: Difference | null, { t, format }: Words): string {
  if (gap === null || gap.verdict === "untested") return "";
  if (sayingOf(gap) === "small") return t("barometer.rest.smallGap");
  if (gap.verdict === "indistinguishable") return t("barometer.rest.noGap");
  return t("barometer.rest.gap", { n: format.size(gap.displayed) });
}

function sayRest(difference: Difference | null, { t, format }: Words): string {
  if (difference === null || difference.verdict === "untested") return "";
  const { verdict, displayed } = difference;
  if (sayingOf(difference) === "small") return t("barometer.rest.small");
  if (verdict === "indistinguishable") return t("barometer.rest.same");
  const up = verdict === "above" || (verdict === "exact-difference" && displayed > 0);
  return t(up ? "barometer.rest.above" : "barometer.rest.below", { n: format.size(displayed) });
}

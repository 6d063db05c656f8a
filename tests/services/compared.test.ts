import { expect, test } from "vitest";
import { comparedInEnglish } from "#app/i18n/compared/en.ts";
import { comparedInFrench } from "#app/i18n/compared/fr.ts";
import type { Value } from "#app/model/measure.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { wordsFor } from "#app/services/around.ts";
import { togetherJudged } from "#app/services/barometer/movers.ts";
import {
  type Saying,
  sayChange,
  sayFromRest,
  sayGapOf,
  sayingOf,
  sayings,
} from "#app/services/compared.ts";
import { type Difference, differenceFromOthers, differenceOf } from "#app/services/disclosed.ts";
import { wilson } from "#app/statistics/interval.ts";

const [french, english] = [wordsFor("fr"), wordsFor("en")];

/** A figure that passed the gate: x favourable of n, of a headcount that is not known. */
function figure(x: number, n: number, more: Partial<Value> = {}): Disclosed {
  const [low, high] = wilson(x, n) ?? [null, null];
  const value = {
    form: "share",
    value: x / n,
    within: null,
    low,
    high,
    base: { exact: n },
    ...more,
  };
  return { measure: "connection", hidden: false, value } as unknown as Disclosed;
}

function between(one: Disclosed, other: Disclosed): Difference {
  const difference = differenceOf(one, other);
  if (difference === null) throw new Error("nothing to compare");
  return difference;
}

const everybody = (x: number, n: number) => figure(x, n, { low: x / n, high: x / n });
const few = figure(6, 12, { base: { band: "10-19" } });

const cases: Readonly<Record<Saying, Difference>> = {
  above: between(figure(224, 400), figure(180, 400)),
  below: between(figure(180, 400), figure(224, 400)),
  chance: between(figure(56, 100), figure(45, 100)),
  many:
    togetherJudged([
      between(figure(220, 400), figure(190, 400)),
      ...Array.from({ length: 9 }, () => between(figure(200, 400), figure(201, 400))),
    ])[0] ?? between(few, few),
  small: between(figure(10400, 20000), figure(10000, 20000)),
  untested: between(few, figure(200, 400)),
  rounded: between(figure(90, 200, { within: [0.4, 0.5] }), figure(200, 400)),
  exact: between(everybody(24, 40), everybody(20, 40)),
};

test.each(sayings)("a difference that is “%s” is said to be so, and nothing else", (saying) => {
  expect(sayingOf(cases[saying])).toBe(saying);
});

test.each(sayings)("“%s” has a sentence in both languages, wherever it is said", (saying) => {
  for (const words of [french, english]) {
    const difference = cases[saying];
    const sentences = [
      sayChange(difference, "2025", words),
      sayFromRest(difference, words),
      sayGapOf(difference, words),
    ];
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/[{}]|NaN|undefined|null|Infinity/);
    }
  }
});

test("the sentence gives the points, their margin and what chance has to do with it", () => {
  expect(sayChange(cases.above, "juin 2026", french)).toBe(
    "11 points de plus depuis juin 2026 (entre 4 et 18)\u00a0: plus que ce que le hasard expliquerait.",
  );
  expect(sayFromRest(cases.below, english)).toBe(
    "11 points below the rest (between 4 and 18): more than chance would explain.",
  );
  expect(sayGapOf(cases.chance, french)).toBe(
    "Le terrain est à +11 points des bureaux (de −3 à +24)\u00a0: on ne peut pas les distinguer\u202f; le hasard seul donne des écarts pareils.",
  );
  expect(sayChange(cases.exact, "June", english)).toBe(
    "+10 points since June, exactly: everybody answered both times, there is nothing to test.",
  );
});

test("every sentence has the same slots in both languages", () => {
  const slots = (dictionary: object) =>
    Object.entries(dictionary).map(([key, entry]) => [
      key,
      [...new Set(JSON.stringify(entry).match(/\{\w+\}/g))].toSorted().join(" "),
    ]);
  expect(Object.fromEntries(slots(comparedInEnglish))).toEqual(
    Object.fromEntries(slots(comparedInFrench)),
  );
});

test("too few people are told of without a number", () => {
  for (const words of [french, english]) {
    expect(sayChange(cases.untested, "X", words)).not.toMatch(/\d/);
    expect(sayFromRest(cases.untested, words)).not.toMatch(/\d/);
    expect(sayGapOf(cases.untested, words)).not.toMatch(/\d/);
  }
});

test.each([
  [0, "0 point depuis", "0 points since"],
  [0.01, "+1 point depuis", "+1 point since"],
  [-0.01, "−1 point depuis", "−1 point since"],
  [0.02, "+2 points depuis", "+2 points since"],
])(
  "a difference of %s is written in the number its language has",
  (displayed, inFrench, inEnglish) => {
    const difference = { ...cases.chance, displayed };
    expect(sayChange(difference, "X", french)).toContain(inFrench);
    expect(sayChange(difference, "X", english)).toContain(inEnglish);
  },
);

test("among many, what chance alone gives is no longer called a movement, and is told why", () => {
  const alone = between(figure(220, 400), figure(190, 400));
  expect(alone.verdict).toBe("above");
  const [first, second] = togetherJudged([
    alone,
    between(figure(300, 400), figure(190, 400)),
    ...Array.from({ length: 8 }, () => between(figure(200, 400), figure(201, 400))),
    cases.untested,
  ]);
  expect(first).toMatchObject({ verdict: "indistinguishable", among: 10 });
  expect(second).toMatchObject({ verdict: "above", among: null });
  expect(sayChange(cases.many, "2025", french)).toContain("parmi 10 comparaisons");
});

test("a team that is most of the whole is compared with the others, not with itself", () => {
  const difference = differenceFromOthers(figure(320, 800), figure(500, 1000));
  expect(difference?.displayed).toBeCloseTo(-0.5, 10);
  expect(difference?.verdict).toBe("below");
});

test("nobody is taken to have answered because an interval happens to be narrow", () => {
  // 98 of 99 in a team of 100: the interval is one point, and one person has not answered.
  const nearly = figure(98, 99, { low: 0.99, high: 0.99 });
  expect(between(nearly, nearly).verdict).not.toBe("exact-difference");
});

test("a rounded figure is told to differ where it does at both ends of what it may be", () => {
  const about = (least: number, most: number) =>
    figure(((least + most) / 2) * 400, 400, { within: [least, most] });
  const higher = between(about(0.5, 0.55), figure(160, 400));
  expect(higher.verdict).toBe("above");
  // Its margin is as wide as the two ends leave it, and its p that of the nearer one.
  const nearest = between(figure(200, 400), figure(160, 400));
  const farthest = between(figure(220, 400), figure(160, 400));
  expect([higher.low, higher.high, higher.p]).toEqual([nearest.low, farthest.high, nearest.p]);
  const same = between(about(0.4, 0.42), about(0.39, 0.41));
  expect(sayingOf(same)).toBe("chance");
  const either = between(about(0.44, 0.54), figure(160, 400));
  expect(sayingOf(either)).toBe("rounded");
  expect([either.low, either.high, either.p]).toEqual([null, null, null]);
});

test("an interval that is clear of zero is not said to begin at it", () => {
  const barely: Difference = {
    displayed: -0.1,
    low: -0.194,
    high: -0.003,
    p: 0.04,
    verdict: "below",
    among: null,
    rounded: false,
  };
  expect(sayFromRest(barely, french)).toContain("(entre 0,3 et 19)");
  expect(sayFromRest({ ...barely, high: -0.0001 }, english)).toContain("(between 0.1 and 19)");
});

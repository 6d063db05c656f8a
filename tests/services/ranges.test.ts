import { describe, expect, test as pure } from "vitest";
import { sayBare, sayValue } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { peopleOf } from "#app/services/adoption/weeks.ts";
import { readAdoption } from "#app/services/adoption.server.ts";
import { wordsFor } from "#app/services/around.ts";
import { paritiesOf } from "#app/services/barometer/parity.ts";
import { readBarometer } from "#app/services/barometer.server.ts";
import { type Disclosed, lookup } from "#app/services/disclosed.ts";
import { rowOf } from "#app/services/exports/row.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";
import { viewerOf } from "#tests/support/make-halles.ts";

const [french, english] = [wordsFor("fr"), wordsFor("en")];

function value(within: Value["within"], more: Partial<Value> = {}): Value {
  const middle = within === null ? 0.45 : (within[0] + within[1]) / 2;
  return {
    form: "share",
    value: middle,
    within,
    low: null,
    high: null,
    base: { exact: 200 },
    ...more,
  };
}

const few = { base: { band: "10-19" } } as const;
const mean = { form: "mean" } as const;

describe("a value is said as finely as it may be known, and no finer", () => {
  pure.each([
    ["the share itself", value(null), "45 %", "45%", "45"],
    ["rounded to a point", value([0.445, 0.455]), "45 %", "45%", "45"],
    ["rounded to 2 points", value([0.43, 0.45]), "≈\u00a044 %", "≈\u00a044%", "≈\u00a044"],
    ["rounded to 10 points", value([0.45, 0.55]), "≈\u00a050 %", "≈\u00a050%", "≈\u00a050"],
    [
      "tenths of few people",
      value([0.45, 0.55], few),
      "≈\u00a05 sur 10",
      "≈\u00a05 in 10",
      "≈\u00a050",
    ],
    ["a fifth of the scale", value([0.4, 0.6]), "de 40 à 60 %", "40 to 60%", "40–60"],
    [
      "a third, rounded outwards",
      value([0.333333, 0.666667]),
      "de 33 à 67 %",
      "33 to 67%",
      "33–67",
    ],
    ["the high end", value([0.6, 1], few), "60 % ou plus", "60% or more", "≥ 60"],
    ["a narrow high end", value([0.993, 1]), "99 % ou plus", "99% or more", "≥ 99"],
    ["the low end", value([0, 0.4]), "40 % ou moins", "40% or less", "≤ 40"],
    ["a mean", value(null, { ...mean, value: 3.42 }), "3,42", "3.42", "3.42"],
    ["a rounded mean", value([3.38, 3.42], mean), "≈\u00a03,4", "≈\u00a03.4", "≈\u00a03.4"],
    ["a band of means", value([2.6, 3.4], mean), "de 2,6 à 3,4", "2.6 to 3.4", "2.6–3.4"],
  ])("%s", (_, shown, inFrench, inEnglish, bare) => {
    expect(sayValue(french, shown).replaceAll("\u202f", " ")).toBe(inFrench);
    expect(sayValue(english, shown)).toBe(inEnglish);
    expect(sayBare(english, shown)).toBe(bare);
  });
});

function figure(key: string, name: string, shown: Value): Disclosed {
  const release = { kind: "wave", key: "2026-10", releasedAt: new Date(0), without: [] };
  const of = { release, population: population(key, name), measure: "participation" };
  return { ...of, hidden: false, value: shown } as unknown as Disclosed;
}

pure("people are as many as the range holds, and a week of few people is no bar", () => {
  const bars = peopleOf([
    figure("company", "A", value([0.93, 1], { base: { exact: 30 } })),
    figure("company", "A", value(null, { base: { exact: 40 } })),
    figure("company", "A", value([0.45, 0.55], few)),
  ]);
  expect(bars).toEqual([
    { total: 30, least: 28, part: 0 },
    { total: 18, least: 18, part: 0 },
    null,
  ]);
});

pure(
  "a file writes a range as its two ends, and no number in between that it does not know",
  () => {
    const written = (shown: Value) => {
      const row = rowOf(figure("company", "A", shown), french);
      return [row.value, row.value_exact, row.value_least, row.value_most];
    };
    expect(written(value(null))).toEqual([45, 0.45, null, null]);
    expect(written(value([0.445, 0.455]))).toEqual([45, null, 0.445, 0.455]);
    expect(written(value([0.45, 0.55]))).toEqual([50, null, 0.45, 0.55]);
    expect(written(value([0.4, 0.6]))).toEqual([null, null, 0.4, 0.6]);
    expect(written(value([0.6, 1]))).toEqual([null, null, 0.6, 1]);
  },
);

pure("what is shown alike stays in the order of names, whatever order it comes in", () => {
  const shifts = ["Soir", "Nuit", "Jour", "Aube"].map((name, at) =>
    figure(`segment:shift:${at}`, name, value([0.9, 1])),
  );
  const [parity] = paritiesOf(shifts, lookup(shifts), french);
  expect(parity?.less.population.names.fr).toBe("Aube");
  expect(parity?.more.population.names.fr).toBe("Soir");
});

test("a page that knows only ranges says them, and compares only what differs from any end of them to any other", async ({
  owner,
  web,
}) => {
  const company = population("company", "Halles Valmière");
  const [front, desk] = ["frontline", "desk"].map((one) => population(`segment:work:${one}`, one));
  if (front === undefined || desk === undefined) throw new Error("two segments");
  for (const [key, name, day] of [
    ["2026-06", "Juin 2026", "2026-06-19"],
    ["2026-10", "Octobre 2026", "2026-10-16"],
  ] as const) {
    await makeWave(owner, { key, name, closedAt: `${day}T18:00:00Z` });
    await makeRelease(owner, {
      wave: key,
      releasedAt: `${day}T20:00:00Z`,
      populations: [company, front, desk],
      figures: [
        { population: "company", measure: "connection", within: [0.4, 0.6], n: 300 },
        { population: front.key, measure: "connection", within: [0.4, 0.6], n: 200 },
        { population: desk.key, measure: "connection", within: [0.6, 0.8], n: 100 },
        { population: "company", measure: "participation", within: [0.9, 1], n: 400 },
        { population: front.key, measure: "participation", within: [0.9, 1], n: 300 },
        { population: desk.key, measure: "participation", within: [0.6, 0.8], n: 100 },
      ],
    });
  }
  const asked = { wave: null, compare: null, population: null, measure: null, by: null };
  const around = { db: web, language: "fr", timeZone: "Europe/Paris" } as const;
  const reading = await readBarometer(viewerOf(), asked, around);
  expect(reading?.lead).toEqual({
    said: "La connexion du terrain\u00a0: de 40 à 60\u202f%.",
    rest: "",
  });
  const connection = reading?.dials.find(({ measure }) => measure === "connection");
  expect(connection?.gap?.apart).toBeNull();
  expect(connection?.said).toMatchObject({
    change:
      "Un des deux chiffres est arrondi : on ne peut pas dire si cela a bougé depuis juin 2026.",
    gap: "Des chiffres arrondis ne disent pas si le terrain diffère des bureaux.",
  });
  expect(reading?.movers).toBeNull();
  expect(reading?.trend?.lines.flatMap(({ figures }) => figures)).not.toContain(null);
  expect(reading?.parity?.sentence).toBe(
    "Le terrain répond plus que les bureaux\u00a0: 90\u202f% ou plus contre de 60 à 80\u202f%.",
  );
});

test("a fall that is real from the nearest end of a range is told, as far as it is sure", async ({
  owner,
  web,
}) => {
  const company = population("company", "Halles Valmière");
  const lyon = population("site:lyon", "Lyon");
  for (const [key, name, trust] of [
    ["2026-06", "Juin 2026", { value: 0.6 }],
    ["2026-10", "Octobre 2026", { within: [0.2, 0.4] as const }],
  ] as const) {
    await makeWave(owner, { key, name, closedAt: `${key}-19T18:00:00Z` });
    await makeRelease(owner, {
      wave: key,
      releasedAt: `${key}-23T20:00:00Z`,
      populations: [company, lyon],
      figures: [
        { population: "company", measure: "trust", value: 0.5, n: 2000 },
        { population: lyon.key, measure: "trust", n: 200, ...trust },
      ],
    });
  }
  const asked = { wave: null, compare: null, population: null, measure: null, by: null };
  const around = { db: web, language: "fr", timeZone: "Europe/Paris" } as const;
  const reading = await readBarometer(viewerOf(), asked, around);
  expect(reading?.lead.said).toBe(
    "Lyon\u00a0: la confiance dans la direction baisse (de 20 à 40\u202f%)\u00a0: au moins 10 points de moins depuis juin 2026.",
  );
  expect(reading?.movers?.real.map(({ about, sentence }) => [about, sentence])).toEqual([
    [
      "Lyon (site)",
      "30 points de moins depuis juin 2026 (entre 10 et 48)\u00a0: plus que ce que le hasard expliquerait.",
    ],
  ]);
});

test("a week of a range is said as one", async ({ owner, web }) => {
  const company = population("company", "Halles Valmière");
  await makeRelease(owner, {
    week: "2026-10-12",
    releasedAt: "2026-10-20T03:00:00Z",
    populations: [company],
    figures: [{ population: "company", measure: "active", within: [0.93, 1], n: 30 }],
  });
  const asked = { population: null, weeks: null };
  const around = { db: web, language: "en", timeZone: "Europe/Paris" } as const;
  const reading = await readAdoption(viewerOf(), asked, around);
  expect(reading?.active.sentence).toBe(
    "Share of the headcount that did something in the last week: 93% or more.",
  );
  expect(reading?.active.bars).toEqual([{ total: 30, least: 28, part: 0 }]);
});

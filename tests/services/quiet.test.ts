import { expect, test } from "vitest";
import type { Population } from "#app/model/population.ts";
import { movementsOf, moversOf } from "#app/services/barometer/movers.ts";
import { familyOn, watchedOf } from "#app/services/barometer/watched.ts";
import { type Disclosed, lookup } from "#app/services/disclosed.ts";
import { wilson } from "#app/statistics/interval.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** Six divisions, ten sites, the frontline and the desks, and eight questions in three indicators. */
const divisions = [120, 180, 260, 90, 400, 150];
const sites = 10;
const frontlineShare = 0.66;
const indicators = { connection: [0, 1, 2], trust: [3, 4, 5], engagement: [6, 7] } as const;
const items: readonly number[] = Object.values(indicators).flat();

interface Answerer {
  readonly division: number;
  readonly site: number;
  readonly tookPart: boolean;
  readonly work: "frontline" | "desk";
  readonly favourable: readonly boolean[] | null;
}

/** The same company, asked again: each person draws anew from what they always draw from. */
function wave(random: () => number, base: readonly number[]): readonly Answerer[] {
  return divisions.flatMap((people, division) =>
    Array.from({ length: people }, (): Answerer => {
      const work = random() < frontlineShare ? "frontline" : "desk";
      const person = {
        division,
        work,
        site: Math.floor(random() * sites),
        tookPart: random() < (work === "frontline" ? 0.4 : 0.85),
      } as const;
      if (random() > (work === "frontline" ? 0.63 : 0.78)) return { ...person, favourable: null };
      // People are more or less content on the whole, so that their answers hang together.
      const mood = (random() - 0.5) * 0.5;
      const lift = work === "desk" ? 0.12 : 0;
      return { ...person, favourable: base.map((share) => random() < share + mood + lift) };
    }),
  );
}

function figuresOf(people: readonly Answerer[]): readonly Disclosed[] {
  return populations.flatMap((population) => {
    const invited = people.filter((one) => belongs(one, population.key));
    const answers = invited.flatMap(({ favourable }) => (favourable === null ? [] : [favourable]));
    const share = (measure: string, value: number, n: number) =>
      figure(population, measure, value, n);
    const of = (item: number) => answers.filter((one) => one[item]).length / answers.length;
    return [
      share(
        "adoption",
        invited.filter((one) => one.tookPart).length / invited.length,
        invited.length,
      ),
      share("participation", answers.length / invited.length, invited.length),
      ...items.map((item) => share(`question:q${item}`, of(item), answers.length)),
      ...Object.entries<readonly number[]>(indicators).map(([name, own]) =>
        share(name, own.reduce((sum, item) => sum + of(item), 0) / own.length, answers.length),
      ),
    ];
  });
}

const populations: readonly Population[] = [
  "company",
  "segment:work:frontline",
  "segment:work:desk",
  ...divisions.map((_, division) => `unit:${division}`),
  ...Array.from({ length: sites }, (_, site) => `site:${site}`),
].map((key) => ({
  kind: (key.split(":")[0] ?? "company") as Population["kind"],
  key,
  parentKey: key === "company" ? null : "company",
  cut: key.startsWith("segment") ? "work" : key.startsWith("site") ? "site" : "organisation",
  names: { fr: key, en: key },
  path: key === "company" ? [key] : ["company", key],
}));

function belongs({ division, site, work }: Answerer, key: string): boolean {
  return ["company", `unit:${division}`, `site:${site}`, `segment:work:${work}`].includes(key);
}

function figure(population: Population, measure: string, value: number, n: number): Disclosed {
  const [low, high] = wilson(Math.round(value * n), n) ?? [null, null];
  const shown = { form: "share", value, within: null, low, high, base: { exact: n } };
  return { population, measure, hidden: false, value: shown } as unknown as Disclosed;
}

/** What the start page would list as really moved from one wave to the next. */
function moved(seed: number, drift: number) {
  const random = seeded([seed, 2021, 45, 7]);
  const base = items.map(() => 0.35 + random() * 0.3);
  const before = lookup(figuresOf(wave(random, base)));
  const now = lookup(
    figuresOf(
      wave(
        random,
        base.map((share) => share + drift),
      ),
    ),
  );
  const measures = [
    ...Object.keys(indicators),
    ...items.map((item) => `question:q${item}`),
    "adoption",
  ];
  const isSite = ({ kind }: Population) => kind === "site";
  const shown = populations.filter((one) => !isSite(one));
  const watched = watchedOf(shown, populations.filter(isSite), measures);
  return moversOf(movementsOf(watched, now, before, familyOn("company"))).real;
}

test("of a hundred companies where nothing happened, at most five are told that something moved", () => {
  const told = Array.from({ length: 100 }, (_, company) => moved(company + 1, 0).length > 0);
  expect(told.filter(Boolean).length).toBeLessThanOrEqual(5);
});

test("of twenty companies where everything rose by ten points, all are told", () => {
  const told = Array.from({ length: 20 }, (_, company) => moved(company + 1, 0.1).length > 0);
  expect(told.filter(Boolean).length).toBe(20);
});

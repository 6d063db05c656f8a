import { describe, expect, test as pure } from "vitest";
import type { Value } from "#app/model/measure.ts";
import { wordsFor } from "#app/services/around.ts";
import { type Disclosed, lookup } from "#app/services/disclosed.ts";
import { judgedOf } from "#app/services/team/judged.ts";
import { pointsOf } from "#app/services/team/points.ts";
import { readTeam } from "#app/services/team.server.ts";
import { wilson } from "#app/statistics/interval.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { population } from "#tests/support/make-figures.ts";
import { dayManager, makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";

const around = (db: Db, language: "fr" | "en" = "en") =>
  ({ db, language, timeZone: "Europe/Paris", today: "2026-11-22" }) as const;

const asked = (team: string, wave: string | null = null) => ({ team, wave, compare: null });

test("a manager reads what holds in a team, from what tests say of it", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readTeam(southManager, asked("unit:south-day"), around(web));
  expect(reading?.points.strengths.map(({ measure, ground }) => [measure, ground])).toEqual([
    ["question:informed", "rest"],
    ["connection", "rest"],
    ["trust", "rest"],
  ]);
  expect(reading?.points.toWorkOn).toEqual([]);
  expect(reading?.lead).toEqual({
    said: "What holds: “Je suis informé”, “Connection” and “Trust in leadership”.",
    rest: "Nothing stands out that is to be worked on first.",
  });
  expect(reading?.wholeName).toBe("Logistique Sud");
});

test("a team that is behind the rest reads what to work on, and no strength is made up", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readTeam(southManager, asked("unit:south-night"), around(web));
  expect(reading?.points.strengths).toEqual([]);
  expect(reading?.points.toWorkOn.map(({ ground }) => ground)).toEqual(["rest", "rest", "rest"]);
  expect(reading?.lead.said).toBe("No strength clearly stands out.");
});

test("a team that cannot be shown has its ladder and a guide, and no figure", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readTeam(southManager, asked("unit:south-stock"), around(web));
  expect(reading?.points).toEqual({ strengths: [], toWorkOn: [] });
  expect(reading?.ladder?.ladders).toMatchObject([
    { earlier: null, nearest: { population: { key: "unit:south" } } },
  ]);
  expect(reading?.lead.said).toBe("The answers of this team cannot be shown by themselves.");
  expect(reading?.rows.every(({ figure }) => figure === null || figure.hidden)).toBe(true);
});

test("a neighbour, a whole and what is not there have no page for the manager of one team", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  for (const key of ["unit:south-night", "unit:south", "company", "site:lyon", "unit:nothing"]) {
    expect([key, await readTeam(dayManager, asked(key), around(web))]).toEqual([key, null]);
  }
  const segment = await readTeam(viewerOf(), asked("segment:work:desk"), around(web));
  expect(segment).toBeNull();
});

test("where the questions of the whole are not the manager's, a team is compared on headlines only", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readTeam(dayManager, asked("unit:south-day"), around(web));
  const grounds = reading?.points.strengths.map(({ measure, ground }) => [measure, ground]);
  expect(grounds).toEqual([
    ["connection", "rest"],
    ["trust", "rest"],
    ["question:informed", "most"],
  ]);
});

describe("a point is put forward only by what is shown", () => {
  const company = population("company", "Usine");
  const team = population("unit:team", "Atelier", { under: company });
  const question = (item: string, indicator: string | null = null) => ({
    item,
    kind: "agreement",
    wordings: { fr: item, en: item },
    indicator,
  });
  const figureOf = (one: typeof team, item: string, value: Partial<Value>) =>
    ({
      population: one,
      measure: `question:${item}`,
      release: { key: "2026-10" },
      hidden: false,
      value: { form: "share", within: null, low: null, high: null, ...value },
    }) as unknown as Disclosed;
  const shares = (item: string, x: number, n: number, one = team) => {
    const [low = null, high = null] = wilson(x, n) ?? [];
    return figureOf(one, item, { value: x / n, low, high, base: { exact: n } });
  };
  const points = (figures: readonly Disclosed[], items: readonly string[]) => {
    const questions = items.map((item) => question(item));
    const judged = judgedOf(
      items.map((item) => `question:${item}`),
      { team: team.key, whole: "company", now: lookup(figures), before: () => null },
    );
    const { strengths, toWorkOn } = pointsOf(judged, questions, null, wordsFor("en"));
    const names = (all: typeof strengths) => all.map(({ measure }) => measure.slice(9));
    return { strengths: names(strengths), toWorkOn: names(toWorkOn) };
  };

  pure("half of a team, but for its interval, is no strength", () => {
    expect(points([shares("a", 22, 40)], ["a"])).toEqual({ strengths: [], toWorkOn: [] });
    expect(points([shares("a", 32, 40)], ["a"])).toEqual({ strengths: ["a"], toWorkOn: [] });
    expect(points([shares("a", 8, 40)], ["a"])).toEqual({ strengths: [], toWorkOn: ["a"] });
  });

  pure(
    "a range counts by both its ends: most of a small team may be a strength, half of it never",
    () => {
      const range = (low: number, high: number) =>
        figureOf(team, "a", {
          value: (low + high) / 2,
          within: [low, high],
          low,
          high,
          base: { band: "10-19" },
        });
      expect(points([range(0.6, 1)], ["a"]).strengths).toEqual(["a"]);
      expect(points([range(0.4, 1)], ["a"]).strengths).toEqual([]);
      expect(points([range(0, 0.4)], ["a"]).toWorkOn).toEqual(["a"]);
    },
  );

  pure("what most people said is no strength where everybody else said it more", () => {
    const figures = [shares("a", 65, 100), shares("a", 860, 1000, company)];
    expect(points(figures, ["a"])).toEqual({ strengths: [], toWorkOn: ["a"] });
  });

  pure("at most three are named, however many would do", () => {
    const items = ["a", "b", "c", "d", "e"];
    const figures = items.map((item, place) => shares(item, 90 - place, 100));
    expect(points(figures, items).strengths).toEqual(["a", "b", "c"]);
  });
});

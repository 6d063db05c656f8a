import { expect, test } from "vitest";
import { addDays } from "#app/model/period.ts";
import { isHolidayWeek } from "#app/statistics/holidays.ts";
import { seeded } from "#app/statistics/seeded.ts";
import { type WatchedUnit, weeklyAlerts } from "#app/statistics/weekly-alerts.ts";

const FIRST = "2025-09-01";
const mondays = Array.from({ length: 60 }, (_, at) => addDays(FIRST, 7 * at));
const ordinary = mondays.filter((monday) => !isHolidayWeek(monday));
const draw = seeded([1, 9, 7, 1]);

/** A unit whose people are each active with a chance that may change in its last weeks. */
function unit(name: string, headcount: number, chance: number, changed = chance, weeks = 0) {
  const since = ordinary[ordinary.length - weeks] ?? "9999";
  const active = (likely: number) =>
    Array.from({ length: headcount }, draw).filter((one) => one < likely).length;
  return {
    unit: name,
    weeks: mondays.map((monday) => ({
      monday,
      headcount,
      active: active(isHolidayWeek(monday) ? 0.02 : monday >= since ? changed : chance),
    })),
  };
}

const now = ordinary.at(-1) ?? "";

test("a unit that fell by nearly half is told of within five weeks, its steady neighbours are not", () => {
  const steady = Array.from({ length: 19 }, (_, at) => unit(`steady ${at}`, 60, 0.5));
  const [fallen, ...others] = weeklyAlerts([unit("fallen", 60, 0.5, 0.275, 5), ...steady], now);
  expect(fallen).toMatchObject({ unit: "fallen", verdict: "alert", direction: "below" });
  expect(fallen?.charts).toContain("ewma");
  expect(fallen?.p).toBeLessThan(0.05);
  expect(others.filter((one) => one.verdict !== "quiet")).toEqual([]);
});

test("among steady units none is told of, week after week", () => {
  const steady = Array.from({ length: 150 }, (_, at) => unit(`steady ${at}`, 25 + at, 0.4));
  const told = ordinary
    .slice(-10)
    .flatMap((monday) => weeklyAlerts(steady, monday))
    .filter((one) => one.verdict === "alert");
  // A unit by chance beyond in one week may still be so in the next; the law is one week in twenty.
  expect(told.length).toBeLessThanOrEqual(2);
});

test("under 20 people, or ten ordinary weeks before the last eight, nothing is tested", () => {
  const verdict = (one: WatchedUnit) => weeklyAlerts([one], now)[0];
  const silent = { direction: null, charts: [], p: null, verdict: "untested" };
  expect(verdict(unit("small", 19, 0.8, 0, 5))).toEqual({ unit: "small", ...silent });
  const large = unit("large", 200, 0.8, 0.1, 5);
  expect(verdict(large)?.verdict).toBe("alert");
  const young = {
    ...large,
    weeks: large.weeks.filter((w) => w.monday >= (ordinary.at(-17) ?? "")),
  };
  expect(verdict(young)?.verdict).toBe("untested");
  const enough = {
    ...large,
    weeks: large.weeks.filter((w) => w.monday >= (ordinary.at(-18) ?? "")),
  };
  expect(verdict(enough)?.verdict).toBe("alert");
  const late = { ...large, weeks: large.weeks.filter((w) => w.monday < now) };
  expect(verdict(late)?.verdict).toBe("untested");
});

test("a quiet holiday is no alert, on the day nor in what is usual", () => {
  const one = unit("shop", 80, 0.6);
  const christmas = weeklyAlerts([one], "2025-12-22")[0];
  expect(christmas).toMatchObject({ verdict: "holiday", p: null });
  expect(weeklyAlerts([one], now)[0]?.verdict).toBe("quiet");
  const inventory = { companyDays: [addDays(now, 2)] };
  expect(weeklyAlerts([one], now, inventory)[0]?.verdict).toBe("holiday");
});

test("a unit is told of once a month", () => {
  const fallen = unit("fallen", 100, 0.6, 0.2, 6);
  const after = (days: number) =>
    weeklyAlerts([{ ...fallen, lastAlert: addDays(now, -days) }], now)[0]?.verdict;
  expect(after(7)).toBe("told");
  expect(after(28)).toBe("told");
  expect(after(35)).toBe("alert");
});

test("a rise is told of as a rise, and a level that lasts becomes the usual one", () => {
  expect(weeklyAlerts([unit("risen", 100, 0.3, 0.6, 4)], now)[0]?.direction).toBe("above");
  expect(weeklyAlerts([unit("settled", 100, 0.6, 0.3, 34)], now)[0]?.verdict).toBe("quiet");
});

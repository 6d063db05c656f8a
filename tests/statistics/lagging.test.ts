import { expect, test } from "vitest";
import { isTimeToTell, lagging } from "#app/statistics/lagging.ts";

const whole = { key: "company", least: 0.5, most: 0.55 };
const part = (key: string, least: number, most: number) => ({ key, least, most });

test("a part lags when even the upper end of its range is ten points under the whole", () => {
  const parts = [part("at", 0.3, 0.4), part("nearly", 0.4, 0.45), part("far", 0, 0.2)];
  expect(lagging(whole, parts).map(({ key }) => key)).toEqual(["at", "far"]);
});

test("nothing lags behind a whole that is not told", () => {
  expect(lagging(undefined, [part("far", 0, 0.2)])).toEqual([]);
});

test("a wave is given three days and a third of its time before anybody lags", () => {
  const openedAt = new Date("2026-03-02T08:00:00Z");
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  const closesAt = at("2026-03-17");
  expect(isTimeToTell({ openedAt, closesAt, now: at("2026-03-06") })).toBe(false);
  expect(isTimeToTell({ openedAt, closesAt, now: at("2026-03-07") })).toBe(true);
  expect(isTimeToTell({ openedAt, closesAt: null, now: at("2026-03-04") })).toBe(false);
  expect(isTimeToTell({ openedAt, closesAt: null, now: at("2026-03-05") })).toBe(true);
});

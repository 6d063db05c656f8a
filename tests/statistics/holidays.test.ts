import { expect, test } from "vitest";
import { addDays } from "#app/model/period.ts";
import { easterSunday, frenchHolidays, isHolidayWeek } from "#app/statistics/holidays.ts";

test("Easter falls as the calendars print it, at its earliest and latest too", () => {
  // Butcher's Ecclesiastical Calendar; Meeus gives 1818 and 2038 as the extremes
  for (const day of [
    "1818-03-22",
    "1943-04-25",
    "1961-04-02",
    "1991-03-31",
    "2000-04-23",
    "2008-03-23",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2285-03-22",
  ]) {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  }
  for (let year = 1583; year < 2600; year += 1) {
    const day = easterSunday(year);
    expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
    expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
  }
  expect(() => easterSunday(1500)).toThrow("year must be a whole number from 1583");
});

test("France rests on eleven days in 2026, Alsace and Moselle on two more", () => {
  expect(frenchHolidays(2026).map(({ day }) => day.slice(5))).toEqual([
    "01-01",
    "04-06",
    "05-01",
    "05-08",
    "05-14",
    "05-25",
    "07-14",
    "08-15",
    "11-01",
    "11-11",
    "12-25",
  ]);
  const local = frenchHolidays(2026, { alsaceMoselle: true });
  expect(local).toHaveLength(13);
  expect(local).toContainEqual({ day: "2026-04-03", name: "good-friday" });
});

test("a week with a day off from Monday to Saturday is no ordinary week, a Sunday changes nothing", () => {
  expect(isHolidayWeek("2026-05-11")).toBe(true);
  expect(isHolidayWeek("2026-05-18")).toBe(false);
  // 1 November 2026 is a Sunday; 26 December 2026 a Saturday, after Christmas on Friday
  expect(isHolidayWeek("2026-10-26")).toBe(false);
  expect(isHolidayWeek("2026-12-21")).toBe(true);
  expect(isHolidayWeek("2025-12-29")).toBe(true);
  expect(isHolidayWeek("2026-03-30")).toBe(false);
  expect(isHolidayWeek("2026-03-30", { alsaceMoselle: true })).toBe(true);
});

test("the weeks that lie mostly in August are left out, and the days the company names", () => {
  const weeks = Array.from({ length: 8 }, (_, at) => addDays("2026-07-20", 7 * at));
  expect(weeks.map((monday) => isHolidayWeek(monday))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isHolidayWeek("2026-09-07", { companyDays: ["2026-09-09"] })).toBe(true);
  expect(isHolidayWeek("2026-09-07", { companyDays: ["2026-09-14"] })).toBe(false);
  expect(() => isHolidayWeek("2026-09-08")).toThrow("2026-09-08 must be a Monday");
  expect(() => isHolidayWeek("today")).toThrow("today must be a Monday");
});

import { expect, test } from "vitest";
import { isPublicHoliday } from "#app/statistics/public-holidays.ts";
import { sendingTime } from "#app/statistics/sending-time.ts";

const hours = { from: "08:00", to: "19:00" };
const paris = { timeZone: "Europe/Paris", country: "FR", shift: null };
const at = (from: string, where = paris as Parameters<typeof sendingTime>[1], days?: string[]) =>
  sendingTime(new Date(from), where, hours, days).toISOString();

test("inside the hours people are written to at once, before and after them at the next opening", () => {
  expect(at("2026-03-03T09:00:00Z")).toBe("2026-03-03T09:00:00.000Z");
  expect(at("2026-03-03T03:00:00Z")).toBe("2026-03-03T07:00:00.000Z");
  expect(at("2026-03-03T18:00:00Z")).toBe("2026-03-04T07:00:00.000Z");
});

test("the clock is the one on their wall, before and after it changes", () => {
  expect(at("2026-03-03T09:00:00Z", { ...paris, timeZone: "Asia/Tokyo" })).toBe(
    "2026-03-03T09:00:00.000Z",
  );
  expect(at("2026-03-03T11:00:00Z", { ...paris, timeZone: "Asia/Tokyo" })).toBe(
    "2026-03-03T23:00:00.000Z",
  );
  // Paris goes from +01 to +02 on Sunday 29 March 2026.
  expect(at("2026-03-28T18:30:00Z")).toBe("2026-03-30T06:00:00.000Z");
});

test("nobody is written to on a Sunday, a holiday of their country, or a day of the company", () => {
  expect(at("2026-03-01T09:00:00Z")).toBe("2026-03-02T07:00:00.000Z");
  // Easter Monday 2026 is 6 April; in Spain people work that day.
  expect(at("2026-04-06T09:00:00Z")).toBe("2026-04-07T06:00:00.000Z");
  expect(at("2026-04-06T09:00:00Z", { ...paris, country: "ES" })).toBe("2026-04-06T09:00:00.000Z");
  expect(at("2026-03-03T09:00:00Z", paris, ["2026-03-03"])).toBe("2026-03-04T07:00:00.000Z");
});

test("who works at night is written to before the shift, and never while they sleep", () => {
  const night = { ...paris, shift: "night" };
  expect(at("2026-03-03T08:00:00Z", night)).toBe("2026-03-03T15:00:00.000Z");
  expect(at("2026-03-03T16:00:00Z", night)).toBe("2026-03-03T16:00:00.000Z");
});

test("the holidays of countries are those of their laws", () => {
  for (const [country, day] of [
    ["DE", "2026-10-03"],
    ["BE", "2026-07-21"],
    ["PT", "2026-06-04"],
    ["LU", "2026-06-23"],
    ["NL", "2027-04-27"],
    ["AT", "2026-06-04"],
    ["GB", "2026-04-03"],
  ] as const) {
    expect([country, isPublicHoliday(country, day)]).toEqual([country, true]);
  }
  expect(isPublicHoliday("DE", "2026-07-14")).toBe(false);
  expect(isPublicHoliday(null, "2026-01-01")).toBe(false);
});

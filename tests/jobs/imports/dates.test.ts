import { expect, test } from "vitest";
import { momentsOf } from "#jobs/imports/activity/moments.ts";
import { dateReader } from "#jobs/imports/dates/date-format.ts";
import { dateWriter } from "#jobs/imports/dates/date-writer.ts";
import { instantsIn } from "#jobs/imports/dates/local-time.ts";

const inParis = (local: string) =>
  new Date(instantsIn("Europe/Paris")(Date.parse(`${local}Z`))).toISOString();

test("an ordinary time is that time in the company's zone", () => {
  expect(inParis("2026-01-15T12:00:00")).toBe("2026-01-15T11:00:00.000Z");
  expect(inParis("2026-07-15T12:00:00")).toBe("2026-07-15T10:00:00.000Z");
});

test("a time that occurs twice, when clocks go back, is its first occurrence", () => {
  expect(inParis("2026-10-25T01:59:59")).toBe("2026-10-24T23:59:59.000Z");
  expect(inParis("2026-10-25T02:30:00")).toBe("2026-10-25T00:30:00.000Z");
  expect(inParis("2026-10-25T03:00:00")).toBe("2026-10-25T02:00:00.000Z");
});

test("a time that does not occur, when clocks go forward, is as much later as they jump", () => {
  expect(inParis("2026-03-29T01:59:59")).toBe("2026-03-29T00:59:59.000Z");
  expect(inParis("2026-03-29T02:30:00")).toBe("2026-03-29T01:30:00.000Z");
  expect(inParis("2026-03-29T03:30:00")).toBe("2026-03-29T01:30:00.000Z");
});

test("every hour of a year comes back as it went, in zones that change and zones that do not", () => {
  for (const zone of [
    "Europe/Paris",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "UTC",
  ]) {
    const instantOf = instantsIn(zone);
    const shown = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    let different = 0;
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
      const local = Date.parse(`${shown.format(at).replace(" ", "T")}Z`);
      if (instantOf(local) !== at) different += 1;
    }
    // Only the second occurrence of what occurs twice.
    expect(different, zone).toBeLessThanOrEqual(1);
  }
});

test("a date in another format than the declared one is not read, however plausible", () => {
  const french = dateReader("dd/MM/yyyy");
  expect(french("31/12/2026")?.at).toBe(Date.UTC(2026, 11, 31));
  for (const other of ["12/31/2026", "2026-12-31", "31-12-2026", "31/12/26", "30/02/2026"]) {
    expect(french(other), other).toBeNull();
  }
});

test("without a declared format only ISO 8601 is read: a slash may mean either", () => {
  const iso = dateReader();
  expect(iso("03/04/2026")).toBeNull();
  expect(iso("2026-04-03 08:15")).toEqual({ at: Date.UTC(2026, 3, 3, 8, 15), isInstant: false });
  expect(iso("2026-04-03T08:15:30.250+02:00")).toEqual({
    at: Date.UTC(2026, 3, 3, 6, 15, 30, 250),
    isInstant: true,
  });
});

test("times of twelve hours and times since 1970 are read when they are declared", () => {
  expect(dateReader("M/d/yyyy h:mm a")("4/3/2026 12:05 AM")?.at).toBe(Date.UTC(2026, 3, 3, 0, 5));
  expect(dateReader("M/d/yyyy h:mm a")("4/3/2026 1:05 pm")?.at).toBe(Date.UTC(2026, 3, 3, 13, 5));
  expect(dateReader("epoch-seconds")("1775203200")).toEqual({
    at: 1_775_203_200_000,
    isInstant: true,
  });
  expect(() => dateReader("DD/MM/YYYY")).toThrow(/“DD” in “DD\/MM\/YYYY” is not known/);
});

test("a week that begins on a Sunday is the ISO week that has most of it", () => {
  const moments = momentsOf("iso", "Europe/Paris", new Date("2026-01-01"));
  expect(moments.day("2024-04-28", "week")).toBe("2024-04-29");
  expect(moments.day("2024-04-29", "week")).toBe("2024-04-29");
  expect(moments.day("2024-04-28", "day")).toBe("2024-04-28");
});

test.each([
  "iso",
  "epoch-seconds",
  "dd/MM/yyyy HH:mm:ss",
  "M/d/yyyy h:mm:ss a",
  "yyyyMMdd'T'HHmmss",
  "yyyy-MM-ddTHH:mm:ss",
  "dd.MM.yyyy 'um' HH:mm:ss",
])("a date of a workbook, written as %s, is read back as the same", (format) => {
  for (const at of [
    Date.UTC(2026, 2, 1, 18, 5, 9),
    Date.UTC(2026, 11, 31, 0, 30),
    Date.UTC(1999, 0, 1),
  ]) {
    expect(dateReader(format)(dateWriter(format)(at))?.at).toBe(at);
  }
});

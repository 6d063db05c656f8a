import { expect, test } from "vitest";
import { wordsFor } from "#app/services/around.ts";
import { inPageOrder, measureNames } from "#app/services/measures.ts";

test("what teams may be compared by has a name in words; what is between two units is on its own page", () => {
  const released = [
    "questions-answered",
    "connection",
    "with:unit:shops",
    "ties-sites",
    "post-reached:1",
    "post-answered:1",
    "posts-answered",
    "questions-answered-day",
  ];
  const offered = inPageOrder(released, []);
  expect(offered).toEqual([
    "connection",
    "posts-answered",
    "questions-answered",
    "questions-answered-day",
  ]);
  for (const language of ["fr", "en"] as const) {
    const names = measureNames(offered, [], wordsFor(language));
    expect(offered.filter((one) => names[one] === one)).toEqual([]);
  }
});

test("the first of a month is said as French says it", () => {
  expect(wordsFor("fr").format.day("2026-06-01")).toBe("1er juin 2026");
  expect(wordsFor("fr").format.shortDay("2026-06-01")).toBe("1er juin");
  expect(wordsFor("fr").format.day("2026-06-11")).toBe("11 juin 2026");
  expect(wordsFor("en").format.day("2026-06-01")).toBe("1 June 2026");
});

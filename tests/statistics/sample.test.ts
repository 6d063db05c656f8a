import { expect, test } from "vitest";
import { drawSample } from "#app/privacy/draw-sample.server.ts";
import { allocate } from "#app/statistics/sample.ts";

const strata = (...people: number[]) => people.map((n) => ({ people: n }));

test("a sample has its share of every part, in whole people that add up", () => {
  expect(allocate(strata(100, 60, 40), 0.25, 1)).toEqual([25, 15, 10]);
  // 3.33 each of a total of 10: the remainder goes to the first.
  expect(allocate(strata(10, 10, 10), 1 / 3, 1)).toEqual([4, 3, 3]);
});

test("no part is so small that nobody of it is asked", () => {
  expect(allocate(strata(500, 12, 4), 0.1, 10)).toEqual([50, 10, 4]);
});

test("the same seed draws the same people, in whatever order they come; another draws others", () => {
  const people = Array.from({ length: 200 }, (_, id) => ({ id, personKey: Buffer.from([id]) }));
  const ids = (all: typeof people, seed: string) =>
    drawSample([{ people: all, draw: 20 }], seed)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
  expect(ids(people, "spring")).toEqual(ids(people.toReversed(), "spring"));
  expect(ids(people, "spring")).toHaveLength(20);
  expect(ids(people, "spring")).not.toEqual(ids(people, "autumn"));
  // One more colleague takes the place of one at most.
  const grown = ids([...people, { id: 200, personKey: Buffer.from([200]) }], "spring");
  expect(grown.filter((id) => !ids(people, "spring").includes(id)).length).toBeLessThanOrEqual(1);
});

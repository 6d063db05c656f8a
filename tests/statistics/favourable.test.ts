import { expect, test } from "vitest";
import {
  displayedChange,
  displayedPercent,
  favourableShare,
  groupIndex,
  leaning,
  outOfHundred,
  personIndex,
  scaleMap,
  tallyOf,
  themeFigure,
} from "#app/statistics/favourable.ts";

test("what each point of a scale counts as, for every length from 2 to 11", () => {
  const letters = (points: number, reversed = false) =>
    scaleMap(points, reversed)
      .map((side) => side.charAt(0))
      .join("");
  const lengths = Array.from({ length: 10 }, (_, place) => place + 2);
  expect(lengths.map((points) => letters(points))).toEqual([
    "uf",
    "unf",
    "uuff",
    "uunff",
    "uunnff",
    "uuunfff",
    "uuunnfff",
    "uuuunffff",
    "uuuunnffff",
    "uuuunnnffff",
  ]);
  for (const points of lengths) {
    expect(scaleMap(points, true)).toEqual(scaleMap(points).toReversed());
    const [worst, best] = [scaleMap(points)[0], scaleMap(points).at(-1)];
    expect([worst, best]).toEqual(["unfavourable", "favourable"]);
  }
});

test("four and five of five are favourable, wherever the scale begins", () => {
  expect([1, 2, 3, 4, 5].map((answer) => leaning(answer, 1, 5))).toEqual([...scaleMap(5)]);
  expect(leaning(0, 0, 4)).toBe("unfavourable");
  expect(leaning(1, 1, 5, true)).toBe("favourable");
});

test("what is not a point of the scale, or no scale, is refused", () => {
  expect(() => leaning(6, 1, 5)).toThrow("answer must be a whole number from 1 to 5, not 6");
  expect(() => leaning(2.5, 1, 5)).toThrow("answer must be a whole number");
  expect(() => scaleMap(1)).toThrow("a scale must have 2 to 11 points, not 1");
  expect(() => scaleMap(12)).toThrow("a scale must have 2 to 11 points, not 12");
  expect(() => leaning(1, 5, 1)).toThrow("a scale must have 2 to 11 points");
  expect(() => tallyOf([1, -1, 2])).toThrow("counts[1] must be a whole number");
});

test("103 and 166 of 565 are 48 %, not 18 + 29 (Civil Service People Survey, technical guide 2020)", () => {
  const tally = tallyOf([24, 96, 176, 166, 103]);
  expect(tally).toEqual({ favourable: 269, neutral: 176, unfavourable: 120 });
  expect(displayedPercent(favourableShare(tally) ?? 0)).toBe(48);
  expect(displayedPercent(103 / 565) + displayedPercent(166 / 565)).toBe(47);
  expect(favourableShare({ favourable: 0, neutral: 0, unfavourable: 0 })).toBeNull();
});

test("a change is rounded once: 52.952 and 58.495 are 6 points apart (same guide)", () => {
  expect(displayedChange(0.52952, 0.58495)).toBe(-6);
  expect(displayedChange(0.58495, 0.52952)).toBe(6);
  expect([displayedPercent(0.52952), displayedPercent(0.58495)]).toEqual([53, 58]);
});

test("halves go away from zero, both ways alike, whatever the last binary digit says", () => {
  expect(displayedPercent(23 / 40)).toBe(58);
  expect(displayedPercent(0.005)).toBe(1);
  for (let x = 0; x <= 200; x += 1) {
    expect(displayedPercent(x / 200)).toBe(Math.floor((x + 1) / 2));
    expect(displayedChange(0, x / 200) + displayedChange(x / 200, 0)).toBe(0);
  }
  expect(Object.is(displayedChange(0.5, 0.504), 0)).toBe(true);
});

test("the published engagement index of one person is 65, and of the ten people 53 (same guide)", () => {
  const answers = [5, 4, 4, 3, 2].map((answer) => outOfHundred(answer, 1, 5));
  expect(answers).toEqual([100, 75, 75, 50, 25]);
  expect(personIndex(answers)).toBe(65);
  const people = [65, 25, 70, 35, 50, 100, 90, 40, 20, 35].map((one) => [one]);
  expect(groupIndex(people)).toEqual({ value: 53, n: 10 });
});

test("the published stress index reads some questions from the other end, and is 50 (same guide)", () => {
  const reversed = [1, 3, 3, 3, 4, 2, 3].map((answer) => outOfHundred(answer, 1, 5, true));
  expect(reversed).toEqual([100, 50, 50, 50, 25, 75, 50]);
  expect(personIndex([...reversed, outOfHundred(2, 1, 2, true)])).toBe(50);
});

test("half favourable twice, and two different indices: 49 and 63 (same guide)", () => {
  const index = (counts: readonly number[]) =>
    groupIndex(
      counts.flatMap((count, place) =>
        Array.from({ length: count }, () => [outOfHundred(5 - place, 1, 5)]),
      ),
    )?.value;
  expect(index([10, 40, 10, 16, 24])).toBe(49);
  // The published distribution of the second adds up to 102, being rounded.
  expect((index([22, 28, 34, 12, 6]) ?? 0) * 1.02).toBeCloseTo(63, 10);
});

test("who skipped a question of an index is left out of it, not guessed", () => {
  expect(personIndex([100, null, 50])).toBeNull();
  expect(personIndex([])).toBeNull();
  const people = [
    [100, 50],
    [0, null],
  ];
  expect(groupIndex(people)).toEqual({ value: 75, n: 1 });
  expect(groupIndex([[null]])).toBeNull();
  expect(() => personIndex([101])).toThrow("answers must be from 0 to 100, not 101");
});

test("a theme counts people, each by the questions they answered", () => {
  const [f, u] = ["favourable", "unfavourable"] as const;
  const people = [
    [f, f],
    [f, u],
    [f, null],
    [null, null],
  ];
  expect(themeFigure(people)).toEqual({ value: (1 + 0.5 + 1) / 3, n: 3 });
  expect(themeFigure([[f], [u], [f], [f]])?.value).toBe(
    favourableShare({ favourable: 3, neutral: 0, unfavourable: 1 }),
  );
  expect(themeFigure([[null]])).toBeNull();
});

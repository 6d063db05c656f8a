import { expect, test } from "vitest";
import { possible, precisions, written } from "#app/privacy/precision.ts";

const seven = { n: 7, whole: true, ends: 2 };

test("of seven people, the ends hold three counts each and the middle is told in tenths", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((x) => possible({ ...seven, x }, "tenth"))).toEqual([
    [0, 2],
    [0, 2],
    [0, 2],
    [3, 3],
    [4, 4],
    [5, 7],
    [5, 7],
    [5, 7],
  ]);
  expect(written({ ...seven, x: 7 }, "tenth")).toEqual({ value: 0.8, within: [0.6, 1] });
  expect(written({ ...seven, x: 3 }, "tenth")).toEqual({ value: 0.4, within: [0.35, 0.45] });
});

test("an end of five to nine people is written the same for all of them", () => {
  const ends = [5, 6, 7, 8, 9].map(
    (n) => written({ n, x: n, whole: true, ends: 2 }, "tenth").within,
  );
  expect(new Set(ends.map(String)).size).toBe(1);
});

test("five people are shown as one half or the other", () => {
  const five = { n: 5, whole: true, ends: 2 };
  expect([0, 1, 2, 3, 4, 5].map((x) => possible({ ...five, x }, "tenth"))).toEqual([
    [0, 2],
    [0, 2],
    [0, 2],
    [3, 5],
    [3, 5],
    [3, 5],
  ]);
});

test("whatever is shown, what it leaves possible holds the count, and every count of it is shown the same", () => {
  for (const precision of precisions) {
    for (const ends of [0, 2, 4]) {
      for (const n of [5, 6, 7, 9, 10, 13, 19, 20, 33, 64, 101]) {
        for (let x = 0; x <= n; x += 1) {
          const [least, most] = possible({ n, x, whole: true, ends }, precision);
          expect([precision, ends, n, x, least <= x && x <= most]).toEqual([
            precision,
            ends,
            n,
            x,
            true,
          ]);
          for (const other of [least, most]) {
            expect(possible({ n, x: other, whole: true, ends }, precision)).toEqual([least, most]);
          }
          const { within } = written({ n, x, whole: true, ends }, precision);
          if (within === null) expect([least, most]).toEqual([x, x]);
          else {
            const holds = within[0] * n <= least + 1e-6 && most <= within[1] * n + 1e-6;
            expect([precision, ends, n, x, within, holds]).toEqual([
              precision,
              ends,
              n,
              x,
              within,
              true,
            ]);
          }
        }
      }
    }
  }
});

test("nobody can tell an end from one person fewer, at any size", () => {
  for (const n of [10, 20, 50, 2000]) {
    const shown = [n, n - 1, n - 2].map((x) => written({ n, x, whole: true, ends: 2 }, "exact"));
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  }
});

import { expect, test } from "vitest";
import type { Value } from "#app/model/measure.ts";
import { tellsTooMuch } from "#app/privacy/together.ts";

const exact = (x: number, n: number): Value => ({
  form: "share",
  value: x / n,
  within: null,
  low: null,
  high: null,
  base: { exact: n },
});
const range = (least: number, most: number): Value => ({
  ...exact(0, 100),
  value: (least + most) / 2,
  within: [least, most],
});

test("a part shown as “10 % or less” is not known to the person by what the others leave", () => {
  // 70 and 29 of 100 leave one: the range that hid it is worth nothing.
  expect(tellsTooMuch([exact(70, 100), exact(29, 100), range(0, 0.02)], 100, 2)).toBe(true);
  // Rounded to ten points the others leave anything from none to ten.
  expect(tellsTooMuch([range(0.65, 0.75), range(0.2, 0.3), range(0, 0.02)], 100, 2)).toBe(false);
});

test("what is left without being shown is told apart at neither end", () => {
  // 60 favourable and 40 unfavourable of 100: nobody is neutral.
  expect(tellsTooMuch([exact(60, 100), exact(40, 100), null], 100, 2)).toBe(true);
  expect(tellsTooMuch([exact(60, 100), exact(38, 100), null], 100, 2)).toBe(true);
  expect(tellsTooMuch([exact(60, 100), exact(30, 100), null], 100, 2)).toBe(false);
});

test("a rounded part that the rest pins to one count is not shown beside it", () => {
  const pinned = [range(0.65, 0.75), range(0.15, 0.25), range(0, 0.2), exact(10, 100)];
  expect(tellsTooMuch(pinned, 100, 2)).toBe(false);
  // 65, 15 and 20 is all that 100 people can be when each is at the end of its rounding.
  expect(tellsTooMuch([range(0.65, 0.75), range(0.2, 0.3), exact(15, 100)], 100, 2)).toBe(true);
});

test("for every way three parts can be rounded, no part at its low end is told apart", () => {
  const n = 60;
  for (let a = 0; a <= n; a += 1) {
    for (let b = 0; a + b <= n; b += 1) {
      const parts = [a, b, n - a - b].map((x) =>
        x <= 2 ? range(0, 2 / n) : x >= n - 2 ? range(1 - 2 / n, 1) : exact(x, n),
      );
      const shown = !tellsTooMuch(parts, n, 2);
      const small = [a, b, n - a - b].filter((x) => x <= 2);
      // One small part beside two exact ones is known; two of them must leave each other all of it.
      if (shown && small.length === 1) expect([a, b]).toBe("never");
    }
  }
});

import { expect, test } from "vitest";
import { packChoices, packRank, unpackChoices, unpackRank } from "#app/model/answer-forms.ts";

test("the first and third of four boxes are the number five, and come back as ticked", () => {
  expect(packChoices([2, 0], 4)).toBe(5);
  expect(unpackChoices(5, 4)).toEqual([0, 2]);
});

test("nobody's box ticked is an answer too", () => {
  expect(packChoices([], 4)).toBe(0);
  expect(unpackChoices(0, 4)).toEqual([]);
});

test("all of thirty boxes fit the number, and the thirtieth alone comes back", () => {
  const all = [...Array(30).keys()];
  expect(unpackChoices(packChoices(all, 30), 30)).toEqual(all);
  expect(unpackChoices(packChoices([29], 30), 30)).toEqual([29]);
  expect(() => packChoices([0], 31)).toThrow(RangeError);
});

test("a number with a box that is not there is no choice", () => {
  expect(unpackChoices(16, 4)).toBeNull();
  expect(unpackChoices(-1, 4)).toBeNull();
  expect(unpackChoices(1.5, 4)).toBeNull();
});

test("an order keeps who comes first, and who was left out", () => {
  expect(packRank([2, 0], 4)).toBe(16);
  expect(unpackRank(16, 4)).toEqual([2, 0]);
  expect(unpackRank(packRank([0, 2], 4), 4)).toEqual([0, 2]);
});

test("every order of ten is exact: the largest number stays below what a double holds", () => {
  const backwards = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  const packed = packRank(backwards, 10);
  expect(Number.isSafeInteger(packed)).toBe(true);
  expect(unpackRank(packed, 10)).toEqual(backwards);
});

test("a number that ranks one thing twice, or nothing in the middle, is no order", () => {
  expect(unpackRank(1 * 5 + 1, 4)).toBeNull();
  expect(unpackRank(1 * 25 + 0 * 5 + 2, 4)).toBeNull();
  expect(() => packRank([1, 1], 4)).toThrow(RangeError);
});

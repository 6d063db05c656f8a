import { expect, test } from "vitest";
import { exactMcNemar, groupState } from "#app/statistics/group-life.ts";

const group = { members: 100, now: 30, gained: 5, lost: 5, isNew: false };

test("those who came and those who went are told from tosses of a coin", () => {
  // R 4.2: binom.test(2, 12)$p.value, binom.test(7, 15)$p.value
  expect(exactMcNemar(10, 2)).toBeCloseTo(0.03857421875, 12);
  expect(exactMcNemar(7, 8)).toBe(1);
  expect(exactMcNemar(0, 0)).toBe(1);
});

test("a group that gains many and loses few is growing, and the other way round fading", () => {
  expect(groupState({ ...group, gained: 14, lost: 2 }, 5)).toBe("growing");
  expect(groupState({ ...group, gained: 2, lost: 14 }, 5)).toBe("fading");
});

test("a group of the same size is steady, however many of its people changed", () => {
  expect(groupState({ ...group, gained: 15, lost: 15 }, 5)).toBe("steady");
});

test("two more of eight is more by a quarter and no more than chance: steady", () => {
  expect(groupState({ ...group, now: 10, gained: 4, lost: 2 }, 5)).toBe("steady");
});

test("where hardly anybody takes part a group is silent, whether that is nobody or four", () => {
  const silent = [0, 1, 4].map((now) => groupState({ ...group, members: 20, now, gained: now }, 5));
  expect(silent).toEqual(["silent", "silent", "silent"]);
  expect(groupState({ ...group, members: 500, now: 24 }, 5)).toBe("silent");
  expect(groupState({ ...group, members: null, now: 24 }, 5)).toBe("steady");
});

test("a group is new for its first 28 days, even before anybody writes", () => {
  expect(groupState({ ...group, now: 0, gained: 0, lost: 0, isNew: true }, 5)).toBe("new");
});

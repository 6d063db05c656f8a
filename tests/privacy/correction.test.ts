import { describe, expect, test } from "vitest";
import { mayCorrect } from "#app/privacy/correction.ts";
import { floors } from "#app/privacy/policy.ts";

const five = { samePeople: true, people: 5, populations: [5], differences: [] };

describe("a correction is released", () => {
  test("where five people are counted otherwise, all in the same places", () => {
    expect(mayCorrect(five, floors)).toBe(true);
  });

  test.for([
    ["four people differ", { ...five, people: 4, populations: [4] }],
    ["nobody differs", { ...five, people: 0, populations: [] }],
    ["one of six is in another team", { ...five, people: 6, populations: [6, 5, 1] }],
    ["a unit and a site differ by one of them", { ...five, people: 6, differences: [1] }],
    ["somebody has moved since", { ...five, samePeople: false }],
  ] as const)("not where %s", ([, changes]) => {
    expect(mayCorrect(changes, floors)).toBe(false);
  });

  test("not where a raise asks for more people", () => {
    expect(mayCorrect(five, { ...floors, members: 6 })).toBe(false);
  });
});

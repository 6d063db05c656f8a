import { expect, test } from "vitest";
import { teamAgainstRest } from "#app/statistics/change.ts";
import { seeded } from "#app/statistics/seeded.ts";

test("a team of 50 in a company of 800 is held to the other 750", () => {
  // R 4.2.2: prop.test(c(30, 370), c(50, 750), correct = FALSE); against all 800 z would be 1.37.
  const found = teamAgainstRest({ x: 30, n: 50 }, { x: 400, n: 800 });
  expect(found?.rest).toEqual({ x: 370, n: 750 });
  expect(found?.fromRest).toBeCloseTo(0.1066666666667, 12);
  expect(found?.fromWhole).toBeCloseTo(0.1, 12);
  expect(found?.z).toBeCloseTo(1.46059348668, 10);
  expect(found?.p).toBeCloseTo(0.1441270348160162, 12);
});

test("from the whole it is always less far than from the rest, by its part of the whole", () => {
  const random = seeded([31, 32, 33, 34]);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 200; round += 1) {
    const [team, rest] = [1 + upTo(40), 1 + upTo(200)];
    const x = upTo(team);
    const whole = { x: x + upTo(rest), n: team + rest };
    const found = teamAgainstRest({ x, n: team }, whole);
    const { fromRest = 2, fromWhole = 3, interval = [1, -1] } = found ?? {};
    expect(fromWhole).toBeCloseTo((1 - team / whole.n) * fromRest, 12);
    expect(interval[0]).toBeLessThanOrEqual(fromRest);
    expect(interval[1]).toBeGreaterThanOrEqual(fromRest);
  }
});

test("without a rest, or without a team, there is nothing to hold it to", () => {
  expect(teamAgainstRest({ x: 3, n: 7 }, { x: 3, n: 7 })).toBeNull();
  expect(teamAgainstRest({ x: 0, n: 0 }, { x: 3, n: 7 })).toBeNull();
});

test("where all agree there is a difference of nil and no test", () => {
  const found = teamAgainstRest({ x: 7, n: 7 }, { x: 20, n: 20 });
  expect(found).toMatchObject({ fromRest: 0, z: null, p: null });
});

test("a team that cannot be part of the whole is refused", () => {
  expect(() => teamAgainstRest({ x: 6, n: 8 }, { x: 5, n: 20 })).toThrow("team.x must be");
  expect(() => teamAgainstRest({ x: 1, n: 8 }, { x: 15, n: 20 })).toThrow("in the rest must be");
  expect(() => teamAgainstRest({ x: 1, n: 30 }, { x: 5, n: 20 })).toThrow("team.n must be");
});

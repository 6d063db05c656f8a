import { expect, test } from "vitest";
import { baseline, cusum, ewma, pChart, singleBreak } from "#app/statistics/alerts.ts";
import { seeded } from "#app/statistics/seeded.ts";
import { nile } from "./published.ts";

const active = [42, 45, 40, 47, 44, 50, 41, 46, 43, 48, 44, 45, 30, 28];
const people = [100, 102, 99, 101, 100, 103, 98, 100, 101, 102, 100, 100, 101, 99];

// R 4.2.2: pb <- sum(x[1:12]) / sum(n[1:12]); s <- sqrt(pb * (1 - pb) / n); z <- (x / n - pb) / s;
// sz <- mean(abs(diff(z[1:12]))) / 1.128; z / sz; pb - 3 * s * sz; pb + 3 * s * sz
test("Laney's chart agrees with his formulas in R, and finds the two weeks that fell", () => {
  const chart = pChart(active, people, 12);
  expect(chart?.centre).toBeCloseTo(0.4436152570481, 12);
  expect(chart?.sigmaZ).toBeCloseTo(0.681361196206, 11);
  const z = chart?.points.map((point) => point.z) ?? [];
  expect(z[0]).toBeCloseTo(-0.69762885788607, 11);
  expect(z[5]).toBeCloseTo(1.25386676683144, 11);
  expect(z[13]).toBeCloseTo(-4.72607076093013, 11);
  expect(chart?.points[5]?.low).toBeCloseTo(0.3435528646263, 12);
  expect(chart?.points[13]?.high).toBeCloseTo(0.5456790955008, 12);
  const found = chart?.points.map((point) => point.beyond);
  expect(found).toEqual([...new Array(12).fill(null), "below", "below"]);
});

test("weeks that differ more than draws would widen the limits", () => {
  const swinging = people.map((n, week) => Math.round(n * (week % 2 ? 0.3 : 0.6)));
  const chart = pChart(swinging, people);
  expect(chart?.sigmaZ).toBeGreaterThan(4);
  expect(chart?.points.every((point) => point.beyond === null)).toBe(true);
  const bounded = pChart(
    people.map((_, week) => (week % 2 ? 1 : 4)),
    people,
  );
  expect(bounded?.points.every(({ low, high }) => low >= 0 && high <= 1)).toBe(true);
});

test("no chart without ten weeks, nor where nothing ever moved", () => {
  expect(pChart(active.slice(0, 9), people.slice(0, 9))).toBeNull();
  expect(pChart(active, people, 9)).toBeNull();
  expect(
    pChart(
      people.map(() => 0),
      people,
    ),
  ).toBeNull();
  expect(pChart(people, people)).toBeNull();
  const half = people.map((_, week) => 10 + 2 * week);
  expect(
    pChart(
      half.map((n) => n / 2),
      half,
    ),
  ).toBeNull();
  expect(() => pChart([5, 3], [4, 4])).toThrow("x[0] must be a whole number from 0 to 4");
  expect(() => pChart([0], [0])).toThrow("n[0] must be 1 or more");
  expect(() => pChart([0], [4, 4])).toThrow("n must have 1 values, not 2");
});

// R 4.2.2: datasets::Nile; mean(Nile[1:28]); mean(abs(diff(Nile[1:28]))) / 1.128
const before = baseline(nile.slice(0, 28)) ?? { centre: 0, sigma: 1 };

test("what was usual for the Nile until 1898 agrees with R", () => {
  expect(before.centre).toBe(1097.75);
  expect(before.sigma).toBeCloseTo(125.1641712635, 9);
  expect(baseline(nile.slice(0, 9))).toBeNull();
  expect(baseline(new Array(30).fill(0.1))).toBeNull();
  expect(() => baseline([1, Number.NaN])).toThrow("values[1] must be a finite number");
});

// R 4.2.2: Reduce(function(a, x) .2 * x + .8 * a, Nile[29:40], accumulate = TRUE, 1097.75);
// 1097.75 - 3 * sigma * sqrt(.2 / 1.8 * (1 - .8^(2 * t)))
test("the moving average sees the Nile fall in its second year after 1898", () => {
  const points = ewma(nile.slice(28), before);
  expect(points[0]).toMatchObject({ beyond: null });
  expect(points[0]?.value).toBeCloseTo(1033, 10);
  expect(points[0]?.low).toBeCloseTo(1022.6514972419, 8);
  expect(points[1]).toMatchObject({ beyond: "below" });
  expect(points[11]?.value).toBeCloseTo(920.820825641, 8);
  expect(points[11]?.low).toBeCloseTo(972.8817140132, 8);
  expect(ewma(nile.slice(0, 28), before).every((point) => point.beyond === null)).toBe(true);
});

// R 4.2.2: Reduce(function(a, x) max(0, a - (x - 1097.75) / sigma - .5), Nile[29:40], accumulate = TRUE, 0)
test("cumulative sums see it in the fourth", () => {
  const sums = cusum(nile.slice(28), before);
  const down = sums.map((point) => point.down);
  expect(down[3]).toBeCloseTo(7.659313746065, 9);
  expect(down[11]).toBeCloseTo(16.929884575026, 9);
  expect(sums.findIndex((point) => point.beyond === "below")).toBe(3);
  expect(sums.every((point) => point.up >= 0 && point.beyond !== "above")).toBe(true);
});

// strucchange::breakpoints(Nile ~ 1) is at observation 28, 1898; Cobb (1978) found the same year
test("the one break of the Nile is after 1898", () => {
  expect(singleBreak(nile)).toBe(28);
  expect(singleBreak([4, 4, 4, 4])).toBeNull();
  expect(singleBreak([1, 2, 3])).toBeNull();
  expect(singleBreak([5, 5, 5, 1, 1])).toBe(3);
});

test("charts do not depend on the unit, and mirror what is turned over", () => {
  const draw = seeded([4, 4, 2, 2]);
  for (let round = 0; round < 50; round += 1) {
    const values = Array.from({ length: 25 }, () => 10 * draw() + (draw() < 0.1 ? 20 : 0));
    const usual = baseline(values);
    const turned = values.map((value) => 100 - 3 * value);
    const opposite = baseline(turned);
    if (!usual || !opposite) throw new Error("the values moved");
    expect(opposite.sigma).toBeCloseTo(3 * usual.sigma, 9);
    const mirrored = { above: "below", below: "above" };
    const mirror = (where: "above" | "below" | null) => where && mirrored[where];
    expect(ewma(turned, opposite).map((point) => point.beyond)).toEqual(
      ewma(values, usual).map((point) => mirror(point.beyond)),
    );
    const sums = cusum(values, usual);
    for (const [at, point] of cusum(turned, opposite).entries()) {
      expect(point.up).toBeCloseTo(sums[at]?.down ?? -1, 9);
      expect(point.down).toBeCloseTo(sums[at]?.up ?? -1, 9);
    }
    const shewhart = ewma(values, usual, { lambda: 1 });
    for (const [at, point] of shewhart.entries())
      expect(point.value).toBeCloseTo(values[at] ?? 0, 9);
  }
});

test("a spread of 0 or a weight of 0 is refused", () => {
  expect(() => ewma([1], { centre: 0, sigma: 0 })).toThrow("sigma must be above 0");
  expect(() => ewma([1], before, { lambda: 0 })).toThrow("lambda must be above 0");
  expect(() => cusum([1], before, { h: 0 })).toThrow("h above 0");
});

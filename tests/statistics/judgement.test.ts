import { expect, test } from "vitest";
import { compareShares, inFamily } from "#app/statistics/change.ts";
import { seeded } from "#app/statistics/seeded.ts";

test("a verdict never contradicts the interval beside it, nor turns with the sides", () => {
  const random = seeded([41, 42, 43, 44]);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const opposite = { above: "below", below: "above" } as Record<string, string>;
  let real = 0;
  for (let round = 0; round < 400; round += 1) {
    const [n1, n2] = [30 + upTo(90), 30 + upTo(90)];
    const [first, second] = [
      { x: upTo(n1), n: n1 },
      { x: upTo(n2), n: n2 },
    ];
    const { low, high, verdict, p } = compareShares(first, second);
    if (low === null || high === null || p === null) throw new Error("not tested");
    if (verdict === "above") expect(low).toBeGreaterThan(0);
    if (verdict === "below") expect(high).toBeLessThan(0);
    if (verdict !== "indistinguishable") expect(p).toBeLessThanOrEqual(0.05);
    if (verdict !== "indistinguishable") real += 1;
    expect(compareShares(second, first).verdict).toBe(opposite[verdict] ?? verdict);
  }
  expect(real).toBeGreaterThan(100);
});

test("of twenty comparisons seen at once, the one that chance would give is taken back", () => {
  const chance = Array.from({ length: 19 }, () =>
    compareShares({ x: 50, n: 100 }, { x: 50, n: 100 }),
  );
  const lucky = compareShares({ x: 64, n: 100 }, { x: 50, n: 100 });
  const clear = compareShares({ x: 80, n: 100 }, { x: 50, n: 100 });
  const small = compareShares({ x: 9, n: 10 }, { x: 1, n: 10 });
  expect(lucky.verdict).toBe("above");
  expect(inFamily([lucky])).toEqual([lucky]);
  const seen = inFamily([lucky, clear, small, ...chance]);
  expect(seen.slice(0, 3).map(({ verdict }) => verdict)).toEqual([
    "indistinguishable",
    "above",
    "untested",
  ]);
  expect(seen[0]?.p).toBe(lucky.p);
});

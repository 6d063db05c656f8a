import { expect, test } from "vitest";
import {
  enps,
  enpsAdjusted,
  enpsDifference,
  enpsInterval,
  enpsMargin,
  recommends,
} from "#app/statistics/enps.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** Computed in R 4.2.2 from 100(P − D) and 100·sqrt((P + D − (P − D)²)/n). */
const classic = { promoters: 50, passives: 30, detractors: 20 };
const random200 = { promoters: 85, passives: 74, detractors: 41 };
const smallTeam = { promoters: 3, passives: 2, detractors: 2 };

test("9 and 10 promote, 7 and 8 pass, 0 to 6 detract", () => {
  const eleven = Array.from({ length: 11 }, (_, answer) => recommends(answer));
  expect(eleven.map((side) => side[0]).join("")).toBe("dddddddpppp");
  expect(eleven.slice(7)).toEqual(["passives", "passives", "promoters", "promoters"]);
  expect(() => recommends(11)).toThrow("answer must be a whole number from 0 to 10, not 11");
});

test("half promote and a fifth detract: 30, give or take 15", () => {
  const found = enps(classic) ?? fail();
  expect(found.value).toBeCloseTo(30, 12);
  expect(found.standardError).toBeCloseTo(7.810249675907, 10);
  expect(enpsInterval(found)[0]).toBeCloseTo(14.692191924957, 10);
  expect(enpsInterval(found)[1]).toBeCloseTo(45.307808075043, 10);
  expect(enpsMargin(found)).toBeCloseTo(15.307808075043, 10);
});

test("of a team whose size is known, less is unknown; of a complete count, nothing", () => {
  expect(enps(random200, 260)?.standardError).toBeCloseTo(2.595511421027, 10);
  expect(enps(smallTeam, 9)?.standardError).toBeCloseTo(15.742090429124, 10);
  expect(enps({ promoters: 4, passives: 4, detractors: 4 }, 12)).toEqual({
    value: 0,
    standardError: 0,
  });
  expect(enps({ promoters: 1, passives: 0, detractors: 0 }, 1)?.standardError).toBe(0);
});

test("three answers made up keep a small team from being certain of itself", () => {
  const few = enpsAdjusted(smallTeam) ?? fail();
  expect(enpsInterval(few)[0]).toBeCloseTo(-39.583602584365, 10);
  expect(enpsInterval(few)[1]).toBeCloseTo(59.583602584365, 10);
  const all = { promoters: 7, passives: 0, detractors: 0 };
  expect(enps(all)).toEqual({ value: 100, standardError: 0 });
  const cautious = enpsAdjusted(all) ?? fail();
  expect(enpsInterval(cautious)[0]).toBeCloseTo(32.812298061726, 10);
  expect(enpsInterval(cautious)[1]).toBe(100);
});

test("two groups that share nobody: their errors add as squares", () => {
  const [a, b] = [enps(random200) ?? fail(), enps(classic) ?? fail()];
  const change = enpsDifference(a, b);
  expect(change.value).toBeCloseTo(-8, 12);
  expect(change.standardError).toBeCloseTo(9.491048414164, 10);
  expect(change.z).toBeCloseTo(-0.8428995039222, 10);
  expect(change.p).toBeCloseTo(0.3992846510135, 10);
  expect(enpsDifference(b, a).value).toBe(-change.value);
});

test("two complete counts differ by what they differ by, and nothing is tested", () => {
  const [all, none] = [
    { value: 100, standardError: 0 },
    { value: -100, standardError: 0 },
  ];
  expect(enpsDifference(all, none)).toEqual({ value: 200, standardError: 0, z: null, p: null });
});

test("nobody answered: nothing is said", () => {
  expect(enps({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
  expect(enps({ promoters: 0, passives: 0, detractors: 0 }, 12)).toBeNull();
  expect(enpsAdjusted({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
});

test("it is the mean, and its error that of the mean, of answers worth 100, 0 and −100", () => {
  const random = seeded([21, 22, 23, 24]);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 200; round += 1) {
    const counts = { promoters: upTo(30), passives: upTo(30), detractors: 1 + upTo(30) };
    const n = counts.promoters + counts.passives + counts.detractors;
    const { value, standardError } = enps(counts) ?? fail();
    const squares =
      counts.promoters * (100 - value) ** 2 +
      counts.passives * value ** 2 +
      counts.detractors * (100 + value) ** 2;
    expect(standardError).toBeCloseTo(Math.sqrt(squares) / n, 8);
    const mirrored = enps({
      ...counts,
      promoters: counts.detractors,
      detractors: counts.promoters,
    });
    expect(mirrored?.value).toBeCloseTo(-value, 10);
    expect(enps(counts, n + upTo(50))?.standardError).toBeLessThanOrEqual(standardError + 1e-12);
    expect(Math.abs(enpsAdjusted(counts)?.value ?? 200)).toBeLessThanOrEqual(Math.abs(value));
  }
});

test("a wrong count is refused by name", () => {
  expect(() => enps({ ...classic, passives: -1 })).toThrow("passives must be a whole number");
  expect(() => enps(classic, 99)).toThrow("answers must be a whole number from 0 to 99, not 100");
});

function fail(): never {
  throw new Error("nothing was computed");
}

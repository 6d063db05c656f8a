import { expect, test } from "vitest";
import { mean, meanInterval } from "#app/statistics/mean.ts";

test("Student's interval agrees with R's t.test on the extra hours of sleep (Student 1908, group 2)", () => {
  const hours = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const moments = {
    n: hours.length,
    sum: hours.reduce((sum, hour) => sum + hour, 0),
    squares: hours.reduce((sum, hour) => sum + hour * hour, 0),
  };
  expect(mean(moments)).toBeCloseTo(2.33, 10);
  const [low, high] = meanInterval(moments) ?? [];
  expect(low).toBeCloseTo(0.8976775, 6);
  expect(high).toBeCloseTo(3.7623225, 6);
});

test("one answer has no spread, and none has no mean", () => {
  expect(meanInterval({ n: 1, sum: 3, squares: 9 })).toBeNull();
  expect(mean({ n: 0, sum: 0, squares: 0 })).toBeNull();
});

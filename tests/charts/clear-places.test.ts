import { expect, test } from "vitest";
import { clearPlaces } from "#app/charts/clear-places.ts";
import { placeNames } from "#app/charts/trend-names.tsx";

const line = (...heights: number[]) => [
  heights.map((y, place) => {
    const x = (place / (heights.length - 1)) * 100;
    return { x, y, low: y, high: y, range: null };
  }),
];

const offsets = { over: -8, under: 20 };

test("a name stands where no other line runs", () => {
  // The upper two cross in the middle, where a name would stand first.
  const [first] = clearPlaces(
    [line(20, 20, 20, 20, 20), line(60, 60, 17, 60, 60), line(90, 90, 90, 90, 90)],
    offsets,
  );
  expect(first).toEqual({ x: 50, y: 20, under: 20 });
});

test("three lines that end together have three values that can be read", () => {
  const lines = [line(10, 50), line(40, 50), line(90, 51)];
  const drawn = lines.map((runs, place) => ({
    line: { name: `${place}`, shape: "disc" as const, figures: [] },
    runs,
  }));
  const ends = placeNames(drawn, true).map(({ end }) => end.y);
  expect(ends).toEqual([50, 56, 62]);
});

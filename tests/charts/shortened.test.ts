import { expect, test } from "vitest";
import { shortened } from "#app/charts/shortened.ts";

test("names that begin alike are still told apart once shortened", () => {
  const names = [1, 2].map((n) => shortened(`Plateforme régionale de préparation n° ${n}`, 20));
  expect(names).toEqual(["Plateforme…ion n° 1", "Plateforme…ion n° 2"]);
  expect(shortened("Logistique Sud", 20)).toBe("Logistique Sud");
});

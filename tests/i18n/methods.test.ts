import { expect, test } from "vitest";
import { methodsInEnglish } from "#app/i18n/methods/en.ts";
import { methodsInFrench } from "#app/i18n/methods/fr.ts";
import type { Family } from "#app/i18n/methods/method.ts";
import { methodsIn } from "#app/i18n/methods/read.ts";
import { floors } from "#app/privacy/policy.ts";
import { formulas } from "#app/routes/methods/formulas.ts";

const numbers = {
  ...floors,
  ...{ points: 5, tested: 30, team: 500, activity: 7, alike: 2, unanswered: 4 },
};

const methodsOf = (families: Readonly<Record<string, Family>>) =>
  Object.values(families).flatMap((family) => Object.entries(family));

test("both languages explain the same methods, in the same order and as deeply", () => {
  const shape = (families: Readonly<Record<string, Family>>) =>
    methodsOf(families).map(([key, { depth }]) => [key, ...Object.keys(depth)].join(" "));
  expect(shape(methodsInEnglish)).toEqual(shape(methodsInFrench));
});

test("no anchor leads to two methods", () => {
  const keys = [...Object.keys(methodsInFrench), ...methodsOf(methodsInFrench).map(([key]) => key)];
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test("a method uses the same numbers in both languages, and only numbers that are in force", () => {
  const slots = (families: Readonly<Record<string, Family>>) =>
    methodsOf(families).map(([key, method]) => {
      const named = JSON.stringify(method).match(/\{\w+\}/g) ?? [];
      return [key, [...new Set(named)].toSorted()] as const;
    });
  expect(slots(methodsInEnglish)).toEqual(slots(methodsInFrench));
  const known = Object.keys(numbers).map((name) => `{${name}}`);
  const unknown = slots(methodsInFrench).flatMap(([, named]) =>
    named.filter((slot) => !known.includes(slot)),
  );
  expect(unknown).toEqual([]);
});

test.each(["fr", "en"] as const)("what is read in %s has its numbers filled in", (language) => {
  const text = JSON.stringify(methodsIn(language, { ...numbers, answers: 8 }));
  expect(text).not.toMatch(/[{]\w+[}]/);
  expect(text).toContain(language === "fr" ? "moins de 8 réponses" : "fewer than 8 answers");
});

test("decimals are written as the language writes them", () => {
  expect(JSON.stringify(methodsInFrench)).not.toMatch(/\d\.\d/);
  expect(JSON.stringify(methodsInEnglish)).not.toMatch(/\d,\d(?!\d\d)/);
});

test("every formula belongs to a method, and every method of numbers has one", () => {
  const keys = methodsOf(methodsInFrench).map(([key]) => key);
  expect(Object.keys(formulas).filter((key) => !keys.includes(key))).toEqual([]);
  const { confidentiality, ...numeric } = methodsInFrench;
  const without = methodsOf(numeric)
    .map(([key]) => key)
    .filter((key) => formulas[key] === undefined);
  expect(without).toEqual(["rounding"]);
  expect(formulas).toHaveProperty("audit");
  expect(confidentiality.audit.depth.letters).toContain("x");
});

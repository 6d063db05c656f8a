import { expect } from "vitest";
import { parse } from "yaml";
import { keepReference, readReferences, removeReference } from "#db/records/references.ts";
import {
  checkReference,
  readReferenceFile,
  writeReference,
} from "#jobs/imports/references/reference-file.ts";
import { shippedReferences } from "#jobs/imports/references/shipped.ts";
import { fileWith } from "#tests/support/answers-file.ts";
import { test } from "#tests/support/database.ts";

const shipped = shippedReferences();
const civil = shipped.find(({ key }) => key === "civil-service-2024");
const frontline = shipped.find(({ key }) => key === "frontline-2021");

test("every reference that comes with the product says its source, sample, licence and limits in both languages", () => {
  expect(shipped.map(({ key }) => key)).toEqual(["civil-service-2024", "frontline-2021"]);
  for (const { names, sample, comparability, licence, publisher, figures } of shipped) {
    for (const words of [names, sample, comparability]) {
      expect(Object.keys(words).toSorted()).toEqual(["en", "fr"]);
    }
    expect(licence).not.toBe("");
    expect(publisher).not.toBe("");
    for (const { wordings, value } of figures) {
      expect(Object.keys(wordings).toSorted()).toEqual(["en", "fr"]);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(100);
    }
  }
});

test("percentiles rise, and the median of 2024 is the one of the table to its tenth", () => {
  const codes = new Set(civil?.figures.map(({ code }) => code));
  expect(codes.size).toBe(17);
  for (const code of codes) {
    const of2024 = ["p10", "p25", "median", "p75", "p90"].map(
      (statistic) =>
        civil?.figures.find(
          (one) => one.code === code && one.period === "2024" && one.statistic === statistic,
        )?.value ?? Number.NaN,
    );
    expect([code, of2024.toSorted((a, b) => a - b)]).toEqual([code, of2024]);
  }
  // Civil Service People Survey 2024, benchmark results by organisation: B41, confidence in decisions.
  const b41 = civil?.figures.filter(({ code }) => code === "B41");
  expect(b41?.map(({ period, statistic, value }) => [period, statistic, value])).toEqual([
    ["2009", "median", 35],
    ["2019", "median", 51],
    ["2021", "median", 62],
    ["2024", "p10", 42.1],
    ["2024", "p25", 49.3],
    ["2024", "median", 56.2],
    ["2024", "p75", 64.1],
    ["2024", "p90", 71.8],
  ]);
});

test("the frontline's connection is told for all and for France, and executives apart from it", () => {
  const told = frontline?.figures.map(({ code, population, value }) => [code, population, value]);
  expect(told).toContainEqual(["connected", "", 55]);
  expect(told).toContainEqual(["connected", "France", 48]);
  expect(told).toContainEqual(["trusted-c-suite", "executives", 99]);
});

test("a reference is kept, exported, changed and taken again; its other figures stay", async ({
  worker,
  web,
}) => {
  if (frontline === undefined) throw new Error("the reference is not there");
  await keepReference(worker, frontline);
  const [kept] = await readReferences(web);
  expect(kept?.figures).toHaveLength(frontline.figures.length);
  expect(checkReference(parse(writeReference(kept ?? frontline)), "again")).toEqual(kept);

  const own = {
    kind: "reference",
    key: "frontline-2021",
    names: frontline.names,
    publisher: frontline.publisher,
    published: "2022-01-20",
    asked: "September 2021",
    sample: frontline.sample,
    licence: frontline.licence,
    comparability: frontline.comparability,
    figures: [
      { code: "connected", wordings: { en: "Feel connected" }, values: { 2019: { share: 14 } } },
    ],
  };
  await keepReference(worker, readReferenceFile(fileWith(JSON.stringify(own), "ours.json")));
  const [extended] = await readReferences(web);
  expect(extended?.figures).toHaveLength(frontline.figures.length + 1);
  expect(extended?.askedOn).toBe("September 2021");
  expect(await removeReference(worker, "frontline-2021")).toBe(true);
  expect(await readReferences(web)).toEqual([]);
});

test("a file that does not say what makes its figures comparable is refused", () => {
  const path = fileWith(
    "kind: reference\nkey: ours\nnames: { en: Ours }\nfigures: []\n",
    "ours.yaml",
  );
  expect(() => readReferenceFile(path)).toThrow("comparability: missing");
});

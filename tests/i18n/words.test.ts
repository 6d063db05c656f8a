import { expect, test } from "vitest";
import "#app/i18n/both.ts";
import { en } from "#app/i18n/en.ts";
import { formatter } from "#app/i18n/format.ts";
import { fr } from "#app/i18n/fr.ts";
import { askedFor } from "#app/i18n/language.ts";
import { saidInEnglish } from "#app/i18n/said/en.ts";
import { saidInFrench } from "#app/i18n/said/fr.ts";
import { translator } from "#app/i18n/translate.ts";

type Entry = string | { readonly one: string; readonly other: string };

const entries = (dictionary: object) => Object.entries(dictionary) as [string, Entry][];

test("the two languages have the same keys", () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(fr).toSorted());
  expect(Object.keys(saidInEnglish).toSorted()).toEqual(Object.keys(saidInFrench).toSorted());
});

test("what only the server says is in no words of a page", () => {
  expect(Object.keys(saidInFrench).filter((key) => key in fr)).toEqual([]);
});

test("every text has the same slots in both languages", () => {
  const slots = (dictionary: object) =>
    entries(dictionary)
      .map(([key, entry]) => {
        const named = JSON.stringify(entry).match(/\{\w+\}/g) ?? [];
        return `${key} ${[...new Set(named)].toSorted().join(" ")}`;
      })
      .toSorted();
  expect(slots(en)).toEqual(slots(fr));
  expect(slots(saidInEnglish)).toEqual(slots(saidInFrench));
});

test("French spaces do not break the line, and nothing is one in the singular", () => {
  const t = translator("fr");
  expect(t("figure.answers", { n: 0 })).toBe("0 réponse");
  expect(t("figure.answers", { n: 1204 })).toBe("1\u202f204 réponses");
  expect(t("hidden.title")).toBe("Masqué\u00a0: pourquoi\u202f?");
});

test("English has two of nothing", () => {
  expect(translator("en")("figure.answers", { n: 0 })).toBe("0 answers");
});

test("numbers are written as the language writes them, rounded once", () => {
  const [french, english] = [formatter("fr"), formatter("en")];
  expect(french.share(0.45)).toBe("45\u202f%");
  expect(english.share(0.45)).toBe("45%");
  expect(french.points(-0.14)).toBe("−14");
  expect(french.points(0.05)).toBe("+5");
  expect(french.points(-0.001)).toBe("0");
  expect(french.share(0.145)).toBe(`${french.percentPoints(0.145)}\u202f%`);
  expect(french.mean(3.4251)).toBe("3,43");
  expect(french.day("2026-11-15")).toBe("15 novembre 2026");
});

test.each([
  [null, "fr"],
  ["en-US,en;q=0.9", "en"],
  ["de, en;q=0.7, fr;q=0.8", "fr"],
  ["de", "fr"],
  ["fr;q=0, en;q=0.1", "en"],
])("a browser that asks for %s is answered in %s", (header, language) => {
  expect(askedFor(header)).toBe(language);
});

test("a name from right to left turns nothing round beside it", () => {
  const t = translator("fr");
  expect(t("barometer.titled", { wave: "צוות 3" })).toContain("\u2068צוות 3\u2069");
  expect(t("barometer.titled", { wave: "Octobre" })).not.toContain("\u2068");
});

import { expect, test } from "vitest";
import { newsInEnglish } from "#app/i18n/news/en.ts";
import { newsInFrench } from "#app/i18n/news/fr.ts";
import { newsTeller } from "#app/i18n/news/read.ts";

/** The names between braces, of every form of an entry. */
function slotsOf(entry: unknown): readonly string[] {
  const texts = typeof entry === "string" ? [entry] : Object.values(entry ?? {}).map(String);
  return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted();
}

test("alerts and mails have the same slots in both languages", () => {
  const keys = Object.keys(newsInFrench) as (keyof typeof newsInFrench)[];
  expect(Object.keys(newsInEnglish)).toEqual(keys);
  const french = keys.map((key) => [key, slotsOf(newsInFrench[key])]);
  expect(keys.map((key) => [key, slotsOf(newsInEnglish[key])])).toEqual(french);
});

test("one alert and several are not said alike", () => {
  const tell = newsTeller("fr");
  expect(tell("mail.alerts.subject", { n: 1 })).toBe("Baromètre\u00a0: une alerte");
  expect(tell("mail.alerts.subject", { n: 2 })).toBe("Baromètre\u00a0: 2 alertes");
});

import { useRouteLoaderData } from "@remix-run/react";
import { type Format, formatter } from "#app/i18n/format.ts";
import { isLanguage, type Language } from "#app/i18n/language.ts";
import { type Translate, translator } from "#app/i18n/translate.ts";

/** Who reads a page, and how it is written for them. */
export interface Reading {
  readonly language: Language;
  readonly addressLanguage: Language | null;
  readonly timeZone: string;
  readonly t: Translate;
  readonly format: Format;
  /** An address on this site that keeps the language, where the current one names it. */
  keep(address: string): string;
}

/** The words of the page, from what the root loader said; French while it has said nothing. */
export function useReading(): Reading {
  const frame = useRouteLoaderData("root") as Partial<Reading> | undefined;
  const language = isLanguage(frame?.language) ? frame.language : "fr";
  const addressLanguage = isLanguage(frame?.addressLanguage) ? frame.addressLanguage : null;
  return {
    language,
    addressLanguage,
    timeZone: frame?.timeZone ?? "Europe/Paris",
    t: translator(language),
    format: formatter(language),
    keep: (address) =>
      addressLanguage === null ? address : withParameter(address, "lang", addressLanguage),
  };
}

/**
 * An address with one of its parameters set, whatever else it holds; of another population or cut
 * the first part of a long list.
 */
export function withParameter(address: string, name: string, value: string): string {
  const [path = "", search = ""] = address.split("?");
  const [beforeHash = "", hash] = path.split("#");
  const [query = "", queryHash] = search.split("#");
  const parameters = new URLSearchParams(query);
  if (name === "population" || name === "by") parameters.delete("part");
  parameters.set(name, value);
  const after = queryHash ?? hash;
  return `${beforeHash}?${parameters}${after === undefined ? "" : `#${after}`}`;
}

/** French is the first language, English the second; both are complete. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language a browser asks for first among ours; French when it asks for neither. */
export function askedFor(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().toLowerCase().split(";");
      const quality = options.find((option) => option.trim().startsWith("q="));
      return { tag: tag.slice(0, 2), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => isLanguage(tag) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)[0]?.tag;
  return isLanguage(wanted) ? wanted : "fr";
}

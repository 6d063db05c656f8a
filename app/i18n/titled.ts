import type { Language } from "./language.ts";
import { type PlainKey, translator } from "./translate.ts";

/** The title of a page, as its browser tab and its bookmark say it. */
export function titled(language: Language, key: PlainKey): string {
  const t = translator(language);
  return `${t(key)} · ${t("app.name")}`;
}

/** For the `meta` of a route whose loader returned a `title`; an error keeps the name alone. */
titled.meta = ({ data }: { readonly data: { readonly title: string } | undefined }) =>
  data === undefined ? [] : [{ title: data.title }];

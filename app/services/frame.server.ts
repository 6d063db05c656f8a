import type { Language } from "#app/i18n/language.ts";
import { may, type Page } from "#app/model/viewer.ts";
import type { Visit } from "./visit.server.ts";

/** In the order of the menu. */
const menu: readonly Page[] = [
  "barometer",
  "teams",
  "adoption",
  "comments",
  "exports",
  "moderation",
  "networks",
  "accounts",
  "settings",
];

/** What every page shows around its content. */
export interface Frame {
  readonly language: Language;
  readonly addressLanguage: Language | null;
  readonly timeZone: string;
  readonly viewerName: string | null;
  /** The pages this viewer may read, and no others: the menu has no dead ends. */
  readonly pages: readonly Page[];
}

export function frameOf({ viewer, language, addressLanguage, timeZone }: Visit): Frame {
  return {
    language,
    addressLanguage,
    timeZone,
    viewerName: viewer?.name ?? null,
    pages: viewer === null ? [] : menu.filter((page) => may(viewer, { do: "read-page", page })),
  };
}

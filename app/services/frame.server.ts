import type { Language } from "#app/i18n/language.ts";
import { may, type Page } from "#app/model/viewer.ts";
import { readDemoState } from "#db/records/demo-state.ts";
import type { Visit } from "./visit.server.ts";

/** In the order of the menu. */
const menu: readonly Page[] = [
  "barometer",
  "connection",
  "teams",
  "adoption",
  "comments",
  "actions",
  "exports",
  "views",
  "moderation",
  "networks",
  "waves",
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

/** The same, and what is true of every page at the moment. */
export interface WholeFrame extends Frame {
  /** The demo company is there in part: more waves and weeks are on their way. */
  readonly isFilling: boolean;
}

/** The frame of a page, for the root of them all. */
export async function readFrame(visit: Visit): Promise<WholeFrame> {
  const isFilling = visit.viewer !== null && (await readDemoState(visit.db)) === "loading";
  return { ...frameOf(visit), isFilling };
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

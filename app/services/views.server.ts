import { forgetView, readSavedViews, saveView } from "#db/records/saved-views.ts";
import { wordsFor } from "./around.ts";
import { safeNext } from "./same-origin.server.ts";
import { missing, type ViewerVisit } from "./visit.server.ts";

const LONGEST_NAME = 80;
const LONGEST_ADDRESS = 2000;
/** A list of more is found nothing in. */
const MOST_VIEWS = 100;

/** The views somebody kept, by name, and the address they came from to keep another. */
export async function readViews({ db, viewer, language }: ViewerVisit, of: string | null) {
  const { byName } = wordsFor(language).format;
  const views = await readSavedViews(db, viewer.id);
  return {
    views: views.toSorted((a, b) => byName(a.name, b.name)),
    address: of === null ? "" : (addressOf(of) ?? ""),
  };
}

/**
 * Keeps a view or takes one away. Returns what is not right, or null when it is done: the name or the
 * address, a name that is too long, or too many views. A view holds no rights: whoever opens its address sees what their own show.
 */
export async function keepView(
  { db, viewer, now }: ViewerVisit,
  form: FormData,
): Promise<"view" | "viewName" | "views" | null> {
  // The database keeps no zero character.
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replaceAll("\0", "")
      .trim();
  if (text("wish") === "forget") {
    const id = /^\d{1,9}$/.test(text("view")) ? Number(text("view")) : 0;
    if (!(await forgetView(db, viewer.id, id))) throw missing();
    return null;
  }
  const [name, address] = [text("name"), addressOf(text("address"))];
  if (name === "" || address === null) return "view";
  if (name.length > LONGEST_NAME) return "viewName";
  const kept = await saveView(db, viewer.id, { name, address, at: now }, MOST_VIEWS);
  return kept ? null : "views";
}

/** The address of a page of this site, in no language of its own; null for anything else. */
function addressOf(given: string): string | null {
  const [path = "", search = ""] = safeNext(given).split("?");
  const parameters = new URLSearchParams(search);
  parameters.delete("lang");
  const address = parameters.size === 0 ? path : `${path}?${parameters}`;
  // `safeNext` answers the start page for what leads elsewhere: only who asked for it gets it.
  const isElsewhere = path === "/" && !/^\/(\?|$)/.test(given);
  return isElsewhere || !/^\/([a-z]|\?|$)/.test(address) || address.length > LONGEST_ADDRESS
    ? null
    : address;
}

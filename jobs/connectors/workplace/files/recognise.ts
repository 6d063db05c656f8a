import type { Entry } from "../../archive.ts";

/** What a saved page of the Graph holds, by what is in it. */
export type Kind =
  | "group"
  | "member"
  | "former"
  | "post"
  | "comment"
  | "reaction"
  | "view"
  | "conversation"
  | "survey";

export interface Saved {
  readonly entry: Entry;
  readonly kind: Kind;
  /** Where the list is: in `data`, or the document itself. */
  readonly at: readonly string[];
  /** The id of the group, post or person it is a list of; null for the community. */
  readonly owner: string | null;
  readonly edge: string | null;
}

const edges =
  /(former_members|members|groups|feed|comments|reactions|likes|seenby|seen|conversations|surveys)/g;

/**
 * Scripts named their files as they liked: what a page holds is told by its first item, and whose it
 * is by the address of the page beside it, or by the ids in its path. Null for an empty page.
 */
export async function recognise(entry: Entry): Promise<Saved | "unknown" | null> {
  for (const at of [["data"], []] as const) {
    for await (const first of entry.elements<Readonly<Record<string, unknown>>>(at)) {
      if (typeof first !== "object" || first === null || Array.isArray(first)) return "unknown";
      const beside = at.length === 0 ? null : await addressIn(entry);
      const { owner, edge } = beside ?? placeOf(entry.path);
      const kind = kindOf(first, edge);
      return kind === null ? "unknown" : { entry, kind, at, owner, edge };
    }
  }
  return null;
}

/** `https://graph.workplace.com/v20.0/1001/feed?…`: whose list it is, and of what. */
async function addressIn(entry: Entry): Promise<Pick<Saved, "owner" | "edge"> | null> {
  for await (const { value } of entry.parts(["paging", "next"], ["paging", "previous"])) {
    const [path = ""] = String(value).split("?");
    const found = /\/([^/]+)\/([a-z_]+)$/.exec(path);
    if (found?.[1] && found[2]) return { owner: idOnly(found[1]), edge: found[2] };
  }
  return null;
}

function placeOf(path: string): Pick<Saved, "owner" | "edge"> {
  const words = path.toLowerCase();
  const edge = words.match(edges)?.at(-1) ?? null;
  // Numbers of pages are shorter than any id.
  const owner = words.match(/\d{4,}(?:_\d{4,})?/g)?.at(-1) ?? null;
  return { owner, edge };
}

function idOnly(text: string): string | null {
  return /^\d+(_\d+)?$/.test(text) ? text : null;
}

function kindOf(item: Readonly<Record<string, unknown>>, edge: string | null): Kind | null {
  const has = (...names: readonly string[]) => names.some((name) => name in item);
  if (typeof item.id !== "string" && typeof item.id !== "number") return null;
  if (has("questions", "question_type")) return "survey";
  if (has("privacy")) return "group";
  if (edge === "conversations" || has("messages", "message_count", "participants")) {
    return "conversation";
  }
  if (has("seen_time") || edge === "seen" || edge === "seenby") return "view";
  if (has("created_time")) return edge === "comments" ? "comment" : "post";
  if (edge === "reactions" || edge === "likes") return "reaction";
  if (has("account_deactivate_time") || edge === "former_members") return "former";
  const isPerson = has("email", "administrator", "external_id", "active", "account_claim_time");
  return isPerson || edge === "members" ? "member" : null;
}

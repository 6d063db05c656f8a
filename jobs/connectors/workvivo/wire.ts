import { type Client, NetworkError } from "../http.ts";

/** What it gives at most, by what its clients ask for. */
const TAKE = 100;

export interface Named {
  readonly id?: unknown;
}

export interface User extends Named {
  readonly external_id?: string | null;
  readonly email?: string | null;
  readonly has_access?: boolean;
  readonly is_external?: boolean;
  readonly deleted_at?: string | null;
  readonly deactivated_at?: string | null;
  /** Where a membership wraps its user. */
  readonly user?: User;
}

export interface Space extends Named {
  readonly name?: string;
  readonly visibility?: string;
  readonly is_external?: boolean;
  readonly is_corporate?: boolean;
  readonly is_read_only?: boolean;
  readonly categories?: readonly { readonly name?: string }[];
  readonly created_at?: string;
  readonly archived_at?: string | null;
}

/** Update, article, kudos, comment or like: their common fields, and the names some have for them. */
export interface Item extends Named {
  readonly created_at?: string;
  readonly published_at?: string | null;
  readonly updated_at?: string;
  readonly deleted_at?: string | null;
  readonly user?: Named | null;
  readonly author?: Named | null;
  readonly created_by?: Named | null;
  readonly user_id?: unknown;
  readonly space_id?: unknown;
  readonly space?: Named | null;
  readonly audience?: { readonly spaces?: readonly Named[] } | null;
  /** To whom kudos are given. */
  readonly recipients?: readonly Named[];
  readonly users?: readonly Named[];
  readonly parent_id?: unknown;
  readonly text?: string;
  readonly body?: string;
  readonly content?: string;
  readonly comments_count?: number;
  readonly likes_count?: number;
}

interface Page<One> {
  readonly data?: readonly One[];
  readonly meta?: {
    readonly pagination?: { readonly next_page?: unknown; readonly take?: unknown };
  };
}

/**
 * A whole list, each item once. `next_page` says whether there is more; which one is said by `skip`,
 * counted on what was asked, so that an empty page does not stand still. A page that brings nothing
 * new twice running would go on for ever, so that is the end.
 */
export async function* listed<One extends Named>(
  network: Client,
  path: string,
  keyOf: (item: One) => unknown = ({ id }) => id,
): AsyncGenerator<One> {
  const seen = new Set<unknown>();
  let stale = 0;
  for (let skip = 0; ; ) {
    const page = await network.get<Page<One> | null>(path, { skip, take: TAKE });
    if (!Array.isArray(page?.data)) throw unexpected(path);
    let fresh = 0;
    for (const item of page.data as readonly One[]) {
      if (seen.has(keyOf(item))) continue;
      seen.add(keyOf(item));
      fresh += 1;
      yield item;
    }
    stale = fresh === 0 ? stale + 1 : 0;
    const { next_page: next = null, take } = page.meta?.pagination ?? {};
    if (next === null || next === "" || stale > 1) return;
    // A server may give fewer than were asked for, and says how many it counts.
    const counted = Number(take);
    skip += counted > 0 && counted < TAKE ? counted : TAKE;
  }
}

/** Ids are numbers here; one that JSON cannot carry whole would be somebody else's. */
export function idOf(named: Named | null | undefined): string | null {
  return textOf(named?.id);
}

function textOf(id: unknown): string | null {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : null;
}

export function authorOf(item: Item): string | null {
  return idOf(item.user ?? item.author ?? item.created_by) ?? textOf(item.user_id);
}

/** Where it was said; in several, always the same one of them. Null for the whole company. */
export function spaceOf({ space_id, space, audience }: Item): string | null {
  return (
    textOf(space_id) ?? idOf(space) ?? (audience?.spaces ?? []).map(idOf).toSorted()[0] ?? null
  );
}

export function parentOf({ parent_id }: Item): string | null {
  return textOf(parent_id);
}

export function momentOf(time: string | null | undefined): number | null {
  const at = Date.parse(time ?? "");
  return Number.isFinite(at) ? at : null;
}

export function isoOf(time: string | null | undefined): string | null {
  const at = momentOf(time);
  return at === null ? null : new Date(at).toISOString();
}

function unexpected(path: string): NetworkError {
  const said = "the answer is not a list of Workvivo's";
  return new NetworkError({ trouble: "unreadable", asked: `GET ${path}`, status: null, said });
}

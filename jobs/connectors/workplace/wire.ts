import type { Privacy, Purpose } from "#app/model/canonical.ts";
import { type Client, NetworkError } from "../http.ts";

/** The fields of the Graph's replies that are read; `message` only to see whether it asks something. */
export interface Page<Item> {
  readonly data?: readonly Item[];
  readonly paging?: { readonly next?: string; readonly previous?: string };
}

/** Somebody, as the Graph names them in passing. */
export interface Named {
  readonly id?: unknown;
}

export interface Member extends Named {
  readonly email?: string;
  readonly external_id?: string;
  readonly active?: boolean;
  readonly account_deactivate_time?: string;
  readonly joined?: string | number;
}

export interface Group extends Named {
  readonly name?: string;
  readonly privacy?: string;
  readonly purpose?: string;
  readonly archived?: boolean;
  readonly is_community?: boolean;
  readonly updated_time?: string;
}

/** A list that came along: a page of the Graph, or what a script made of it. */
export type Along<Item> = Page<Item> | readonly Item[];

export interface Comment extends Named {
  readonly created_time?: string;
  readonly from?: Named | null;
  readonly message?: string;
  readonly comments?: Along<Comment>;
}

export interface Reaction extends Named {
  readonly created_time?: string;
}

export interface View extends Named {
  readonly seen_time?: string | number;
}

export interface Post extends Comment {
  readonly status_type?: string;
  readonly reactions?: Along<Reaction>;
  readonly seen?: Along<View>;
  readonly seenby?: Along<View>;
  readonly poll?: { readonly options?: Along<PollOption> };
}

export interface PollOption {
  readonly votes?: Along<Named>;
}

export interface Conversation extends Named {
  readonly messages?: Along<Comment>;
}

/** Asks for one page; a whole address is a `paging.next`, which is used as it came. */
export type Ask = <Item>(
  path: string,
  query?: Readonly<Record<string, string | number>>,
) => Promise<Page<Item>>;

export function asking(
  network: Client,
  proof: () => Readonly<Record<string, string>> = () => ({}),
): Ask {
  return async <Item>(path: string, query = {}) => {
    const page = await network.get<Page<Item> | null>(path, { ...query, ...proof() });
    if (!Array.isArray(page?.data)) throw unexpected(path);
    return page ?? {};
  };
}

/** A whole list. */
export async function* listed<Item extends Named>(
  ask: Ask,
  path: string,
  query: Readonly<Record<string, string | number>>,
): AsyncGenerator<Item> {
  yield* rest(ask, await ask<Item>(path, query));
}

/**
 * A page and those after it, each item once. An empty page is not the end as long as it names a
 * next one: the Graph filters after it has cut. A page that names one already read would go on for
 * ever, so that is the end.
 */
export async function* rest<Item extends Named>(
  ask: Ask,
  along: Along<Item> | undefined,
): AsyncGenerator<Item> {
  const seen = new Set<string>();
  const asked = new Set<string>();
  let page = pageOf(along);
  for (;;) {
    for (const item of page.data ?? []) {
      const id = idOf(item) ?? "";
      if (id === "" || seen.has(id)) continue;
      seen.add(id);
      yield item;
    }
    const next = page.paging?.next;
    if (next === undefined || asked.has(next)) return;
    asked.add(next);
    page = await ask<Item>(next);
  }
}

export function pageOf<Item>(along: Along<Item> | undefined): Page<Item> {
  return isList(along) ? { data: along } : (along ?? {});
}

function isList<Item>(along: Along<Item> | undefined): along is readonly Item[] {
  return Array.isArray(along);
}

/** Ids are texts; a number that JSON cannot carry whole would be somebody else's. */
export function idOf({ id }: Named): string | null {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : null;
}

/** Milliseconds: Workplace writes `2025-08-20T09:12:31+0000`, and seconds in a few places. */
export function momentOf(time: string | number | undefined | null): number | null {
  const at = typeof time === "number" ? time * 1000 : Date.parse(time ?? "");
  return Number.isFinite(at) ? at : null;
}

export function isoOf(time: string | number | undefined | null): string | null {
  const at = momentOf(time);
  return at === null ? null : new Date(at).toISOString();
}

/** What is not known to be more open counts as secret. */
export function privacyOf({ privacy }: Group): Privacy {
  return privacy === "OPEN" ? "open" : privacy === "CLOSED" ? "closed" : "secret";
}

/** The newest names and those before them. */
const purposes: Readonly<Record<string, Purpose>> = {
  WORK_ANNOUNCEMENT: "announcements",
  WORK_TEAMWORK: "teamwork",
  WORK_TEAM: "teamwork",
  WORK_FEEDBACK: "feedback",
  WORK_SOCIAL: "social",
};

export function purposeOf({ purpose }: Group): Purpose | null {
  return purpose === undefined || purpose === "" ? null : (purposes[purpose] ?? "other");
}

function unexpected(path: string): NetworkError {
  const asked = `GET ${path.replace(/\?.*$/, "")}`;
  const said = "the answer is not a page of the Graph";
  return new NetworkError({ trouble: "unreadable", asked, status: null, said });
}

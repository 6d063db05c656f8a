import type { CanonicalRecord, PersonRecord } from "#app/model/canonical.ts";
import { type Client, NetworkError } from "../http.ts";
import type { Choices } from "./choices.ts";
import type { UnitOf } from "./groups.ts";
import { type Page, pagesOf } from "./list.ts";
import { attributesOf, memberOf, neverUsed, personOf } from "./person.ts";
import type { Provider } from "./provider.ts";
import { folded, isResource, type Resource, textAt } from "./wire.ts";

export interface UserReading {
  readonly choices: Choices;
  readonly provider: Provider;
  /** Ask for those changed since; null for everybody. */
  readonly changedSince: Date | null;
  readonly unitOf: UnitOf | null;
}

/**
 * Users as people, then, when all of them came, that these are all. Of those that changed, managers
 * come along: a person's manager is told by an id that only means something beside them.
 */
export async function* readUsers(
  client: Client,
  reading: UserReading,
): AsyncGenerator<CanonicalRecord> {
  const { changedSince } = reading;
  const { query, pages } = await firstAccepted(client, reading);
  const isWhole = changedSince === null || !("filter" in query);
  const told = new Set<string>();
  const managers = new Set<string>();
  let last = { seen: 0, total: null as number | null };
  for await (const { fresh, seen, total } of pages) {
    for (const user of fresh) {
      const { records, person } = tell(user, reading);
      yield* records;
      if (person === null) continue;
      told.add(person.id);
      if (person.manager !== null) managers.add(person.manager);
    }
    last = { seen, total };
    yield { type: "progress", done: seen, total };
  }
  if (!isWhole) {
    for (const id of managers) {
      if (told.has(id)) continue;
      const user = await userOf(client, id, query);
      if (user !== null) yield* tell(user, reading).records;
    }
    return;
  }
  if (last.total === null || last.seen >= last.total) yield { type: "everybody" };
  else {
    yield {
      type: "refusal",
      where: "Users",
      reason: `The server lists ${last.seen} of the ${last.total} users it counts. Nobody is taken to have left.`,
    };
  }
}

type Query = Readonly<Record<string, string>>;

/**
 * The most sparing question the server takes. Some refuse parts of attributes and extensions in
 * `attributes` (scimmy 1.3.5, with 400), others a filter on a date: then they are asked for all but
 * what is never used, at last for everything, which is dropped here.
 */
async function firstAccepted(
  client: Client,
  { choices, provider, changedSince }: UserReading,
): Promise<{ readonly query: Query; readonly pages: AsyncIterable<Page> }> {
  const ways: readonly Query[] = [
    { attributes: attributesOf(choices, provider.extensions) },
    { excludedAttributes: neverUsed },
    {},
  ];
  const filter = `meta.lastModified gt "${changedSince?.toISOString()}"`;
  const queries = [
    ...(changedSince === null ? [] : ways.map((way) => ({ ...way, filter }))),
    ...ways,
  ];
  for (const [index, query] of queries.entries()) {
    const pages = pagesOf(client, provider, "/Users", query);
    try {
      const first = await pages.next();
      return { query, pages: resumed(first, pages) };
    } catch (error) {
      const isRefused = error instanceof NetworkError && error.status === 400;
      if (!isRefused || index === queries.length - 1) throw error;
    }
  }
  throw new Error("there is always a last way of asking");
}

async function* resumed(
  first: IteratorResult<Page, void>,
  rest: AsyncGenerator<Page>,
): AsyncGenerator<Page> {
  if (!first.done) yield first.value;
  yield* rest;
}

interface Told {
  readonly records: readonly CanonicalRecord[];
  readonly person: PersonRecord | null;
}

function tell(user: Resource, { choices, unitOf }: UserReading): Told {
  const unit = unitOf === null ? undefined : unitOf(textAt(user, "id") ?? "");
  const person = personOf(user, choices, unit === null ? [] : unit);
  if (person === null) return { records: [], person };
  const records: CanonicalRecord[] = [person];
  if (unit === null) {
    const reason =
      "Somebody is in several groups that do not lie in each other: no unit was taken.";
    records.push({ type: "refusal", where: "Groups", reason });
  }
  if (choices.groups === "groups") records.push(memberOf(person));
  return { records, person };
}

/** One user; null when they are not there any more, or not for us. */
async function userOf(
  client: Client,
  id: string,
  { filter: _, ...query }: Query,
): Promise<Resource | null> {
  try {
    const user = folded(await client.get<unknown>(`/Users/${encodeURIComponent(id)}`, query));
    return isResource(user) ? user : null;
  } catch (error) {
    if (error instanceof NetworkError && [403, 404].includes(error.status ?? 0)) return null;
    throw error;
  }
}

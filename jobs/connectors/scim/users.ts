import type { CanonicalRecord, PersonRecord } from "#app/model/canonical.ts";
import { type Client, NetworkError } from "../http.ts";
import type { Choices } from "./choices.ts";
import type { UnitOf } from "./groups.ts";
import { pagesOf } from "./list.ts";
import { attributesOf, memberOf, personOf } from "./person.ts";
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
  const { choices, provider, changedSince } = reading;
  const attributes = attributesOf(choices, provider.extensions);
  const filter =
    changedSince === null ? {} : { filter: `meta.lastModified gt "${changedSince.toISOString()}"` };
  const told = new Set<string>();
  const managers = new Set<string>();
  let last = { seen: 0, total: null as number | null };
  for await (const { fresh, seen, total } of pagesOf(client, provider, "/Users", {
    attributes,
    ...filter,
  })) {
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
  if (changedSince !== null) {
    for (const id of managers) {
      if (told.has(id)) continue;
      const user = await userOf(client, id, attributes);
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
async function userOf(client: Client, id: string, attributes: string): Promise<Resource | null> {
  try {
    const user = folded(
      await client.get<unknown>(`/Users/${encodeURIComponent(id)}`, { attributes }),
    );
    return isResource(user) ? user : null;
  } catch (error) {
    if (error instanceof NetworkError && [403, 404].includes(error.status ?? 0)) return null;
    throw error;
  }
}

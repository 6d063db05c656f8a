import type { CanonicalRecord } from "#app/model/canonical.ts";
import { defineConnector, type RightFound, type Source } from "./connector.ts";
import { type Client, NetworkError } from "./http.ts";
import { bookmark, lastWhole } from "./scim/bookmark.ts";
import { choicesOf } from "./scim/choices.ts";
import { readGroups, type ScimGroup, unitsOf } from "./scim/groups.ts";
import { providerOf } from "./scim/provider.ts";
import { readUsers } from "./scim/users.ts";
import { folded, isResource, unexpected } from "./scim/wire.ts";

/**
 * SCIM 2.0 (RFC 7643, 7644, 9865): people and the organisation, from a server that has them. A night
 * at a company of 100,000 people asks 500 pages of 200 once a week, a minute at our usual ten a
 * second; on the other nights it asks for what changed, a handful. Groups add one page for 20.
 * No limit is published by the protocol; a server that has one says 429.
 */
export const scim = defineConnector({
  network: "scim",
  title: "SCIM 2.0",
  settings: {
    url: { label: "Address of the SCIM service (https://…/scim/v2)" },
    token: { label: "Bearer token that may read users and groups", secret: true },
    number: {
      label: "Where the HR number is: employeeNumber, externalId or userName",
      optional: true,
    },
    unit: {
      label: "What leads to a unit, from the top: organization, division, department, costCenter",
      optional: true,
    },
    groups: { label: "What groups are: none, units or groups", optional: true },
  },

  live: {
    declares: { each: ["members", "groups", "memberships"], historyDays: 0, delayHours: 0 },
    rights: [
      { name: "Users (read)", for: "who works here, in which unit, with which manager" },
      {
        name: "Groups (read)",
        for: "units or groups, where the directory has them",
        optional: true,
      },
    ],
    tellsPeople: true,
    pull,
    check,
  },
});

type Named = "url" | "token" | "number" | "unit" | "groups";

function serviceOf({ settings, client }: Source<Named>): Client {
  const address = (settings.url ?? "").trim().replace(/\/+(Users|Groups)?\/*$/i, "");
  return client(address, {
    accept: "application/scim+json, application/json",
    authorization: `Bearer ${settings.token?.trim() ?? ""}`,
  });
}

async function* pull(source: Source<Named>): AsyncGenerator<CanonicalRecord> {
  const { settings, from, to, cursor } = source;
  const { number, unit, groups: use } = settings;
  const choices = choicesOf({ number, unit, groups: use });
  yield* choices.refusals;
  const service = serviceOf(source);
  const provider = await providerOf(service);
  const groups = choices.groups === "none" ? [] : await readGroups(service, provider);

  // A change of group changes no user: where groups count, everybody is read.
  const whole = choices.groups === "none" && provider.filters ? lastWhole(cursor, to) : null;
  const reading = {
    choices,
    provider,
    changedSince: whole === null ? null : from,
    unitOf: choices.groups === "units" ? unitsOf(groups) : null,
  };
  const users = new Set<string>();
  let wholeAt = whole;
  for await (const record of readUsers(service, reading)) {
    if (record.type === "everybody") wholeAt = to;
    if (record.type === "person") users.add(record.id);
    yield record;
  }
  if (choices.groups === "groups") {
    for (const group of groups) yield* tell(group, users);
  }
  // Not everybody came: the next night asks for everybody again.
  yield { type: "cursor", value: bookmark(wholeAt) };
}

/** Who is in a group of the directory is not for everybody to know: none is open, none is named. */
function* tell({ id, users }: ScimGroup, known: ReadonlySet<string>): Generator<CanonicalRecord> {
  yield {
    type: "group",
    id,
    privacy: "closed",
    purpose: null,
    name: null,
    createdAt: null,
    archivedAt: null,
  };
  for (const member of users) {
    if (known.has(member)) yield { type: "membership", group: id, member, joinedAt: null };
  }
}

/** SCIM knows no scopes: what can be read is found by reading one. */
async function* check(source: Source<Named>): AsyncGenerator<RightFound> {
  const service = serviceOf(source);
  yield await look(service, "Users");
  yield await look(service, "Groups");
}

async function look(service: Client, what: "Users" | "Groups"): Promise<RightFound> {
  const right = `${what} (read)`;
  const path = `/${what}`;
  try {
    const answer = folded(
      await service.get<unknown>(path, { startIndex: 1, count: 1, attributes: "id" }),
    );
    if (!isResource(answer) || !("totalresults" in answer || "resources" in answer)) {
      throw unexpected(path);
    }
    const total = Number.isInteger(answer.totalresults) ? `${answer.totalresults} there` : "";
    return { right, held: true, ...(total === "" ? {} : { note: total }) };
  } catch (error) {
    const status = error instanceof NetworkError ? error.status : null;
    if (status === 403 || (status === 404 && what === "Groups")) return { right, held: false };
    throw error;
  }
}

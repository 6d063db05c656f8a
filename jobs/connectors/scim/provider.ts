import { type Client, NetworkError } from "../http.ts";
import { flagAt, folded, isResource, listAt, type Resource, textAt } from "./wire.ts";

/** What a server says it can do (RFC 7643, 5 and 6). */
export interface Provider {
  /** Only what changed may be asked for. */
  readonly filters: boolean;
  /** Pages follow each other by a cursor (RFC 9865) rather than by number. */
  readonly cursors: boolean;
  readonly pageSize: number;
  /** Names of the extensions a user may have: `enterprise`, `facebook:frontline`, … with their URN. */
  readonly extensions: ReadonlyMap<string, string>;
}

/** More is refused or cut down by many servers. */
const PAGE = 200;

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Looks before asking. A server that does not say is taken to be able to do no more than it must. */
export async function providerOf(client: Client): Promise<Provider> {
  const config = await said(client, "/ServiceProviderConfig");
  const types = await said(client, "/ResourceTypes");
  const filter = isResource(config.filter) ? config.filter : {};
  const pagination = isResource(config.pagination) ? config.pagination : {};
  const sizes = [Number(filter.maxresults), Number(pagination.maxpagesize)];
  return {
    filters: flagAt(filter, "supported") === true,
    cursors: flagAt(pagination, "cursor") === true,
    pageSize: Math.min(PAGE, ...sizes.filter((size) => Number.isInteger(size) && size > 0)),
    extensions: extensionsIn(types),
  };
}

/** Some of these addresses need no right at all, others are not there: neither stops the reading. */
async function said(client: Client, path: string): Promise<Resource> {
  try {
    const answer = folded(await client.get<unknown>(path));
    return isResource(answer) ? answer : { resources: answer };
  } catch (error) {
    if (error instanceof NetworkError && [403, 404, 501].includes(error.status ?? 0)) return {};
    throw error;
  }
}

function extensionsIn(types: Resource): ReadonlyMap<string, string> {
  const user = listAt(types, "resources").find((type) => {
    const name = textAt(type, "name") ?? textAt(type, "id");
    return name?.toLowerCase() === "user";
  });
  if (user === undefined) return new Map([["enterprise", enterprise]]);
  const urns = listAt(user, "schemaextensions").flatMap((one) => textAt(one, "schema") ?? []);
  return new Map(urns.map((urn) => [nameOf(urn), urn]));
}

/** `urn:ietf:params:scim:schemas:extension:facebook:frontline:2.0:User` is `facebook:frontline`. */
function nameOf(urn: string): string {
  const name = /:extension:(.+?):\d/i.exec(urn)?.[1];
  return (name ?? urn).toLowerCase();
}

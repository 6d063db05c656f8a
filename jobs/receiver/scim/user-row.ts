import { decrypt, encrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { PushedUser } from "#db/intake/scim-users.ts";
import { choicesOf } from "#jobs/connectors/scim/choices.ts";
import { personOf } from "#jobs/connectors/scim/person.ts";
import { folded, isResource, listAt, type Resource, textAt } from "#jobs/connectors/scim/wire.ts";
import { toldOf } from "#jobs/imports/people-records.ts";
import type { Kept } from "./kept.ts";
import type { Caller, ScimParts } from "./parts.ts";
import { ScimError } from "./scim-error.ts";

/** Under which users and groups are found without decrypting. */
export function lookupKey({ keys }: Pick<ScimParts, "keys">, what: string, text: string): Buffer {
  return pseudonym(keys.pseudonym, "scim", `${what}:${text.trim()}`);
}

/** What a stored row holds, in clear. */
export function openRow(
  { keys }: Pick<ScimParts, "keys">,
  { resource }: { resource: Buffer },
): Kept {
  return JSON.parse(decrypt(keys.directory, resource));
}

export function sealRow({ keys }: Pick<ScimParts, "keys">, kept: Kept): Buffer {
  return encrypt(keys.directory, JSON.stringify(kept));
}

/** The columns of a user that follow from what is kept of them. */
export function columnsOf(
  parts: ScimParts,
  { token }: Caller,
  id: string,
  kept: Kept,
  told: readonly string[],
): Pick<
  PushedUser,
  "userNameKey" | "externalKey" | "emailKeys" | "numberKey" | "resource" | "told" | "tokenId"
> {
  const user = foldedUser(id, kept);
  const name = textAt(user, "username");
  if (name === null) throw new ScimError(400, "invalidValue", "A user needs a userName.");
  const external = textAt(user, "externalid");
  const { number, unit } = choicesOf({ number: token.number, unit: token.unit.join(" ") });
  const person = personOf(user, { number, unit });
  const employeeNumber = person?.employeeNumber ?? null;
  const addresses = listAt(user, "emails").flatMap((one) => textAt(one, "value") ?? []);
  return {
    tokenId: token.id,
    userNameKey: lookupKey(parts, "userName", name),
    externalKey: external === null ? null : lookupKey(parts, "externalId", external),
    emailKeys: addresses.map((address) => lookupKey(parts, "email", address)),
    numberKey:
      employeeNumber === null ? null : pseudonym(parts.keys.pseudonym, "number", employeeNumber),
    resource: sealRow(parts, kept),
    told: [...new Set([...told, ...(person === null ? [] : toldOf([person]))])].toSorted(),
  };
}

/** With names in small letters, as it is read everywhere. */
export function foldedUser(id: string, kept: Kept): Resource {
  const user = folded({ ...kept, id });
  return isResource(user) ? user : {};
}

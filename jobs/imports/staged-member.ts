import type { MemberRecord } from "#app/model/canonical.ts";
import { type AddressWays, otherAddresses } from "#app/privacy/addresses.ts";
import { encrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { StagedMember } from "#db/intake/activity/batch.ts";
import type { Keys } from "#jobs/context.ts";

/**
 * The one door through which a person of a network enters: as pseudonyms, and with what they are
 * reached by encrypted for whoever has to say whose the account is.
 */
export function stagedMember(
  { id, kind, active, email, employeeNumber, telephone, endedAt }: MemberRecord,
  keys: Keys,
  ways: AddressWays,
): StagedMember {
  const key = (of: "email" | "number" | "telephone", text: string | null | undefined) =>
    text ? pseudonym(keys.pseudonym, of, text) : null;
  const others = email ? otherAddresses(email, ways) : [];
  const known = email || telephone;
  return {
    id,
    kind,
    active,
    endedAt: active ? null : (endedAt ?? null),
    emailKey: key("email", email),
    otherKeys: others.map((address) => pseudonym(keys.pseudonym, "email", address)),
    numberKey: key("number", employeeNumber),
    telephoneKey: key("telephone", telephone),
    label: known && kind !== "bot" ? encrypt(keys.directory, known) : null,
  };
}

import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { AliasRecord, MemberRecord } from "#app/model/canonical.ts";
import type { DeliveryReading } from "../webhook.ts";
import type { Value } from "./wire.ts";

/** Somebody, and how they are told: known by their user id, else by a stand-in of their number. */
export interface Somebody {
  readonly id: string;
  readonly records: readonly (MemberRecord | AliasRecord)[];
}

/**
 * A person by what Meta says of them. The number is never an id: it changes hands, and an id is kept
 * in clear. Where both are known, what comes under the number alone is theirs too.
 */
export function somebody(
  { userId, number }: { readonly userId: string | undefined; readonly number: string | undefined },
  { pseudonymOf }: DeliveryReading,
): Somebody | null {
  const standIn = number === undefined ? null : standInOf(number, pseudonymOf);
  const id = userId ?? standIn;
  if (id === null) return null;
  const telephone = number === undefined ? null : international(number);
  const member = {
    type: "member",
    id,
    email: null,
    telephone,
    kind: "person",
    active: true,
  } as const;
  const isBoth = userId !== undefined && standIn !== null;
  return {
    id,
    records: isBoth ? [{ type: "alias", formerly: standIn, member: id }, member] : [member],
  };
}

/** The id of whoever has this number and is known by nothing better. */
export function standInOf(number: string, pseudonymOf: DeliveryReading["pseudonymOf"]): string {
  return `telephone:${pseudonymOf(international(number) ?? number)}`;
}

/** Who sent a message: it may carry only one of the two ids, its contact the other. */
export function senderOf(
  {
    from,
    from_user_id,
  }: { readonly from?: string | undefined; readonly from_user_id?: string | undefined },
  { contacts = [] }: Value,
): { userId: string | undefined; number: string | undefined } {
  const [only] = contacts.length === 1 ? contacts : [];
  const known = contacts.find(
    ({ user_id, wa_id }) =>
      (from_user_id !== undefined && user_id === from_user_id) ||
      (from !== undefined && wa_id === from),
  );
  const contact = known ?? (from === undefined && from_user_id === undefined ? only : undefined);
  return { userId: from_user_id ?? contact?.user_id, number: from ?? contact?.wa_id };
}

/** E.164, or null for what is no number. Mexican ones carry a 1 that telephone numbers lost in 2019. */
function international(number: string): string | null {
  const digits = number.replace(/\D/g, "").replace(/^521(\d{10})$/, "52$1");
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isPossible() ? parsed.number : null;
}

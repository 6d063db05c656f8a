import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** An account that belongs to nobody known, as an administrator sees it: never what it did. */
export interface UnmatchedAccount {
  readonly account: number;
  readonly connection: string;
  readonly title: string;
  readonly externalId: string;
  readonly kind: string;
  /** Nothing is known of it, nobody has what is known, or several people do. */
  readonly reason: "nothing" | "nobody" | "several";
  /** What became of the last wish to link it; null when there was none. */
  readonly asked: "waiting" | "linked" | "unlinked" | "nobody" | null;
}

export type LinkedAccount = Pick<
  UnmatchedAccount,
  "account" | "connection" | "title" | "externalId"
>;

/**
 * The accounts nobody could be found for, in the order they were first seen, `most` of them after
 * the account `after`. For the steward; each call is in the audit trail.
 */
export async function listUnmatched(
  steward: Db,
  actor: string,
  {
    connection,
    after,
    most,
  }: { readonly connection: string | null; readonly after: number; readonly most: number },
): Promise<readonly UnmatchedAccount[]> {
  const { rows } = await sql<UnmatchedAccount>`
    select * from intake.list_unmatched(${actor}, ${connection}, ${after}, ${most})`.execute(
    steward,
  );
  return rows;
}

/** The accounts that were linked by hand. For the steward. */
export async function listLinkedByHand(
  steward: Db,
  actor: string,
): Promise<readonly LinkedAccount[]> {
  const { rows } =
    await sql<LinkedAccount>`select * from intake.list_linked_by_hand(${actor})`.execute(steward);
  return rows;
}

/** Asks the worker to link an account to an HR number, sealed for it; null undoes the link. */
export async function askLink(
  steward: Db,
  actor: string,
  { account, number }: { readonly account: number; readonly number: Buffer | null },
): Promise<void> {
  await sql`select intake.ask_link(${actor}, ${account}, ${number})`.execute(steward);
}

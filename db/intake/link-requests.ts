import type { Db } from "../client.server.ts";
import type { Session } from "./session.ts";

/** A link that somebody asked for by hand. */
export interface LinkRequest {
  readonly id: number;
  readonly accountId: number;
  /** The HR number, sealed for the worker; null to undo the link there is. */
  readonly number: Buffer | null;
}

/** The same, once the worker has read it. */
export interface AskedLink {
  readonly id: number;
  readonly accountId: number;
  /** The pseudonym of the HR number; null to undo. */
  readonly personKey: Buffer | null;
}

/** What administrators have asked and nobody has done yet, oldest first. */
export async function readLinkRequests(db: Db): Promise<readonly LinkRequest[]> {
  return db
    .selectFrom("intake.linkRequest")
    .where("outcome", "is", null)
    .orderBy("id")
    .select(["id", "accountId", "number"])
    .execute();
}

/**
 * Lays the wishes out as the table `asked` (the last one of each account) and writes down what
 * became of them, without the number. A number nobody has changes nothing.
 */
export async function stageAsked(
  session: Session,
  asked: readonly AskedLink[],
  now: Date,
): Promise<void> {
  await session.query(`
    drop table if exists asked;
    create temp table asked (account_id integer, person_id integer) on commit drop`);
  for (const { id, accountId, personKey } of asked) {
    const { rows } = await session.query("select id from intake.person where key = $1", [
      personKey,
    ]);
    const person: number | null = rows[0]?.id ?? null;
    const outcome = personKey === null ? "unlinked" : person === null ? "nobody" : "linked";
    if (outcome !== "nobody") {
      await session.query("delete from asked where account_id = $1", [accountId]);
      await session.query("insert into asked values ($1, $2)", [accountId, person]);
    }
    await session.query(
      "update intake.link_request set outcome = $2, number = null, done_at = $3 where id = $1",
      [id, outcome, now],
    );
  }
}

/** Asks for links by HR number, on behalf of `actor`; numbers come sealed. */
export async function askLinks(
  db: Db,
  actor: string,
  links: readonly { readonly accountId: number; readonly number: Buffer | null }[],
): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto("intake.linkRequest")
    .values(links.map((link) => ({ ...link, askedBy: actor })))
    .execute();
}

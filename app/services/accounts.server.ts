import { sealLetter } from "#app/privacy/sealed-letter.server.ts";
import type { Db } from "#db/client.server.ts";
import { askLink, listLinkedByHand, listUnmatched } from "#db/records/accounts.ts";
import { readConnections } from "#db/records/connections.ts";
import { readLetterAddress } from "#db/records/letter-address.ts";
import { cell } from "./exports/csv.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** Accounts on one page. */
const PAGE = 50;
/** A PostgreSQL integer ends here. */
const LARGEST_ID = 2 ** 31 - 1;
/** Accounts asked for at once while a file is written. */
const STREAMED = 1000;

export type AccountsReading = Awaited<ReturnType<typeof readAccounts>>;

/** The accounts that belong to nobody known, a page at a time, and those a hand has linked. */
export async function readAccounts(
  { db, viewer }: ViewerVisit,
  steward: Db,
  { connection, after }: { readonly connection: string | null; readonly after: number },
) {
  const [unmatched, linked, connections] = await Promise.all([
    listUnmatched(steward, viewer.email, { connection, after, most: PAGE + 1 }),
    listLinkedByHand(steward, viewer.email),
    readConnections(db),
  ]);
  const shown = unmatched.slice(0, PAGE);
  return {
    unmatched: shown,
    /** Where the next page begins; null on the last one. */
    next: unmatched.length > PAGE ? (shown.at(-1)?.account ?? null) : null,
    linked,
    connections: connections.map(({ key, title }) => ({ key, title })),
    connection,
    after,
  };
}

/** What is wrong with a wish to link; null when it was noted. */
export type LinkTrouble = "account" | "number" | "not-ready";

/**
 * Notes that an account belongs to an HR number (null: to nobody). The number is sealed for the
 * worker at once: the pages cannot read it back.
 */
export async function linkAccount(
  { db, viewer }: ViewerVisit,
  steward: Db,
  { account, number }: { readonly account: string; readonly number: string | null },
): Promise<LinkTrouble | null> {
  const id = Number(account);
  if (!Number.isInteger(id) || id < 1 || id > LARGEST_ID) return "account";
  const words = number?.trim() ?? null;
  if (words === "" || (words?.length ?? 0) > 100) return "number";
  const address = await readLetterAddress(db);
  if (address === null) return "not-ready";
  const sealed = words === null ? null : sealLetter(address, words);
  await askLink(steward, viewer.email, { account: id, number: sealed });
  return null;
}

/** All of them as a file with an empty column for the HR number, piece by piece. */
export async function* unmatchedCsv({ viewer }: ViewerVisit, steward: Db): AsyncGenerator<string> {
  yield `\uFEFF${line(["connection", "account", "reason", "number"])}`;
  for (let after = 0; ; ) {
    const some = await listUnmatched(steward, viewer.email, {
      connection: null,
      after,
      most: STREAMED,
    });
    yield some
      .map(({ connection, externalId, reason }) => line([connection, externalId, reason, ""]))
      .join("");
    const last = some.at(-1);
    if (last === undefined || some.length < STREAMED) return;
    after = last.account;
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((content) => cell(content, "comma")).join(";")}\r\n`;
}

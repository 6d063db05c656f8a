import { decrypt } from "#app/privacy/pseudonym.server.ts";
import { letterAddress, sealLetter } from "#app/privacy/sealed-letter.server.ts";
import { askLinks } from "#db/intake/link-requests.ts";
import { findAccount, outcomesOf, unmatchedAccounts } from "#db/intake/unmatched.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { openRows } from "#jobs/imports/rows/open-rows.ts";
import type { Context } from "./context.ts";
import { matchAccountsNow } from "./steps/match-accounts.ts";

/** One line of the file to fill in: the columns of the page's file, and the address. */
export interface UnmatchedLine {
  readonly connection: string;
  readonly account: string;
  readonly reason: string;
  readonly address: string;
}

/** The accounts nobody could be found for, with the address they were seen under, decrypted. */
export async function* listUnmatched(
  { db, keys }: Context,
  connection: string | null,
): AsyncGenerator<UnmatchedLine> {
  for await (const one of unmatchedAccounts(db, connection)) {
    const address = one.label === null ? "" : decrypt(keys.directory, one.label);
    yield {
      connection: one.connection,
      account: one.externalId,
      reason: one.reason,
      address,
    };
  }
}

export interface LinksTaken {
  readonly linked: number;
  /** Lines without an HR number, left alone. */
  readonly empty: number;
  /** What could not be done, by line. */
  readonly refusals: ReturnType<Findings["list"]>;
}

/**
 * Takes back the file with HR numbers filled in (columns `connection`, `account`, `number`), links
 * those accounts for good, and matches again at once.
 * @throws {ImportError} when the file cannot be read, or lacks one of the columns.
 */
export async function linkFromFile(context: Context, path: string): Promise<LinksTaken> {
  const { db, keys } = context;
  const refusals = new Findings();
  const rows = await openRows(
    { path },
    { columns: ["connection", "account", "number"], refusals, notices: new Findings() },
  );
  const wanted = new Map<number, { readonly line: number; readonly number: string }>();
  let empty = 0;
  for await (const { line, fields } of rows) {
    const [connection = "", account = "", number = ""] = fields;
    if (number === "") {
      empty += 1;
      continue;
    }
    // A spreadsheet's way to keep a text from being a formula: see the page's file.
    const id = await findAccount(db, connection, account.replace(/^'(?=[=+\-@])/, ""));
    if (id === null) refusals.add(line, "account", "There is no such account on this connection.");
    else wanted.set(id, { line, number });
  }
  const address = letterAddress(keys.directory);
  await askLinks(
    db,
    "barometer accounts match",
    [...wanted].map(([accountId, { number }]) => ({
      accountId,
      number: sealLetter(address, number),
    })),
  );
  await matchAccountsNow(context);
  const outcomes = await outcomesOf(db, [...wanted.keys()]);
  let linked = 0;
  for (const [id, { line }] of wanted) {
    if (outcomes.get(id) === "linked") linked += 1;
    else refusals.add(line, "number", "Nobody in the HR file has this number.");
  }
  return { linked, empty, refusals: refusals.list() };
}

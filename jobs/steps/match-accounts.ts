import { dayIn } from "#app/model/period.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { letterAddress, openLetter } from "#app/privacy/sealed-letter.server.ts";
import { readLinkRequests } from "#db/intake/link-requests.ts";
import { type Matched, matchAccounts as match } from "#db/intake/match-accounts.ts";
import { withSession } from "#db/intake/session.ts";
import { writeLetterAddress } from "#db/records/letter-address.ts";
import type { Context } from "../context.ts";
import { type Step, said } from "./step.ts";

/** Does what administrators asked by hand, and says again to whom each account belongs. */
export async function matchAccountsNow(context: Context): Promise<Matched> {
  const { db, url, keys, now, timeZone } = context;
  await writeLetterAddress(db, letterAddress(keys.directory));
  const requests = await readLinkRequests(db);
  const asked = requests.map(({ number, ...request }) => ({
    ...request,
    personKey: number === null ? null : keyIn(number, keys),
  }));
  return withSession(url, (session) =>
    match(session, { today: dayIn(timeZone, now), timeZone, now, asked }),
  );
}

/**
 * The pseudonym of the number in a letter. One that nobody can open names nobody: it is not to keep
 * the others waiting night after night.
 */
function keyIn(letter: Buffer, keys: Context["keys"]): Buffer {
  try {
    return pseudonym(keys.pseudonym, "number", openLetter(keys.directory, letter));
  } catch {
    return Buffer.alloc(0);
  }
}

/** Finds the people accounts belong to, after the networks have been read. */
export const matchAccounts: Step = {
  name: "match accounts",
  async run(context) {
    const { matched, unmatched, changed } = await matchAccountsNow(context);
    return said(`${matched} accounts belong to somebody, ${unmatched} to nobody known`, changed);
  },
};

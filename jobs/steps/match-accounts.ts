import { dayIn } from "#app/model/period.ts";
import { type Matched, matchAccounts as match } from "#db/intake/match-accounts.ts";
import { withSession } from "#db/intake/session.ts";
import type { Context } from "../context.ts";
import { type Step, said } from "./step.ts";

/** Says again to whom each account belongs; see where it is stored. */
export async function matchAccountsNow({ url, now, timeZone }: Context): Promise<Matched> {
  return withSession(url, (session) =>
    match(session, { today: dayIn(timeZone, now), timeZone, now }),
  );
}

/** Finds the people accounts belong to, after the networks have been read. */
export const matchAccounts: Step = {
  name: "match accounts",
  async run(context) {
    const { matched, unmatched, changed } = await matchAccountsNow(context);
    return said(`${matched} accounts belong to somebody, ${unmatched} to nobody known`, changed);
  },
};

import { forgetUnmoved } from "#db/intake/comments.ts";
import {
  forgetComments,
  releaseComments as group,
  settleGroups,
  wavesToGroup,
  withholdOverdue,
} from "#db/records/release-comments.ts";
import { type Step, said } from "./step.ts";
import { DAY } from "./windows.ts";

/** What nobody has decided by then is withheld: a list does not wait for ever. */
export const PATIENCE_DAYS = 30;
/** How long lists of comments are kept. */
export const KEPT_DAYS = 365;

/**
 * Puts the comments of released waves into their groups, and releases each group once, when nobody
 * has to read any of it any more.
 */
export const releaseComments: Step = {
  name: "release comments",
  async run({ db, now }) {
    let released = 0;
    for (const wave of await wavesToGroup(db)) {
      released += await db.transaction().execute((trx) => group(trx, { ...wave, now }));
    }
    await forgetUnmoved(db);
    const groupedBefore = new Date(now.getTime() - PATIENCE_DAYS * DAY);
    const withheld = await withholdOverdue(db, { groupedBefore, now });
    released += await settleGroups(db);
    const gone = await forgetComments(db, new Date(now.getTime() - KEPT_DAYS * DAY));
    const message = `${released} groups of comments released, ${withheld} comments withheld, ${gone} forgotten`;
    return said(message, released);
  },
};

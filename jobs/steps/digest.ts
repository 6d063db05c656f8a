import { dayIn } from "#app/model/period.ts";
import { mayKnow } from "#app/services/alerts.server.ts";
import { mayHaveNews, periodOf } from "#app/services/digest.server.ts";
import { instantOf } from "#app/statistics/sending-time.ts";
import { readAlerts } from "#db/records/alerts.ts";
import { type MailToQueue, queueMails, viewersByMail } from "#db/records/viewer-mail.ts";
import { readViewer } from "#db/records/viewers.ts";
import { type Step, said } from "./step.ts";

/** Mail of the night is read in the morning. */
const MORNING = "07:00";

/**
 * Says who is to be written to: once about the alerts of this night, for whoever may know of one, and
 * once a week or month about all of it. The worker sends it in the morning.
 */
export const digest: Step = {
  name: "digest",
  async run({ db, now, timeZone }) {
    const day = dayIn(timeZone, now);
    const dueAt = instantOf(day, MORNING, timeZone);
    const alerts = await readAlerts(db, { raisedFrom: day, raisedTo: day });
    const mails: MailToQueue[] = [];
    for (const { id, digest: rhythm, alerts: wanted, createdOn } of await viewersByMail(
      db,
      day,
      timeZone,
    )) {
      const viewer = await readViewer(db, id, day);
      if (viewer === null || !mayHaveNews(viewer)) continue;
      if (wanted && alerts.some((alert) => mayKnow(viewer, alert))) {
        mails.push({ viewerId: id, kind: "alerts", period: day, since: day, dueAt });
      }
      if (rhythm === "never") continue;
      const due = periodOf(rhythm, day);
      // Nobody is told of what was before they were there.
      if (createdOn <= due.period) mails.push({ viewerId: id, kind: "digest", ...due, dueAt });
    }
    const queued = await queueMails(db, mails);
    return said(`${queued} mails to write`, queued);
  },
};

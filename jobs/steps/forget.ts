import { forgetExpired } from "#db/records/forget.ts";
import { type Step, said } from "./step.ts";

/** Forgets what has been kept long enough, and says how many rows of what. */
export const forget: Step = {
  name: "forget",
  async run({ db, now }) {
    const gone = Object.entries(await forgetExpired(db, now)).filter(([, rows]) => rows > 0);
    const all = gone.reduce((sum, [, rows]) => sum + rows, 0);
    const proof = gone.map(([what, rows]) => `${rows} ${what}`).join(", ");
    return said(`${all} expired rows removed${all === 0 ? "" : `: ${proof}`}`);
  },
};

import { forgetExpired } from "#db/records/forget.ts";
import { type Step, said } from "./step.ts";

/** Forgets what has been kept long enough. */
export const forget: Step = {
  name: "forget",
  async run({ db, now }) {
    return said(`${await forgetExpired(db, now)} expired rows removed`);
  },
};

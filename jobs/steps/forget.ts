import { forgetExpired } from "#db/records/forget.ts";
import { type Step, said } from "./step.ts";

/** These count people and answers: how many is told roughly, and not at all when they are few. */
const ofPeople: ReadonlySet<string> = new Set([
  "pseudonyms",
  "codes",
  "marks",
  "invitations",
  "letters",
  "waiting answers",
  "counted cells",
  "comments",
  "answers nobody took",
]);

/** Forgets what has been kept long enough, and says how many rows of what. */
export const forget: Step = {
  name: "forget",
  async run({ db, now }) {
    const gone = Object.entries(await forgetExpired(db, now)).filter(([, rows]) => rows > 0);
    const proof = gone.map(
      ([what, rows]) => `${ofPeople.has(what) ? roughly(rows) : rows} ${what}`,
    );
    return said(proof.length === 0 ? "nothing had expired" : `removed ${proof.join(", ")}`);
  },
};

function roughly(rows: number): string {
  return rows < 10 ? "a few" : `about ${Math.round(rows / 10) * 10}`;
}

import type { Db } from "../client.server.ts";

/** Who did what, and to what. Never a figure, never an answer. */
export interface Deed {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** Writes a line of the audit trail. The web can add to it, and neither read nor change it. */
export async function noteDeed(db: Db, { subject, ...deed }: Deed): Promise<void> {
  await db
    .insertInto("records.auditEntry")
    .values({ ...deed, subject: JSON.stringify(subject) })
    .execute();
}

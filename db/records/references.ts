import type { Reference } from "#app/model/reference.ts";
import type { Db } from "../client.server.ts";

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MOST = 1_000;

/**
 * Keeps a reference: its description is the new one, its figures are added to those there are, and
 * take the place of those they are of. Returns how many figures were told.
 */
export async function keepReference(db: Db, reference: Reference): Promise<number> {
  const { key, names, sample, comparability, figures, ...plain } = reference;
  const said = {
    ...plain,
    names: JSON.stringify(names),
    sample: JSON.stringify(sample),
    comparability: JSON.stringify(comparability),
  };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("records.reference")
      .values({ key, ...said })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(said))
      .execute();
    for (let from = 0; from < figures.length; from += MOST) {
      await trx
        .insertInto("records.referenceFigure")
        .values(
          figures.slice(from, from + MOST).map(({ wordings, note, ...figure }) => ({
            reference: key,
            ...figure,
            wordings: JSON.stringify(wordings),
            note: note === null ? null : JSON.stringify(note),
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(["reference", "code", "period", "statistic", "population"])
            .doUpdateSet((eb) => ({
              wordings: eb.ref("excluded.wordings"),
              value: eb.ref("excluded.value"),
              unit: eb.ref("excluded.unit"),
              nearest: eb.ref("excluded.nearest"),
              drawn: eb.ref("excluded.drawn"),
              note: eb.ref("excluded.note"),
            })),
        )
        .execute();
    }
  });
  return figures.length;
}

/** All references with their figures, in an order that stays. */
export async function readReferences(db: Db): Promise<readonly Reference[]> {
  const references = await db.selectFrom("records.reference").orderBy("key").selectAll().execute();
  const figures = await db
    .selectFrom("records.referenceFigure")
    .orderBy("reference")
    .orderBy("code")
    .orderBy("period", "desc")
    .orderBy("population")
    .orderBy("statistic")
    .selectAll()
    .execute();
  return references.map((one) => ({
    ...one,
    figures: figures.flatMap(({ reference, ...figure }) => (reference === one.key ? [figure] : [])),
  }));
}

/** False when there is none of that key. */
export async function removeReference(db: Db, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("records.reference")
    .where("key", "=", key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

import type { Db } from "#db/client.server.ts";
import type { Organisation } from "#db/figures/released-figures.ts";
import { lastReorganisation } from "#db/records/releases.ts";
import type { Words } from "../around.ts";

/** The units figures are told by: those of each wave unless the address asks for today's. */
export function organisationOf(asked: string | null | undefined): Organisation {
  return asked === "now" ? "now" : "then";
}

/** The choice between the two, where a wave was told by later units; null where none was. */
export async function organisationChoice(db: Db, organisation: Organisation, words: Words) {
  const day = await lastReorganisation(db);
  if (day === null) return null;
  return {
    label: words.t("organisation.label"),
    value: organisation,
    options: (["then", "now"] as const).map((value) => ({
      value,
      label: words.t(`organisation.${value}`),
      depth: 0,
    })),
    note:
      organisation === "now" ? words.t("organisation.note", { day: words.format.day(day) }) : null,
  };
}

import { type Privacy, purposes } from "#app/model/canonical.ts";
import type { Words } from "../around.ts";
import { DESK, FRONTLINE } from "../barometer/dials.ts";
import { sayShare } from "../barometer/sentences.ts";
import { type Disclosed, isExact, type Lookup, shown } from "../disclosed.ts";

/** Who takes part in one kind of group: the company, its frontline and its desks. */
export interface KindRow {
  readonly kind: (typeof privacies)[number] | (typeof purposes)[number];
  readonly company: Disclosed | null;
  readonly frontline: Disclosed | null;
  readonly desk: Disclosed | null;
}

const privacies = ["open", "closed", "secret"] as const satisfies readonly Privacy[];

/** By privacy and by purpose, those there are groups of; and the sentence that says it. */
export function kindsOf(at: Lookup, words: Words) {
  const rows = (kinds: readonly KindRow["kind"][], measure: "adoption-in" | "adoption-for") =>
    kinds.flatMap((kind): KindRow[] => {
      const of = (population: string) => at(population, `${measure}:${kind}`);
      const company = of("company");
      return company === null ? [] : [{ kind, company, frontline: of(FRONTLINE), desk: of(DESK) }];
    });
  const byPrivacy = rows(privacies, "adoption-in");
  return {
    privacy: byPrivacy,
    purpose: rows(purposes, "adoption-for"),
    sentence: sayKinds(byPrivacy, words),
    caption: words.t("adoption.kinds.caption"),
    definition: words.t("adoption.kinds.definition.text"),
  };
}

function sayKinds(rows: readonly KindRow[], words: Words): string {
  return rows
    .flatMap(({ kind, company }) => {
      if (company === null || shown(company) === null) return [];
      const share = sayShare(words, company);
      if (kind === "closed") return [words.t("adoption.kinds.closed", { share })];
      if (kind === "secret") return [words.t("adoption.kinds.secret", { share })];
      return [
        words.t(isExact(company) ? "adoption.kinds.sentence" : "adoption.kinds.ranged", { share }),
      ];
    })
    .join(" ");
}

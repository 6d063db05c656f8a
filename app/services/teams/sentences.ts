import { FEWEST_TEAMS } from "#app/statistics/shrinkage.ts";
import { fewNames, nameIn, type Words } from "../around.ts";
import type { Tiers } from "./rows.ts";
import { SURE } from "./standing.ts";

/** What the block of tiers says first. */
export function sayTiers({ above, same, below }: Tiers, tested: boolean, { t }: Words): string {
  if (!tested) return t("teams.tiers.untested");
  const n = above.length + below.length;
  return n === 0 ? t("teams.tiers.none") : t("teams.tiers.sentence", { n, all: n + same.length });
}

/** How the three groups were found: `teams` said how much teams differ, where they were enough. */
export function sayTierMethod(teams: number | null, { t }: Words): string {
  return teams === null
    ? t("teams.tiers.method.alone", { fewest: FEWEST_TEAMS })
    : t("teams.tiers.method.shrunk", { n: teams, sure: Math.round(SURE * 100) });
}

/** What the page opens with. */
export function leadOf(measure: string, tiers: Tiers, tested: boolean, words: Words) {
  const { t } = words;
  const list = (populations: Tiers["above"]) =>
    fewNames(
      words,
      populations.map((one) => nameIn(words, one)),
    );
  if (measure === "") return { said: t("teams.lead.nothing"), rest: "" };
  if (!tested) return { said: t("teams.lead.untested", { measure }), rest: "" };
  const [above, below] = [list(tiers.above), list(tiers.below)];
  const said = [
    above === "" ? "" : t("teams.lead.above", { measure, names: above }),
    below === ""
      ? ""
      : above === ""
        ? t("teams.lead.below", { measure, names: below })
        : t("teams.lead.belowToo", { names: below }),
  ].filter(Boolean);
  if (said.length === 0) return { said: t("teams.lead.none", { measure }), rest: "" };
  return { said: said.join(" "), rest: tiers.same.length > 0 ? t("teams.lead.same") : "" };
}

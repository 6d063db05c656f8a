import { wordsFor } from "#app/services/around.ts";
import { readTeam } from "#app/services/team.server.ts";
import type { Chart } from "../sheet.ts";
import { comparedSheet } from "./compared.ts";

/** What one team answered and did, on one axis. */
export const standingChart: Chart = {
  page: "teams",
  read: async (visit, address) => {
    const { t } = wordsFor(visit.language);
    const asked = {
      team: address.get("team") ?? "",
      wave: address.get("wave"),
      compare: address.get("compare"),
    };
    const reading = await readTeam(visit.viewer, asked, visit);
    if (reading === null || reading.rows.length === 0) return null;
    const { rows, names, wholeName, name } = reading;
    return comparedSheet(
      {
        title: t("paper.part", { title: t("team.stands"), population: name }),
        sentence: `${reading.lead.said} ${reading.lead.rest}`.trim(),
        caption:
          wholeName === null
            ? t("team.stands.noRest")
            : t("team.stands.rest", { whole: wholeName }),
        of: name,
        whole: null,
        rows: rows.map((row) => ({ ...row, name: names[row.measure] ?? row.measure })),
        first: t("paper.column.measure"),
      },
      visit,
    );
  },
};

import { wordsFor } from "#app/services/around.ts";
import { readReach } from "#app/services/reach.server.ts";
import type { Chart } from "../sheet.ts";
import { comparedSheet } from "./compared.ts";

/** Whom one announcement reached, or who answered it, in one way of cutting the company. */
export function reachChart(which: "reached" | "answered"): Chart {
  return {
    page: "connection",
    read: async (visit, address) => {
      const { t } = wordsFor(visit.language);
      const reading = await readReach(visit.viewer, address.get("post") ?? "", visit);
      const part = reading?.[which];
      const group = part?.groups.find(({ cut }) => cut === address.get("cut"));
      if (!reading || !part || !group) return null;
      return comparedSheet(
        {
          title: t("paper.part", {
            title: `${t(`reach.${which}`)}, ${group.name}`,
            population: reading.name,
          }),
          sentence: part.sentence,
          caption: `${t("reach.caption")} ${t("reach.channel.text", { network: reading.network })}`,
          of: t("population.company"),
          whole: part.whole,
          rows: group.rows,
        },
        visit,
      );
    },
  };
}

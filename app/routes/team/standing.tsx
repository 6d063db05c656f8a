import { shares } from "#app/charts/axis.ts";
import { TeamRows } from "#app/charts/team-rows.tsx";
import type { TeamReading } from "#app/services/team.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

/** What a team answered and did, on one axis, with what the tests let be said. */
export function Standing({
  rows,
  names,
  wholeName,
  team,
}: Pick<TeamReading, "rows" | "names" | "wholeName"> & { readonly team: string }) {
  const { t } = useReading();
  return (
    <Block topic={t("team.stands")} sentence={t("team.stands.sentence")}>
      <figure className="chart full">
        <figcaption>
          {wholeName === null
            ? t("team.stands.noRest")
            : t("team.stands.rest", { whole: wholeName })}
        </figcaption>
        <TeamRows
          axis={shares}
          reference={null}
          rows={rows.map(({ measure, figure, difference, said }) => ({
            key: measure,
            name: names[measure] ?? measure,
            figure,
            difference,
            said,
            instead: "#ladder",
          }))}
        />
        <ChartFiles chart="team-standing" name={t("team.stands")} also={{ team }} />
      </figure>
    </Block>
  );
}

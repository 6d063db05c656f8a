import type { Axis } from "#app/charts/axis.ts";
import { ChangeRows } from "#app/charts/change-rows.tsx";
import { Slope } from "#app/charts/slope.tsx";
import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface ChangesProps {
  readonly changes: NonNullable<TeamsReading["changes"]> & {
    readonly axis: Axis;
    readonly points: Axis;
  };
  readonly moments: readonly [before: string, now: string];
  readonly name: string;
}

/** What became of the chosen teams between two moments: where from and where to, then by how much. */
export function Changes({ changes, moments, name }: ChangesProps) {
  const { t, language } = useReading();
  const lines = changes.slopes.map(({ population, ...slope }) => ({
    ...slope,
    key: population.key,
    name: population.names[language],
  }));
  return (
    <Block topic={t("teams.changes")} sentence={changes.sentence}>
      <div className="two full">
        <div>
          <Slope
            caption={t("teams.changes.slope", {
              measure: name,
              before: moments[0],
              now: moments[1],
            })}
            moments={moments}
            title={t("teams.title")}
            lines={lines}
            axis={changes.axis}
          />
          <ChartFiles chart="teams-slope" name={t("teams.changes")} />
        </div>
        <figure className="chart">
          <figcaption>{t("teams.changes.rows")}</figcaption>
          <ChangeRows rows={lines} axis={changes.points} />
          <ChartFiles chart="teams-changes" name={`${t("teams.changes")}, ${t("slope.points")}`} />
        </figure>
      </div>
    </Block>
  );
}

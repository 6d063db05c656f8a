import type { Axis } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { Funnel } from "#app/charts/funnel.tsx";
import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface FunnelBlockProps {
  readonly funnel: NonNullable<TeamsReading["funnel"]> & {
    readonly people: Axis;
    readonly axis: Axis;
  };
  readonly whole: TeamsReading["blocks"][number]["whole"];
  readonly wholeName: string;
  readonly measure: string;
  readonly name: string;
  /** Those that are looked at: the others are marks without a name. */
  readonly chosen: readonly string[];
}

/** All teams of the group, and how far chance alone carries them. */
export function FunnelBlock(props: FunnelBlockProps) {
  const { funnel, whole, wholeName, measure, name, chosen } = props;
  const reading = useReading();
  const { t, language } = reading;
  const acts = ["adoption", "active", "participation"].includes(measure);
  return (
    <Block
      topic={t("teams.funnel")}
      sentence={funnel.sentence}
      aside={<Definition term={t("teams.funnel.read")}>{t("teams.funnel.read.text")}</Definition>}
    >
      <div>
        <Funnel
          caption={[
            t("teams.funnel.caption", {
              measure: name,
              figure: sayFigure(reading, whole),
              whole: wholeName,
            }),
            ...(funnel.widened ? [t("teams.funnel.widened")] : []),
          ].join(" ")}
          counted={t(acts ? "teams.funnel.counted.people" : "teams.funnel.counted.answers")}
          title={t("teams.title")}
          mu={funnel.mu}
          limits={funnel.limits}
          people={funnel.people}
          axis={funnel.axis}
          marks={funnel.teams.map(({ population, ...team }) => ({
            ...team,
            key: population.key,
            name: population.names[language],
            named: chosen.includes(population.key),
          }))}
        />
        <ChartFiles chart="teams-funnel" name={t("teams.funnel")} />
      </div>
    </Block>
  );
}

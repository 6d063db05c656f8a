import type { Axis } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { referenceOf, TeamRows } from "#app/charts/team-rows.tsx";
import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";

interface SideBySideProps {
  readonly blocks: readonly (TeamsReading["blocks"][number] & { readonly axis: Axis })[];
  readonly names: TeamsReading["names"];
  readonly wholeName: string;
}

/** The same teams on two measures, in the same order. */
export function SideBySide({ blocks, names, wholeName }: SideBySideProps) {
  const reading = useReading();
  const { t, language } = reading;
  return (
    <Block topic={t("teams.side")} sentence={t("teams.side.sentence")}>
      <div className="two full">
        {blocks.map(({ measure, whole, rows, axis }, index) => (
          <figure className="chart" key={measure}>
            <h3>{names[measure] ?? measure}</h3>
            <figcaption>
              {whole === null || whole.hidden
                ? t("teams.reference.none")
                : t(referenceOf(whole) === null ? "teams.reference.ranged" : "teams.reference", {
                    figure: sayFigure(reading, whole),
                    whole: wholeName,
                  })}
            </figcaption>
            <TeamRows
              axis={axis}
              reference={referenceOf(whole)}
              rows={rows.map(({ population, figure, difference, said }) => ({
                key: population.key,
                name: population.names[language],
                figure,
                difference,
                said,
                // Only the first measure has its ladder; the others have the one explanation.
                instead: index === 0 ? "#ladder" : "#hidden",
              }))}
            />
            <ChartFiles
              chart={index === 0 ? "teams-first" : "teams-second"}
              name={names[measure] ?? measure}
            />
          </figure>
        ))}
      </div>
      <p className="label full">{t("teams.note")}</p>
    </Block>
  );
}

import { sayFigure } from "#app/charts/figure-words.ts";
import type { TeamReading } from "#app/services/team.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

interface PointListProps {
  readonly kind: "strengths" | "toWorkOn";
  readonly points: TeamReading["points"]["strengths"];
  readonly names: TeamReading["names"];
}

/** Three things at most, each with its figure and why it is here. */
export function PointList({ kind, points, names }: PointListProps) {
  const reading = useReading();
  const { t } = reading;
  return (
    <Block
      topic={t(`team.${kind}`)}
      sentence={
        points.length === 0
          ? t(`team.${kind}.none`)
          : t(`team.${kind}.sentence`, { n: points.length })
      }
      aside={
        kind === "strengths" ? undefined : (
          <Definition term={t("team.how")}>
            {t("team.how.text")} {t("team.fewer")}
          </Definition>
        )
      }
    >
      {points.length > 0 && (
        <ol className="said full">
          {points.map(({ measure, figure, sentence }) => (
            <li key={measure}>
              <p>
                <b>{names[measure] ?? measure}</b> {sayFigure(reading, figure)}
              </p>
              <p className="label">{sentence}</p>
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}

import { sayFigure, sayInterval } from "#app/charts/figure-words.ts";
import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

interface LaddersProps {
  readonly ladders: TeamsReading["ladders"];
  readonly names: TeamsReading["names"];
  readonly measure: string;
}

/** What a reader of a hidden team gets instead: the nearest whole, then words; never a hint. */
export function Ladders({ ladders, names, measure }: LaddersProps) {
  const { t } = useReading();
  return (
    <Block
      id="ladder"
      topic={t("teams.ladder")}
      sentence={t("teams.ladder.sentence", { n: ladders.length })}
      aside={<Definition term={t("teams.same")}>{t("teams.same.text")}</Definition>}
    >
      <div>
        {ladders.map((ladder) => (
          <Rungs key={ladder.population.key} ladder={ladder} measure={names[measure] ?? measure} />
        ))}
      </div>
    </Block>
  );
}

function Rungs({
  ladder: { population, nearest },
  measure,
}: {
  readonly ladder: LaddersProps["ladders"][number];
  readonly measure: string;
}) {
  const reading = useReading();
  const { t, language } = reading;
  return (
    <div className="notice">
      <h3>{t("teams.ladder.what", { name: population.names[language] })}</h3>
      <ol className="ladder">
        <li aria-current={nearest === null ? undefined : "step"}>
          <div>
            <b>{t("teams.ladder.nearest")}</b>
            <p>
              {nearest === null || nearest.hidden
                ? t("teams.ladder.noNearest")
                : t("teams.ladder.nearest.text", {
                    name:
                      nearest.population.key === "company"
                        ? t("population.company")
                        : nearest.population.names[language],
                    figure: [sayFigure(reading, nearest), sayInterval(reading, nearest.value)].join(
                      ", ",
                    ),
                    measure,
                  })}
            </p>
          </div>
        </li>
        <li>
          <div>
            <b>{t("teams.ladder.words")}</b>
            <p>{t("teams.ladder.words.text")}</p>
          </div>
        </li>
      </ol>
    </div>
  );
}

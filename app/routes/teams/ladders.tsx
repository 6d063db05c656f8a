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
        {together(ladders).map((alike) => (
          <Rungs
            key={alike[0]?.population.key}
            ladders={alike}
            measure={names[measure] ?? measure}
          />
        ))}
      </div>
    </Block>
  );
}

/** Teams that are referred to the same whole are told so once. */
function together(ladders: LaddersProps["ladders"]): readonly LaddersProps["ladders"][] {
  const wholes = new Map<string, LaddersProps["ladders"][number][]>();
  for (const ladder of ladders) {
    const key = ladder.nearest?.population.key ?? "";
    wholes.set(key, [...(wholes.get(key) ?? []), ladder]);
  }
  return [...wholes.values()];
}

function Rungs({
  ladders,
  measure,
}: {
  readonly ladders: LaddersProps["ladders"];
  readonly measure: string;
}) {
  const reading = useReading();
  const { t, format, language } = reading;
  const name = format.list(ladders.map(({ population }) => population.names[language]));
  const nearest = ladders[0]?.nearest ?? null;
  return (
    <div className="notice">
      <h3>{t("teams.ladder.what", { name })}</h3>
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

import { Fragment, type ReactNode } from "react";
import { sayFigure, sayInterval } from "#app/charts/figure-words.ts";
import type { TeamsReading } from "#app/services/teams.server.ts";
import { Block, Definition } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { guideAddress } from "./addresses.ts";

interface LaddersProps {
  readonly ladders: TeamsReading["ladders"];
  readonly names: TeamsReading["names"];
  readonly measure: string;
  /** Those of which this reader may open the conversation guide. */
  readonly guided: readonly string[];
}

/** What a reader of a hidden team gets instead: an earlier wave, the nearest whole, words; never a hint. */
export function Ladders({ ladders, names, measure, guided }: LaddersProps) {
  const { t } = useReading();
  return (
    <Block
      id="ladder"
      topic={t("teams.ladder")}
      sentence={t("teams.ladder.sentence", { n: ladders.length })}
      aside={
        <>
          <Definition term={t("teams.same")}>{t("teams.same.text")}</Definition>
          <Definition term={t("teams.ladder.added")}>{t("teams.ladder.added.text")}</Definition>
        </>
      }
    >
      <div>
        {together(ladders).map((alike) => (
          <Rungs
            key={alike[0]?.population.key}
            ladders={alike}
            measure={names[measure] ?? measure}
            guided={guided}
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
    const own = ladder.earlier === null ? "" : ladder.population.key;
    const key = `${own} ${ladder.nearest?.population.key ?? ""}`;
    wholes.set(key, [...(wholes.get(key) ?? []), ladder]);
  }
  return [...wholes.values()];
}

function Rungs({ ladders, measure, guided }: Omit<LaddersProps, "names">) {
  const { t, format, language } = useReading();
  const name = format.list(ladders.map(({ population }) => population.names[language]));
  const { nearest = null, earlier = null } = ladders[0] ?? {};
  return (
    <div className="notice">
      <h3>{t("teams.ladder.what", { name })}</h3>
      <ol className="ladder">
        {earlier !== null && (
          <Rung current title={t("teams.ladder.earlier", { wave: earlier.wave })}>
            <Said figure={earlier.figure} measure={measure} /> {t("teams.ladder.earlier.text")}
          </Rung>
        )}
        <Rung current={earlier === null && nearest !== null} title={t("teams.ladder.nearest")}>
          {nearest === null ? (
            t("teams.ladder.noNearest")
          ) : (
            <Said figure={nearest} measure={measure} />
          )}
        </Rung>
        <Rung title={t("teams.ladder.words")}>
          {t("teams.ladder.words.text")}
          {ladders
            .filter(({ population }) => guided.includes(population.key))
            .map(({ population }) => (
              <Fragment key={population.key}>
                {" "}
                <Go to={guideAddress(population.key)}>
                  {t("team.guide.of", { name: population.names[language] })}
                </Go>
              </Fragment>
            ))}
        </Rung>
      </ol>
    </div>
  );
}

interface RungProps {
  readonly title: string;
  /** The first one there is something to read on. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

function Rung({ title, current = false, children }: RungProps) {
  return (
    <li aria-current={current ? "step" : undefined}>
      <div>
        <b>{title}</b>
        <p>{children}</p>
      </div>
    </li>
  );
}

interface SaidProps {
  readonly figure: NonNullable<LaddersProps["ladders"][number]["nearest"]>;
  readonly measure: string;
}

function Said({ figure, measure }: SaidProps) {
  const reading = useReading();
  const { t, language } = reading;
  if (figure.hidden) return t("teams.ladder.noNearest");
  const { key, names } = figure.population;
  const said = [sayFigure(reading, figure), sayInterval(reading, figure.value)].filter(Boolean);
  return t("teams.ladder.nearest.text", {
    name: key === "company" ? t("population.company") : names[language],
    figure: said.join(", "),
    measure,
  });
}

import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { readQuestions } from "#db/records/questions.ts";
import { readContinuity } from "#db/records/read-lineage.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { type Around, nameIn, type Words, wordsFor } from "./around.ts";
import { type Moments, momentsOf } from "./barometer/moments.ts";
import { startingPopulation } from "./choices.ts";
import { type Disclosed, type Lookup, lookup, populationsOf } from "./disclosed.ts";
import { inPageOrder, measureNames } from "./measures.ts";
import { comparables, SIDE_BY_SIDE, startingGroup } from "./teams/groups.ts";
import { laddersOf } from "./teams/ladder.ts";
import { changesOf, rowsOf, type TeamRow, type Tiers, tiersOf } from "./teams/rows.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedTeams {
  readonly wave: string | null;
  readonly among: string | null;
  readonly teams: readonly string[];
  readonly measures: readonly (string | null)[];
}

export type TeamsReading = NonNullable<Awaited<ReturnType<typeof readTeams>>>;

/** Up to six populations side by side; null when the address leads to nothing. */
export async function readTeams(
  viewer: Viewer,
  asked: AskedTeams,
  { db, language, timeZone }: Around & { readonly timeZone: string },
) {
  const words = wordsFor(language);
  const [waves, weeks] = await Promise.all([readReleasedWaves(db), readReleasedWeeks(db)]);
  const moments = momentsOf(waves, weeks, { wave: asked.wave, compare: null }, timeZone, words);
  if (moments === null) return null;
  const { wave, week } = moments;
  const [answers, activity, questions] = await Promise.all([
    wave && waveFigures(db, { waves: [wave.key], crossed: false }),
    week && weekFigures(db, { from: week.week, to: week.week }),
    wave ? readQuestions(db, wave.key) : [],
  ]);
  const figures = [
    ...(answers?.disclose(viewer) ?? []),
    ...(activity?.disclose(viewer) ?? []),
  ].filter(comparable);
  const at = lookup(figures);
  const populations = populationsOf(figures);
  const groups = comparables(populations, words);
  const group =
    asked.among === null
      ? startingGroup(groups, startingPopulation(viewer, populations))
      : (groups.find(({ value }) => value === asked.among) ?? null);
  if (group === null && asked.among !== null) return null;

  const members = group?.members ?? [];
  const wanted = members.filter(({ key }) => asked.teams.includes(key));
  const chosen = (wanted.length > 0 ? wanted : members).slice(0, SIDE_BY_SIDE);
  const keys = new Set(members.map(({ key }) => key));
  const measures = teamMeasures(
    figures.filter(({ population }) => keys.has(population.key)),
    questions,
  );
  const [first, second] = chooseTwo(measures, asked.measures);
  const names = measureNames(measures, questions, words);
  const whole = group?.whole ?? "company";
  const blocks = [first, second].flatMap((measure) =>
    measure === undefined
      ? []
      : [{ measure, whole: at(whole, measure), rows: rowsOf(chosen, measure, whole, at, words) }],
  );
  const before = await beforeOf(db, viewer, moments, chosen, [first, second]);
  const figured = blocks.flatMap(({ rows }) => rows.map(({ figure }) => figure));
  const changes = changesOf(figured, before, moments.since ?? "", words);
  const everybody = first === undefined ? [] : rowsOf(members, first, whole, at, words);
  const tiers = tiersOf(everybody);
  const tested = everybody.some(
    ({ difference }) => difference !== null && difference.verdict !== "untested",
  );
  const wholePopulation = populations.find(({ key }) => key === whole);
  return {
    wave: wave && { key: wave.key, name: nameIn(words, wave) },
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    week: week?.week ?? null,
    among: group?.value ?? null,
    groups: groups.map(({ value, label }) => ({ value, label, depth: 0 })),
    wholeName:
      wholePopulation === undefined || whole === "company"
        ? words.t("population.company")
        : nameIn(words, wholePopulation),
    members: members.map((one) => ({ key: one.key, name: nameIn(words, one) })),
    chosen: chosen.map(({ key }) => key),
    tooMany: wanted.length > SIDE_BY_SIDE,
    measures: measures.map((one) => ({ value: one, label: names[one] ?? one, depth: 0 })),
    names,
    blocks: blocks.map((block) => ({ ...block, rows: block.rows.map(withChange) })),
    tiers: { ...tiers, tested, sentence: sayTiers(tiers, tested, words) },
    ladders: first === undefined ? [] : laddersOf(blocks[0]?.rows ?? [], first, at),
    lead: leadOf(names[first ?? ""] ?? "", tiers, tested, words),
  };

  /** Beside how it differs from the rest, how it moved. */
  function withChange(row: TeamRow): TeamRow {
    const change = changes.find(
      ({ population, measure }) =>
        population === row.population.key && measure === row.figure?.measure,
    );
    return change === undefined ? row : { ...row, said: [...row.said, change.sentence] };
  }
}

/** The same teams at the moment they are compared with. */
async function beforeOf(
  db: Db,
  viewer: Viewer,
  { wave, comparedWave, comparedWeek }: Moments,
  teams: readonly Population[],
  measures: readonly (string | undefined)[],
): Promise<Lookup> {
  const wanted = {
    populations: teams.map(({ key }) => key),
    measures: measures.flatMap((measure) => measure ?? []),
  };
  const [answers, activity, between] = await Promise.all([
    comparedWave && waveFigures(db, { ...wanted, waves: [comparedWave.key] }),
    comparedWeek && weekFigures(db, { ...wanted, from: comparedWeek.week, to: comparedWeek.week }),
    readContinuity(db),
  ]);
  const answered = (answers?.disclose(viewer) ?? []).filter(
    ({ measure, release }) => wave === null || between(measure, release.key, wave.key).goesOn,
  );
  return lookup([...answered, ...(activity?.disclose(viewer) ?? [])]);
}

/** Shares and means can stand side by side; a count says how large a team is. */
function comparable(figure: Disclosed): boolean {
  return figure.hidden || figure.value.form !== "count";
}

/** Counted in acts: larger where there are more people, whatever they think. */
const counts = ["messages"];

/** What was answered first, then what was done, then who answered. */
function teamMeasures(
  figures: readonly Disclosed[],
  questions: Parameters<typeof inPageOrder>[1],
): readonly string[] {
  const late = ["adoption", "active", "messages-across", "participation"];
  const ordered = inPageOrder(
    figures.map(({ measure }) => measure).filter((one) => !counts.includes(one)),
    questions,
  );
  return [
    ...ordered.filter((one) => !late.includes(one)),
    ...late.filter((one) => ordered.includes(one)),
  ];
}

function chooseTwo(
  measures: readonly string[],
  asked: AskedTeams["measures"],
): readonly [string | undefined, string | undefined] {
  const first = measures.find((one) => one === asked[0]) ?? measures[0];
  const others = measures.filter((one) => one !== first);
  return [first, others.find((one) => one === asked[1]) ?? others[0]];
}

function sayTiers({ above, same, below }: Tiers, tested: boolean, { t }: Words): string {
  if (!tested) return t("teams.tiers.untested");
  const n = above.length + below.length;
  return n === 0 ? t("teams.tiers.none") : t("teams.tiers.sentence", { n, all: n + same.length });
}

function leadOf(measure: string, tiers: Tiers, tested: boolean, words: Words) {
  const { t, format } = words;
  const list = (populations: Tiers["above"]) =>
    format.list(populations.map((one) => nameIn(words, one)));
  if (measure === "") return { said: t("teams.lead.nothing"), rest: "" };
  if (!tested) return { said: t("teams.lead.untested", { measure }), rest: "" };
  const [above, below] = [list(tiers.above), list(tiers.below)];
  const said = [
    above === "" ? "" : t("teams.lead.above", { measure, names: above }),
    below === ""
      ? ""
      : above === ""
        ? t("teams.lead.below", { measure, names: below })
        : t("teams.lead.belowToo", { names: below }),
  ].filter(Boolean);
  if (said.length === 0) return { said: t("teams.lead.none", { measure }), rest: "" };
  return { said: said.join(" "), rest: tiers.same.length > 0 ? t("teams.lead.same") : "" };
}

import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { readQuestions } from "#db/records/questions.ts";
import { readContinuity } from "#db/records/read-lineage.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { type Around, nameIn, wordsFor } from "./around.ts";
import { momentsOf } from "./barometer/moments.ts";
import { startingPopulation } from "./choices.ts";
import { type Disclosed, lookup, populationsOf } from "./disclosed.ts";
import { inPageOrder, measureNames } from "./measures.ts";
import { paged } from "./paged.ts";
import { beforeOf } from "./teams/before.ts";
import { changesOf, slopesOf } from "./teams/changes.ts";
import { earlierFigures } from "./teams/earlier.ts";
import { funnelOf } from "./teams/funnel.ts";
import { comparables, groupChoices, SIDE_BY_SIDE, startingGroup } from "./teams/groups.ts";
import { laddersOf } from "./teams/ladder.ts";
import { namedTiers, rowsOf, type TeamRow, tiersOf } from "./teams/rows.ts";
import { leadOf, sayTierMethod, sayTiers } from "./teams/sentences.ts";
import { standingsOf } from "./teams/standing.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedTeams {
  readonly wave: string | null;
  /** The wave it is compared with: the one before unless another is named. */
  readonly compare?: string | null;
  readonly among: string | null;
  readonly teams: readonly string[];
  readonly measures: readonly (string | null)[];
}

export type TeamsReading = NonNullable<Awaited<ReturnType<typeof readTeams>>>;

/** Up to six populations side by side; null when the address leads to nothing. */
export async function readTeams(
  viewer: Viewer,
  asked: AskedTeams,
  { db, language, timeZone, find = null, part = null }: Around & { readonly timeZone: string },
) {
  const words = wordsFor(language);
  const [waves, weeks] = await Promise.all([readReleasedWaves(db), readReleasedWeeks(db)]);
  const compare = asked.compare ?? null;
  const moments = momentsOf(waves, weeks, { wave: asked.wave, compare }, timeZone, words);
  if (moments === null) return null;
  const { wave, week } = moments;
  const [answers, activity, questions, between] = await Promise.all([
    wave && waveFigures(db, { waves: [wave.key], crossed: false }),
    week && weekFigures(db, { from: week.week, to: week.week }),
    wave ? readQuestions(db, wave.key) : [],
    readContinuity(db),
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
  const ticked = paged(members, part);
  const keys = new Set(members.map(({ key }) => key));
  const measures = teamMeasures(
    figures.filter(({ population }) => keys.has(population.key)),
    questions,
  );
  const [first, second] = chooseTwo(measures, asked.measures);
  const names = measureNames(measures, questions, words);
  const whole = group?.whole ?? "company";
  const two = [first, second].flatMap((one) => one ?? []);
  const level = members[0]?.path.length;
  const alike = populations.filter(
    ({ cut, path }) => cut === "organisation" && cut === members[0]?.cut && path.length === level,
  );
  const standings = standingsOf({ members, measures: two, whole, alike }, at);
  const blocks = two.map((measure) => ({
    measure,
    whole: at(whole, measure),
    rows: rowsOf(chosen, measure, whole, at, words, standings),
  }));
  const before = await beforeOf(db, viewer, moments, {
    populations: chosen.map(({ key }) => key),
    measures: two,
    between,
  });
  const figured = blocks.flatMap(({ rows }) => rows.map(({ figure }) => figure));
  const changes = changesOf(figured, before, moments.since ?? "", words);
  const everybody = first === undefined ? [] : rowsOf(members, first, whole, at, words, standings);
  const tiers = tiersOf(everybody);
  const tested = everybody.some(
    ({ difference }) => difference !== null && difference.verdict !== "untested",
  );
  const hidden = (blocks[0]?.rows ?? []).filter(({ figure }) => figure?.hidden);
  const findEarlier =
    wave === null || first === undefined
      ? () => null
      : await earlierFigures(
          db,
          viewer,
          {
            populations: hidden.map(({ population }) => population.key),
            measure: first,
            wave,
            waves,
            between,
          },
          words,
        );
  const opened = populations.find(({ key }) => key === group?.value) ?? null;
  const wholePopulation = populations.find(({ key }) => key === whole);
  return {
    wave: wave && { key: wave.key, name: nameIn(words, wave) },
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    compared: moments.comparedWave && {
      key: moments.comparedWave.key,
      name: nameIn(words, moments.comparedWave),
    },
    since: moments.since,
    week: week?.week ?? null,
    among: group?.value ?? null,
    amongName: group?.label ?? "",
    groups: groupChoices(groups, { at: opened, find }, words),
    wholeName:
      wholePopulation === undefined || whole === "company"
        ? words.t("population.company")
        : nameIn(words, wholePopulation),
    /** Those that can be ticked: of very many some at a time, and always those ticked already. */
    members: [...new Set([...chosen, ...ticked.rows])].map((one) => ({
      key: one.key,
      name: nameIn(words, one),
    })),
    part: ticked.part,
    chosen: chosen.map(({ key }) => key),
    tooMany: wanted.length > SIDE_BY_SIDE,
    measures: measures.map((one) => ({ value: one, label: names[one] ?? one, depth: 0 })),
    names,
    blocks: blocks.map((block) => ({ ...block, rows: block.rows.map(withChange) })),
    tiers: {
      ...namedTiers(tiers),
      tested,
      sentence: sayTiers(tiers, tested, words),
      method: tested ? sayTierMethod(standings.teams(first ?? ""), words) : null,
    },
    funnel: first === undefined ? null : funnelOf(members, first, whole, { at, standings, words }),
    changes:
      first === undefined || moments.since === null
        ? null
        : slopesOf(chosen, first, changes, { now: at, before }, words),
    ladders: first === undefined ? [] : laddersOf(hidden, first, at, findEarlier),
    /** Those of which this viewer may read a page of their own. */
    own: members.filter((one) => hasPage(viewer, one)).map(({ key }) => key),
    lead: leadOf(names[first ?? ""] ?? "", tiers, tested, words),
  };

  /** Beside how it differs from the rest, how it moved. */
  function withChange(row: TeamRow): TeamRow {
    const change = changes.find(
      ({ population, measure }) =>
        population.key === row.population.key && measure === row.figure?.measure,
    );
    return change === undefined ? row : { ...row, said: [...row.said, change.sentence] };
  }
}

/** A team's own page goes into its questions: whoever sees headlines of a neighbour has none of it. */
export function hasPage(viewer: Viewer, population: Population): boolean {
  return (
    ["unit", "site"].includes(population.kind) &&
    may(viewer, { do: "read-figure", population, measure: "question" })
  );
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

import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { submitAnswers } from "#db/records/submit-answers.ts";
import type { Context } from "#jobs/context.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { makeAskedCompany, makePosts, questions, weekKeys } from "./hostile-company.ts";
import type { Team } from "./make-company.ts";

/** Who answered what, and who posted: all there is to exchange. */
export interface Told {
  /** By person; who is not there did not answer. */
  readonly answers: ReadonlyMap<number, readonly number[]>;
  readonly posted: ReadonlySet<number>;
}

/** Somebody in a team too small to show, beside another one of the same unit, site and segments. */
export interface Twin {
  readonly id: number;
  readonly team: string;
}

export interface TwinCompany {
  readonly teams: Readonly<Record<string, Team>>;
  readonly told: Told;
  /** People who can be exchanged, a list for each unit. */
  readonly small: readonly (readonly Twin[])[];
  /** Two teams as large as each other: four answered in the first, nobody in the second. */
  readonly halves: readonly (readonly [readonly number[], readonly number[]])[];
}

const sizes = { large: 23, middle: 12, small: 3, little: 4, tiny: 4, four: 6, none: 6 };

/** Three units at a site each, with every size of team in each; the answers are of this seed. */
export function inventTwins(seed: number): TwinCompany {
  const draw = chance(seed);
  const teams: Record<string, Team> = {};
  const answers = new Map<number, readonly number[]>();
  const posted = new Set<number>();
  const small: Twin[][] = [];
  const halves: [number[], number[]][] = [];
  let id = 0;
  for (const unit of ["mills", "yards", "docks"]) {
    const site = `${unit}-site`;
    teams[unit] = { people: 0, site };
    const members = new Map<string, number[]>();
    for (const [name, many] of Object.entries(sizes)) {
      teams[`${unit}-${name}`] = { people: many, within: unit, site };
      const team: number[] = [];
      members.set(name, team);
      for (let place = 1; place <= many; place += 1) {
        id += 1;
        team.push(id);
        const isTold = name === "four" ? place <= 4 : name !== "none" && draw() < 0.9;
        if (isTold)
          answers.set(
            id,
            questions.map(({ low, high }) => between(low, high, draw)),
          );
        if (draw() < 0.45) posted.add(id);
      }
    }
    small.push(
      ["small", "little", "tiny"].flatMap((team) =>
        (members.get(team) ?? []).map((one) => ({ id: one, team })),
      ),
    );
    halves.push([members.get("four") ?? [], members.get("none") ?? []]);
  }
  return { teams, told: { answers, posted }, small, halves };
}

/** Everything exchanged between pairs of people: what each answered, or whether they posted. */
export function exchanged(
  { answers, posted }: Told,
  pairs: readonly (readonly [number, number])[],
  what: "answers" | "activity",
): Told {
  const other = new Map(pairs.flatMap(([one, two]) => [[one, two] as const, [two, one] as const]));
  const instead = (id: number) => other.get(id) ?? id;
  return {
    answers:
      what === "answers" ? new Map([...answers].map(([id, one]) => [instead(id), one])) : answers,
    posted: what === "activity" ? new Set([...posted].map(instead)) : posted,
  };
}

/** Puts the company into a database and opens the wave; returns each person's code. */
export async function openTwins(
  owner: Db,
  context: Context,
  { teams }: TwinCompany,
): Promise<ReadonlyMap<number, string>> {
  await makeAskedCompany(owner, teams);
  await sql`delete from records.wave where key <> '2026-03'`.execute(owner);
  const invitations = await openWave(context, { wave: "2026-03" });
  return new Map(invitations.map(({ personId, code }) => [personId, code]));
}

/** Has people answer and post, closes the wave, and releases it and the weeks. */
export async function releaseTwins(
  context: Context,
  codes: ReadonlyMap<number, string>,
  { answers, posted }: Told,
): Promise<void> {
  // In the order of people: what was handed in first is no difference between twins.
  const handedIn = [...answers]
    .toSorted(([a], [b]) => a - b)
    .map(([id, told]) => ({
      code: codes.get(id) ?? "",
      answers: Object.fromEntries(told.map((one, at) => [at + 1, one])),
    }));
  const outcomes = await submitAnswers(context.db, handedIn);
  if ((outcomes.get("accepted") ?? 0) !== handedIn.length) throw new Error("an answer was refused");
  await closeWave(context, { wave: "2026-03" });
  // Four weeks: enough for what looks four weeks back.
  await makePosts(
    context.db,
    [...posted].toSorted((a, b) => a - b),
    weekKeys.slice(-4),
  );
  await rollUp.run(context);
  await release.run(context);
}

/** Always the same numbers from 0 to 1 for a seed. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function between(low: number, high: number, draw: () => number): number {
  return low + Math.floor(draw() * (high - low + 1));
}

import { sql } from "kysely";
import { unpackChoices, unpackRank } from "#app/model/answer-forms.ts";
import type { Option } from "#app/model/questionnaire.ts";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import type { Db } from "../client.server.ts";

interface Asked {
  readonly position: number;
  readonly item: string;
  readonly kind: "agreement" | "single" | "multiple" | "rank";
  readonly low: number | null;
  readonly high: number | null;
  readonly reversed: boolean;
  readonly sensitive: boolean;
  readonly options: readonly Option[] | null;
}

interface Answered {
  readonly cell: number;
  readonly value: number;
  readonly n: number;
  readonly whole: number | null;
}

/** A measure of a question, and whether an answer counts towards it. */
interface Told extends Pick<MeasureCount, "measure" | "partWith" | "aside"> {
  readonly counts: (value: number) => boolean;
}

/**
 * How answers fall, question by question: the unfavourable beside the favourable ones that were judged
 * before, and the share of people who chose each option (of a rank, who put it first). The options of
 * one question are one family: shown, rounded and hidden together.
 */
export async function* readChoiceFamilies(
  db: Db,
  waveId: number,
): AsyncGenerator<readonly MeasureCount[]> {
  const { rows: questions } = await sql<Asked>`
    select q.position, item.key as item, q.kind, q.low, q.high, q.reversed, q.sensitive, q.options
    from records.wave w
    join records.question q on q.version_id = w.version_id
    join records.item item on item.id = q.item_id
    where w.id = ${waveId} and q.kind in ('agreement', 'single', 'multiple', 'rank')
    order by q.position`.execute(db);
  for (const asked of questions) {
    const told = toldOf(asked);
    const { rows: answers } = await sql<Answered>`
      select a.cell, a.value, a.n, p.invited as whole
      from counts.answer_cell a
      join counts.participation_cell p using (wave_id, cell)
      where a.wave_id = ${waveId} and a.position = ${asked.position}
      order by a.cell, a.value`.execute(db);
    if (answers.length === 0 || told.length === 0) continue;
    yield told.map(({ counts, ...measure }) => ({
      ...measure,
      form: "share",
      rule: "answers",
      distribution: true,
      family: told[0]?.measure ?? measure.measure,
      low: 0,
      high: 1,
      sensitive: asked.sensitive,
      cells: cellsOf(answers, counts),
    }));
  }
}

function toldOf({ item, kind, low, high, reversed, options }: Asked): readonly Told[] {
  if (kind === "agreement") {
    if (low === null || high === null) return [];
    const along = (value: number) => (reversed ? high - value : value - low) / (high - low);
    const partWith = `question:${item}`;
    return [
      { measure: `unfavourable:${item}`, partWith, counts: (value) => along(value) < 0.4 },
      {
        measure: `neutral:${item}`,
        partWith,
        aside: true,
        counts: (value) => along(value) >= 0.4 && along(value) <= 0.6,
      },
    ];
  }
  const offered = options ?? [];
  const chosen = (value: number): readonly number[] => {
    if (kind === "single") return offered.flatMap((one, at) => (one.value === value ? [at] : []));
    const places = (kind === "rank" ? unpackRank : unpackChoices)(value, offered.length) ?? [];
    return kind === "rank" ? places.slice(0, 1) : places;
  };
  return offered.map(({ value }, place) => ({
    measure: `option:${item}:${value}`,
    // Whoever ticks several is in several parts: they do not add up to everybody.
    ...(kind === "multiple" ? {} : { partWith: null }),
    counts: (answer) => chosen(answer).includes(place),
  }));
}

function cellsOf(
  answers: readonly Answered[],
  counts: (value: number) => boolean,
): readonly CellCount[] {
  const cells = new Map<number, { n: number; x: number; whole: number | null }>();
  for (const { cell, value, n, whole } of answers) {
    const before = cells.get(cell) ?? { n: 0, x: 0, whole };
    cells.set(cell, { n: before.n + n, x: before.x + (counts(value) ? n : 0), whole });
  }
  return [...cells].map(([cell, { n, x, whole }]) => ({ cell, n, x, squares: null, whole }));
}

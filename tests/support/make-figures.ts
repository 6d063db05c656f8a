import type { Form } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { wilson } from "#app/statistics/interval.ts";
import type { Db } from "#db/client.server.ts";
import { defineBarometer, defineWave } from "#db/records/define-barometer.ts";

/** A population of an invented company; `under` is its parent's key, the company itself has none. */
export function population(
  key: string,
  name: string,
  { under, cut }: { readonly under?: Population; readonly cut?: string } = {},
): Population {
  const kind = key === "company" ? key : (key.split(":")[0] as Population["kind"]);
  const segment = kind === "segment" ? key.split(":")[1] : undefined;
  return {
    kind,
    key,
    parentKey: kind === "company" ? null : (under?.key ?? "company"),
    cut: cut ?? segment ?? (kind === "site" ? "site" : "organisation"),
    names: { fr: name, en: name },
    path: kind === "company" ? [key] : [...(under?.path ?? ["company"]), key],
  };
}

/** One figure as it is released. Without `n` or `band` it is hidden. */
export interface MadeFigure {
  readonly population: string;
  readonly measure: string;
  readonly form?: Form;
  readonly value?: number;
  readonly n?: number;
  readonly band?: "5-9" | "10-19";
  readonly low?: number;
  readonly high?: number;
  /** All that is released of the value, which is then its middle. */
  readonly within?: readonly [least: number, most: number];
}

export interface MadeRelease {
  readonly wave?: string;
  readonly week?: string;
  readonly releasedAt: string;
  readonly populations: readonly Population[];
  readonly figures: readonly MadeFigure[];
  readonly without?: readonly string[];
  readonly supersedes?: number;
  /** The day whose units a wave is told by. */
  readonly asOf?: string;
}

/** Measures that count everybody: they have no interval. */
const complete =
  /^(participation|adoption|active|messages|reached|across-|with:|ties-|post-|posts-|questions-answered)/;

/** Puts a release into the database as the night would, and returns its id. */
export async function makeRelease(db: Db, made: MadeRelease): Promise<number> {
  const wave =
    made.wave === undefined
      ? null
      : await db
          .selectFrom("records.wave")
          .select("id")
          .where("key", "=", made.wave)
          .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("figures.release")
    .values({
      kind: wave ? "wave" : "week",
      waveId: wave?.id ?? null,
      week: made.week ?? null,
      policyVersion: 1,
      supersedes: made.supersedes ?? null,
      asOf: made.asOf ?? null,
      without: made.without ?? [],
      releasedAt: new Date(made.releasedAt),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const numbers = new Map(made.populations.map(({ key }, index) => [key, index + 1]));
  const populations = made.populations.map((one, index) => ({
    ...one,
    releaseId: id,
    population: index + 1,
    names: JSON.stringify(one.names),
  }));
  for (const some of handfuls(populations)) {
    await db.insertInto("figures.population").values(some).execute();
  }
  const rows = made.figures.map((figure) => ({
    releaseId: id,
    population: numbers.get(figure.population) ?? 0,
    ...released(figure),
  }));
  for (const some of handfuls(rows)) {
    await db.insertInto("figures.figure").values(some).execute();
  }
  return id;
}

/** As many rows as one statement has room for. */
function* handfuls<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000);
}

function released(figure: MadeFigure) {
  const { measure, form = "share", n, band, low, high, within } = figure;
  const value = within === undefined ? figure.value : (within[0] + within[1]) / 2;
  const hidden = value === undefined || (n === undefined && band === undefined);
  if (hidden) {
    const nothing = { n: null, band: null, value: null, low: null, high: null };
    return { measure, form, hidden, ...nothing, least: null, most: null };
  }
  const base = n ?? Number(band?.split("-")[0]);
  const interval =
    form === "share" && !complete.test(measure) ? wilson(Math.round(value * base), base) : null;
  return {
    measure,
    form,
    hidden,
    n: n ?? null,
    band: n === undefined ? (band ?? null) : null,
    value,
    low: low ?? interval?.[0] ?? null,
    high: high ?? interval?.[1] ?? null,
    least: within?.[0] ?? null,
    most: within?.[1] ?? null,
  };
}

export interface MadeWave {
  readonly key: string;
  readonly name: string;
  readonly closedAt: string;
  /** Item keys and their wordings, in the order they were asked. */
  readonly questions?: Readonly<Record<string, string>>;
}

/** A wave that has been released, with a questionnaire of its own. */
export async function makeWave(db: Db, made: MadeWave): Promise<void> {
  const names = { fr: made.name, en: made.name };
  const barometer = `asked-in-${made.key}`;
  await defineBarometer(db, {
    key: barometer,
    names,
    questions: Object.entries(made.questions ?? {}).map(([item, wording]) => ({
      item,
      kind: "agreement",
      low: 1,
      high: 5,
      wordings: { fr: wording, en: wording },
    })),
  });
  const closedAt = new Date(made.closedAt);
  const openedAt = new Date(closedAt.getTime() - 18 * 86_400_000);
  await defineWave(db, {
    key: made.key,
    barometer,
    names,
    mode: "confidential",
    openedAt,
    closedAt,
    state: "closed",
  });
  await db
    .updateTable("records.wave")
    .set({ state: "released" })
    .where("key", "=", made.key)
    .execute();
}

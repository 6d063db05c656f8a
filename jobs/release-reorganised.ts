import { dayIn } from "#app/model/period.ts";
import type { Reorganised } from "#app/model/reorganised.ts";
import { judgeFurther } from "#app/privacy/further.ts";
import { type Lattice, withAdded } from "#app/privacy/lattice.ts";
import type { Solver } from "#app/privacy/solver.ts";
import type { Db } from "#db/client.server.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { copyFigures, openRelease, writeFigures } from "#db/records/write-release.ts";
import { countAnswers } from "#db/rollups/count-answers.ts";
import {
  isCounted,
  keepToldSince,
  type ReorganisedWave,
  readReorganised,
  wavesLeftBehind,
} from "#db/rollups/reorganised-waves.ts";
import { readWaveFamilies } from "#db/rollups/wave-counts.ts";
import type { Context } from "./context.ts";
import { readTold, type Told } from "./told-of-wave.ts";

/**
 * Tells the waves before a reorganisation once more, by the units there are since: a unit that is
 * the same people as before keeps its figures, whatever it is called; every other is judged beside
 * all that is out. Once a reorganisation and wave. Returns how many waves.
 */
export async function releaseReorganised(context: Context, solver: Solver): Promise<number> {
  const { db, now, timeZone } = context;
  let written = 0;
  for (const wave of await wavesLeftBehind(db, { today: dayIn(timeZone, now), timeZone })) {
    const isWritten = await db.transaction().execute((trx) => tell(trx, context, solver, wave));
    if (isWritten) written += 1;
  }
  return written;
}

async function tell(
  db: Db,
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  solver: Solver,
  wave: ReorganisedWave,
): Promise<boolean> {
  const told = await readTold(db, wave);
  const units = (await readReorganised(db, wave)).map((unit, index) => ({
    ...unit,
    number: index + 1,
  }));
  if (!wave.isToldAgain && isUnchanged(units, told)) return false;
  const { version, thresholds } = await currentPolicy(db);
  const release = await openRelease(db, {
    subject: { waveId: wave.id },
    policyVersion: version,
    without: [],
    releasedAt: now,
    timeZone,
    asOf: wave.asOf,
    populations: new Map(units.map(({ number, cells: _, ...unit }) => [number, unit])),
  });
  const known = samePeople(told, wave.releaseId);
  const copies = units.flatMap(({ number, cells }) => {
    const same = known.get(cells.join(" "));
    return same === undefined ? [] : { population: number, ...same };
  });
  await copyFigures(db, release, copies);
  const fresh = units.filter(({ cells }) => !known.has(cells.join(" ")));
  if (fresh.length === 0) return true;
  // Forgotten by now, perhaps: the answers are still there, by cell, and are forgotten again tonight.
  if (!(await isCounted(db, wave.id))) await countAnswers(db, wave.id);
  const first = Math.max(0, ...told.lattice.numbers) + 1;
  const added = fresh.map((unit, index) => ({ ...unit, population: first + index }));
  await judgeFurther(
    solver,
    {
      lattice: withAdded(told.lattice, added),
      added: new Set(added.map(({ population }) => population)),
      written: told.written,
    },
    readWaveFamilies(db, wave.id),
    thresholds,
    (figures) =>
      writeFigures(
        db,
        release,
        figures.map((one) => ({ ...one, population: added[one.population - first]?.number ?? 0 })),
      ),
  );
  await keepToldSince(
    db,
    release,
    added.map((unit) => ({ ...unit, population: unit.number })),
  );
  return true;
}

type Numbered = Reorganised & { readonly number: number };

/** Whether the units are those of the frame. */
function isUnchanged(units: readonly Numbered[], { lattice }: Told): boolean {
  const said = ({ key, parentKey }: Reorganised, cells: readonly number[]) =>
    `${key} ${parentKey} ${cells.join(" ")}`;
  const were = unitsOf(lattice).map(({ unit, cells }) => said(unit as Reorganised, cells));
  const are = units.map((unit) => said(unit, unit.cells));
  return were.toSorted().join("\n") === are.toSorted().join("\n");
}

/** By the cells they are made of: the populations whose figures can be repeated. */
function samePeople({ lattice, since }: Told, asWas: number) {
  const known = new Map<string, { readonly releaseId: number; readonly from: number }>();
  for (const { number, cells } of unitsOf(lattice)) {
    const added = since.find(({ population }) => population === number);
    known.set(
      cells.join(" "),
      added === undefined
        ? { releaseId: asWas, from: number }
        : { releaseId: added.releaseId, from: added.from },
    );
  }
  return known;
}

/** The units of a lattice, with the numbers of their cells. */
function unitsOf({ numbers, populations, places, table }: Lattice) {
  const cellAt = new Map([...places].map(([cell, place]) => [place, cell]));
  return numbers.flatMap((number, place) => {
    const unit = populations.get(number);
    const cells = (table.cells[place] ?? []).flatMap((at) => cellAt.get(at) ?? []);
    return unit?.kind === "unit" ? [{ number, unit, cells: cells.toSorted((a, b) => a - b) }] : [];
  });
}

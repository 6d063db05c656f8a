import type { Sample } from "#app/model/wave.ts";
import type { CountedCell } from "#app/privacy/cells.ts";
import { drawSample } from "#app/privacy/draw-sample.server.ts";
import { allocate } from "#app/statistics/sample.ts";
import type { Db } from "#db/client.server.ts";
import { optionsOfSegment } from "#db/intake/draw.ts";
import type { Invitee } from "#db/intake/open-wave.ts";

/** A part of the company gives at least this many people, or all it has: fewer would show nothing. */
const LEAST_OF_A_PART = 10;

interface Invited {
  readonly invitees: readonly Invitee[];
  readonly combinations: readonly CountedCell[];
}

/**
 * Those of the invited who are drawn, and how many of them share each combination; everybody without
 * a sample. Whoever is not drawn is not invited: the frame is the sample.
 */
export async function sampled(
  db: Db,
  sample: Sample | null,
  { invitees, combinations }: Invited,
): Promise<Invited> {
  if (sample === null) return { invitees, combinations };
  const partOf = await partsBy(db, sample.by);
  const parts = new Map<string, Invitee[]>();
  for (const invitee of invitees) {
    const combination = combinations[invitee.combination];
    const part = combination === undefined ? "" : partOf(combination);
    const known = parts.get(part);
    if (known === undefined) parts.set(part, [invitee]);
    else known.push(invitee);
  }
  const strata = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, people]) => people);
  const draws = allocate(
    strata.map(({ length }) => ({ people: length })),
    sample.share,
    LEAST_OF_A_PART,
  );
  const drawn = drawSample(
    strata.map((people, at) => ({ people, draw: draws[at] ?? 0 })),
    sample.seed,
  ).toSorted((a, b) => a.personId - b.personId);

  const places = new Map<number, number>();
  const counted: { -readonly [Key in keyof CountedCell]: CountedCell[Key] }[] = [];
  const moved = drawn.flatMap((invitee) => {
    const before = combinations[invitee.combination];
    if (before === undefined) return [];
    const place = places.get(invitee.combination) ?? counted.length;
    places.set(invitee.combination, place);
    const known = counted[place];
    if (known === undefined) counted.push({ ...before, invited: 1 });
    else known.invited += 1;
    return [{ ...invitee, combination: place }];
  });
  return { invitees: moved, combinations: counted };
}

async function partsBy(db: Db, by: string | null): Promise<(cell: CountedCell) => string> {
  if (by === null) return () => "";
  if (by === "unit") return ({ unitId }) => String(unitId);
  if (by === "site") return ({ siteId }) => String(siteId);
  const options = await optionsOfSegment(db, by);
  if (options.length === 0) throw new Error(`There is no segment "${by}" to draw a sample by.`);
  return (cell) => String(cell.options.find((option) => options.includes(option)) ?? "");
}

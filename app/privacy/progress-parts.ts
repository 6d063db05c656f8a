import type { Range } from "./precision.ts";
import { shownProgress } from "./progress.ts";

/** The people of one unit right below the top who are at one site; null where there is none. */
export interface ProgressCell {
  readonly unit: string | null;
  readonly site: string | null;
  readonly invited: number;
  readonly answered: number;
}

/** So many people, or none, have to be left of whatever two ranges can be laid beside each other. */
const LEFT_OVER = 10;
/** What two populations that cross do not share: all of it answering, or none, is no everyday thing. */
const APART = 40;

/**
 * What is told of a wave that is open, by key: the company, its top units, and the sites that can stand
 * beside them. It is decided by who is invited, never by who has answered, so that what is left out
 * tells nothing: where a site and a unit are the same people but for a few, the unit is told; where a
 * few would be left when the parts of a whole are taken away, the smallest part is left out.
 */
export function progressToTell(
  cells: readonly ProgressCell[],
  fewest: number,
): readonly { readonly key: string; readonly within: Range }[] {
  const within = (some: readonly ProgressCell[]) =>
    shownProgress({ invited: sum(some, "invited"), answered: sum(some, "answered") }, fewest);
  const whole = within(cells);
  if (whole === null) return [];
  const partsBy = (cut: "unit" | "site"): readonly Part[] => {
    const keys = new Set(cells.flatMap((cell) => cell[cut] ?? []));
    return [...keys]
      .map((key) => ({ key, cut, inside: cells.filter((cell) => cell[cut] === key) }))
      .filter(({ inside }) => within(inside) !== null);
  };
  const all: Part = { key: "company", cut: "company", inside: cells };
  const units = withoutSmallRest(all, partsBy("unit"));
  let sites: readonly Part[] = partsBy("site").filter((site) =>
    [all, ...units].every((other) => canStandBeside(site, other)),
  );
  for (const other of [all, ...units]) sites = withoutSmallRest(other, sites);
  sites = sites.filter((site) => withoutSmallRest(site, units).length === units.length);
  const told = [[all, ...units, ...sites], [all, ...units], [all]].find(
    (parts) => !isGivenAway(parts.map(bounded)),
  );
  return (told ?? [all]).flatMap(({ key, inside }) => {
    const range = within(inside);
    return range === null ? [] : [{ key, within: range }];
  });

  function bounded(part: Part): Bounded {
    const [least, most] = within(part.inside) ?? [0, 1];
    const invited = invitedOf(part);
    // As many as the range leaves open, in whole people.
    const first = Math.ceil(least * invited - 1e-6);
    return {
      ...part,
      invited,
      least: first,
      most: most >= 1 ? invited : Math.ceil(most * invited - 1e-6) - 1,
    };
  }
}

interface Part {
  readonly key: string;
  readonly cut: "company" | "unit" | "site";
  readonly inside: readonly ProgressCell[];
}

/** Parts of a whole, the smallest left out while a few people of it would be in none of them. */
function withoutSmallRest(whole: Part, parts: readonly Part[]): readonly Part[] {
  const inWhole = parts.filter(({ inside }) => inside.every((cell) => whole.inside.includes(cell)));
  const rest = invitedOf(whole) - inWhole.reduce((total, part) => total + invitedOf(part), 0);
  if (inWhole.length === 0 || rest === 0 || rest >= LEFT_OVER) return parts;
  const smallest = inWhole.reduce((a, b) => (invitedOf(b) < invitedOf(a) ? b : a));
  return withoutSmallRest(
    whole,
    parts.filter((part) => part !== smallest),
  );
}

function canStandBeside(site: Part, unit: Part): boolean {
  const beyond = (one: Part, other: Part) =>
    sum(
      one.inside.filter((cell) => !other.inside.includes(cell)),
      "invited",
    );
  const [here, there] = [beyond(site, unit), beyond(unit, site)];
  if (here === invitedOf(site)) return true;
  return Math.min(here, there) === 0 ? here + there >= LEFT_OVER : here + there >= APART;
}

function invitedOf({ inside }: Part): number {
  return sum(inside, "invited");
}

function sum(cells: readonly ProgressCell[], of: "invited" | "answered"): number {
  return cells.reduce((total, cell) => total + cell[of], 0);
}

/** A part with the fewest and the most who can have answered there, by the range that is told. */
interface Bounded extends Part {
  readonly invited: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Whether these ranges together tell that everybody somewhere has answered, or nobody: of a part, of
 * what is left of a whole without its parts, or of what one of two that cross does not share.
 */
function isGivenAway(parts: readonly Bounded[]): boolean {
  return parts.some((whole) => {
    const inside = parts.filter(
      (part) => part !== whole && part.inside.every((cell) => whole.inside.includes(cell)),
    );
    const families = ["unit", "site"].map((cut) => inside.filter(({ cut: own }) => own === cut));
    return (
      families.some((family) => isFamilyGivenAway(whole, family)) ||
      parts.some((other) => other !== whole && isCrossingGivenAway(whole, other))
    );
  });
}

function isFamilyGivenAway(whole: Bounded, family: readonly Bounded[]): boolean {
  const all = (of: "invited" | "least" | "most") => family.reduce((sum, one) => sum + one[of], 0);
  const [invited, least, most] = [all("invited"), all("least"), all("most")];
  const rest = whole.invited - invited;
  const isRestKnown = isPinned(rest, whole.least - most, whole.most - least);
  return (
    isRestKnown ||
    family.some((one) =>
      isPinned(
        one.invited,
        whole.least - (most - one.most) - rest,
        whole.most - (least - one.least),
      ),
    )
  );
}

function isCrossingGivenAway(one: Bounded, other: Bounded): boolean {
  const shared = sum(
    one.inside.filter((cell) => other.inside.includes(cell)),
    "invited",
  );
  const [here, there] = [one.invited - shared, other.invited - shared];
  return isPinned(
    here,
    one.least - Math.min(shared, other.most),
    one.most - Math.max(0, other.least - there),
  );
}

function isPinned(people: number, least: number, most: number): boolean {
  return people > 0 && (least >= people || most <= 0);
}

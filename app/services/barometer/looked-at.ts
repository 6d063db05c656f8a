import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { type Organisation, waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { startingPopulation } from "../choices.ts";
import { type Disclosed, lookup, populationsOf, shown } from "../disclosed.ts";
import { DESK, FRONTLINE, within } from "./dials.ts";
import type { Moments } from "./moments.ts";
import { trended } from "./over-time.ts";
import { partsOf } from "./parts.ts";

/** What the page opens with. */
export const headline = [...trended, "adoption"];

interface Wanted {
  readonly measures?: readonly string[];
  readonly populations?: readonly string[];
  readonly parents?: readonly string[];
  readonly crossed?: boolean;
}

/** Reads the figures of a moment, as far as the viewer may see them. */
export type FiguresAt = (
  which: Pick<Moments, "wave" | "week">,
  wanted: Wanted,
) => Promise<readonly Disclosed[]>;

export function figuresFor(db: Db, viewer: Viewer, organisation: Organisation): FiguresAt {
  return async ({ wave, week }, wanted) => {
    const [answers, activity] = await Promise.all([
      wave && waveFigures(db, { ...wanted, organisation, waves: [wave.key] }),
      week &&
        weekFigures(db, { ...wanted, measures: ["adoption"], from: week.week, to: week.week }),
    ]);
    return [...(answers?.disclose(viewer) ?? []), ...(activity?.disclose(viewer) ?? [])];
  };
}

interface Looking {
  readonly db: Db;
  readonly moments: Moments;
  readonly organisation: Organisation;
  readonly figuresAt: FiguresAt;
}

/**
 * Whom the page is about, what they are divided into, and everybody whose figures it needs; null when
 * the address leads to nobody this viewer may see.
 */
export async function readLookedAt(
  viewer: Viewer,
  asked: { readonly population: string | null; readonly by: string | null },
  { db, moments, organisation, figuresAt }: Looking,
) {
  const headlines = await figuresAt(moments, { measures: headline, crossed: false });
  const populations = populationsOf(headlines);
  const population =
    asked.population === null
      ? startingPopulation(viewer, populations)
      : (populations.find(({ key }) => key === asked.population) ?? null);
  if (population === null && (asked.population !== null || populations.length > 0)) return null;
  const inside = await readInside(population);
  const parts = partsOf(population, [...populations, ...populationsOf(inside)], asked.by);
  const key = population?.key ?? "company";
  const fixed = [key, "company", FRONTLINE, DESK];
  const sites =
    key === "company" ? populations.filter(({ kind }) => kind === "site").map(asUnit) : [];
  const others = [...parts.rows, ...sites].map((one) => one.key);
  const divided = [within(key, FRONTLINE), within(key, DESK)];
  return {
    headlines,
    populations,
    population,
    parts,
    key,
    sites,
    /** Populations that are always there. */
    fixed,
    /** All of those whose figures are read. */
    around: [...new Set([...fixed, ...others, ...divided])],
  };

  /**
   * The unit that is a site's people under the same name, in its place: told finer, and the one that
   * actions and marks are about.
   */
  function asUnit(site: Population): Population {
    const invited = invitedIn(site);
    const unit = populations.find(
      (one) => one.kind === "unit" && one.names.fr === site.names.fr && invitedIn(one) === invited,
    );
    return invited === null ? site : (unit ?? site);
  }

  function invitedIn({ key: of }: Population): number | null {
    const base = shown(lookup(headlines)(of, "participation"))?.base;
    return base && "exact" in base ? base.exact : null;
  }

  /** The segments within a unit. */
  async function readInside(unit: Population | null): Promise<readonly Disclosed[]> {
    if (unit?.kind !== "unit" || moments.wave === null) return [];
    const wanted = { measures: headline, parents: [unit.key], crossed: true };
    const sealed = await waveFigures(db, { ...wanted, organisation, waves: [moments.wave.key] });
    return sealed.disclose(viewer);
  }
}

import { headlineMeasures, type MeasureName } from "./measure.ts";
import type { Population } from "./population.ts";

export const roles = [
  "director",
  "manager",
  "analyst",
  "administrator",
  "auditor",
  "moderator",
] as const;
export type Role = (typeof roles)[number];

export interface Scope {
  readonly kind: "company" | "unit" | "site" | "legal-entity";
  /** As in a population's path: `company`, `unit:<key>`, `site:<key>`, `legal-entity:<name>`. */
  readonly key: string;
  /** Keys from the company down to the scope, in the last released organisation. */
  readonly path: readonly string[];
}

/** Whoever is looking, with the roles and scopes that are valid today. */
export interface Viewer {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: "fr" | "en";
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
}

/** What can be done here. Every right of the product is one of these. */
export type Deed =
  | { readonly do: "read-figure"; readonly population: Population; readonly measure: MeasureName }
  | { readonly do: "read-comments"; readonly population: Population }
  | { readonly do: "read-actions"; readonly population: Population }
  | { readonly do: "write-actions"; readonly population: Population }
  | { readonly do: "read-progress"; readonly population: Population }
  | { readonly do: "read-groups"; readonly privacy: "open" | "closed" }
  | { readonly do: "read-guesses" }
  | { readonly do: "give-guesses" }
  | { readonly do: "read-page"; readonly page: Page }
  | { readonly do: "export-figures" }
  | { readonly do: "administer" };

export type Page =
  | "barometer"
  | "connection"
  | "adoption"
  | "comments"
  | "actions"
  | "views"
  | "moderation"
  | "teams"
  | "exports"
  | "networks"
  | "accounts"
  | "settings"
  | "waves";

const pageReaders: Readonly<Record<Page, readonly Role[]>> = {
  barometer: ["director", "manager", "analyst"],
  connection: ["director", "manager", "analyst"],
  adoption: ["director", "manager", "analyst"],
  comments: ["director", "manager"],
  actions: ["director", "manager"],
  views: ["director", "manager", "analyst"],
  moderation: ["moderator"],
  teams: ["director", "manager", "analyst"],
  exports: ["director", "analyst"],
  networks: ["administrator", "auditor"],
  accounts: ["administrator"],
  settings: ["administrator"],
  waves: ["administrator", "director", "manager"],
};

/**
 * The one function that decides every right. What it refuses is answered exactly like what does
 * not exist. Results are read by directors, managers and analysts within their scopes; an
 * administrator or an auditor reads none unless they also hold one of those roles. A moderator reads
 * the comments that wait for a person, and must be none of those who read results: whoever decides
 * what is shown is not whom it is shown to.
 */
export function may(viewer: Viewer, deed: Deed): boolean {
  const has = (...wanted: readonly Role[]) => wanted.some((role) => viewer.roles.includes(role));
  const readsResults = has("director", "manager", "analyst");
  switch (deed.do) {
    case "read-page":
      return has(...pageReaders[deed.page]) && !(deed.page === "moderation" && readsResults);
    case "export-figures":
      return has("director", "analyst");
    case "administer":
      return has("administrator");
    case "give-guesses":
      return has("director", "manager");
    // Groups belong to no unit. Of closed ones a purpose and a size are told, to whoever directs all.
    case "read-groups":
      return (
        (deed.privacy === "open" ? readsResults : has("director")) &&
        viewer.scopes.some(({ kind }) => kind === "company")
      );
    case "read-guesses":
      return has("director", "analyst") && viewer.scopes.some(({ kind }) => kind === "company");
    // Who looks after a wave sees how many have answered, and of results nothing.
    case "read-progress":
      return (
        has("administrator") ||
        (has("director", "manager") &&
          viewer.scopes.some(
            ({ kind, key, path }) =>
              kind === "company" ||
              deed.population.path.includes(key) ||
              path.includes(deed.population.key),
          ))
      );
    // Whoever leads a part of the company says what is done there, and reads it.
    case "read-actions":
    case "write-actions":
    case "read-comments":
      return (
        has("director", "manager") &&
        viewer.scopes.some(
          ({ kind, key }) => kind === "company" || deed.population.path.includes(key),
        )
      );
    case "read-figure":
      return (
        readsResults && viewer.scopes.some((scope) => reaches(scope, deed.population, deed.measure))
      );
  }
}

/**
 * Everything inside the scope; and, above it and next to it (ancestors, and siblings of its own
 * kind), the headline measures and nothing finer.
 */
function reaches(
  scope: Scope,
  { kind, key, path, parentKey }: Population,
  measure: string,
): boolean {
  if (scope.kind === "company" || path.includes(scope.key)) return true;
  if (!headlineMeasures.some((headline) => headline === measure)) return false;
  const ancestors = scope.path.slice(0, -1);
  const isSibling = kind === scope.kind && parentKey !== null && parentKey === ancestors.at(-1);
  return isSibling || ancestors.includes(key);
}

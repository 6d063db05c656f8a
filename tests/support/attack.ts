import loadSolver from "highs";

/** A sum that is known to lie in a range: so much of each part, together from `low` to `high`. */
export interface Known {
  readonly parts: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
}

/** What an attacker puts together: the parts, how large each can be, and what was published. */
export interface Knowledge {
  /** The most each part can be; it is at least 0, and whole. */
  readonly most: ReadonlyMap<string, number>;
  readonly published: readonly Known[];
}

/** Something about a few people that should not be worked out. */
export interface Target {
  readonly name: string;
  readonly parts: ReadonlySet<string>;
}

const solver = await loadSolver();

/**
 * The targets whose sum follows from what was published: the least and the most it can be are the
 * same whole number. Integer programmes, as an attacker with a spreadsheet's solver would set up.
 */
export function pinnedTargets(knowledge: Knowledge, targets: readonly Target[]): readonly string[] {
  return targets.flatMap(({ name, parts }) => {
    const least = extreme("Minimize", knowledge, parts);
    const most = extreme("Maximize", knowledge, parts);
    return least === most ? [`${name} is ${least}`] : [];
  });
}

/** Whether what is known can be true at all. */
export function fits(knowledge: Knowledge): boolean {
  return solve("Minimize", knowledge, new Set()).Status === "Optimal";
}

/** The least or the most that some parts can be together. @throws when nothing fits at all. */
export function extreme(
  sense: "Minimize" | "Maximize",
  knowledge: Knowledge,
  parts: ReadonlySet<string>,
): number {
  const solution = solve(sense, knowledge, parts);
  if (solution.Status !== "Optimal") {
    throw new Error(`What was published fits no company: ${solution.Status}`);
  }
  return Math.round(solution.ObjectiveValue);
}

function solve(
  sense: "Minimize" | "Maximize",
  { most, published }: Knowledge,
  parts: ReadonlySet<string>,
) {
  const names = new Map([...most.keys()].map((part, index) => [part, `v${index}`]));
  const sum = (terms: Iterable<readonly [string, number]>) =>
    [...terms].map(([part, weight]) => `${weight} ${names.get(part)}`).join(" + ");
  const rows = published.flatMap(({ parts: terms, low, high }, index) => [
    ` l${index}: ${sum(terms)} >= ${low}`,
    ` h${index}: ${sum(terms)} <= ${high}`,
  ]);
  return solver.solve(
    [
      ...[sense, ` goal: ${sum([...parts].map((part) => [part, 1] as const)) || "0"}`],
      ...["Subject To", ...rows],
      ...["Bounds", ...[...most].map(([part, size]) => ` 0 <= ${names.get(part)} <= ${size}`)],
      ...["General", ` ${[...names.values()].join(" ")}`, "End"],
    ].join("\n"),
  );
}

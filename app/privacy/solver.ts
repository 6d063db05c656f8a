import type { Range } from "./precision.ts";

/** Some of the unknowns add up to something between two numbers. */
export interface Equation {
  readonly unknowns: readonly number[];
  readonly range: Range;
}

/** Everything somebody knows of some unknowns: how large each can be, and what some add up to. */
export interface Knowledge {
  readonly bounds: readonly Range[];
  readonly equations: readonly Equation[];
  /** The unknowns are whole numbers. */
  readonly whole: boolean;
}

/** One way everything could be: a value for each unknown. */
export type World = ArrayLike<number>;

/** What is known of some unknowns, ready to be asked. */
export interface Questions {
  /** A world in which the sum of these unknowns is smallest; null where nothing fits. */
  least(unknowns: readonly number[]): World | null;
  /** A world in which it is largest. */
  most(unknowns: readonly number[]): World | null;
  /** Knows more, or less, of one unknown from here on. */
  bound(unknown: number, range: Range): void;
  /** Gives its memory back. */
  close(): void;
}

/**
 * Solves linear programmes, in whole numbers where the unknowns are (HiGHS, compiled to
 * WebAssembly). Opening it takes some 50 ms. Whole numbers are asked for only where the extreme without
 * asking is not whole: populations inside each other nearly always give whole ones, ten times as fast.
 */
export async function openSolver(): Promise<Solver> {
  const { default: load } = await import("highs");
  const highs = await load();
  const { modelStatus, variableType } = highs.constants;

  /** What is known as a model, in whole numbers or not. */
  const modelOf = ({ bounds, equations }: Knowledge, integral: boolean) => {
    const model = highs.createModel({
      numCols: bounds.length,
      numRows: equations.length,
      colCost: bounds.map(() => 0),
      colLower: bounds.map(([least]) => least),
      colUpper: bounds.map(([, most]) => most),
      rowLower: equations.map(({ range }) => range[0]),
      rowUpper: equations.map(({ range }) => range[1]),
      matrix: rows(equations, bounds.length),
      ...(integral ? { integrality: bounds.map(() => variableType.integer) } : {}),
    });
    model.options.set({
      output_flag: false,
      // With ones for every coefficient there is nothing to scale, and little to see beforehand.
      ...(integral ? {} : { presolve: "off", simplex_scale_strategy: 0 }),
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      mip_max_nodes: NODES,
    });
    return {
      model,
      extreme(unknowns: readonly number[], cost: 1 | -1): World | null {
        for (const unknown of unknowns) model.changeColCost(unknown, cost);
        model.run();
        const found = model.getModelStatus() === modelStatus.optimal;
        const values = found ? model.getSolution().colValue : null;
        for (const unknown of unknowns) model.changeColCost(unknown, 0);
        return values;
      },
    };
  };

  return {
    open(knowledge) {
      const bounds = [...knowledge.bounds];
      const relaxed = modelOf(knowledge, false);
      let integral: ReturnType<typeof modelOf> | undefined;
      const extreme = (unknowns: readonly number[], cost: 1 | -1): World | null => {
        const world = relaxed.extreme(unknowns, cost);
        if (!knowledge.whole || world === null) return world;
        if (Array.from(world).every(isWhole)) return Array.from(world, Math.round);
        integral ??= modelOf({ ...knowledge, bounds }, true);
        const found = integral.extreme(unknowns, cost);
        return found === null ? null : Array.from(found, Math.round);
      };
      return {
        least: (unknowns) => extreme(unknowns, 1),
        most: (unknowns) => extreme(unknowns, -1),
        bound(unknown, range) {
          bounds[unknown] = range;
          for (const one of [relaxed, integral]) one?.model.changeColBounds(unknown, ...range);
        },
        close() {
          for (const one of [relaxed, integral]) one?.model.dispose();
        },
      };
    },
  };
}

/** What the solver takes for a whole number. */
const NEARLY = 1e-6;

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= NEARLY;
}

export interface Solver {
  /** The caller closes what it opened. */
  open(knowledge: Knowledge): Questions;
}

/**
 * So much is searched for a world: what is not found in that is taken not to exist, on the safe
 * side. (A number of steps, not a time, so that the same question always has the same answer.)
 */
const NODES = 500;

/** One row an equation, every coefficient one. */
function rows(equations: readonly Equation[], numCols: number) {
  const starts = [0];
  const indices: number[] = [];
  for (const { unknowns } of equations) {
    indices.push(...unknowns.toSorted((a, b) => a - b));
    starts.push(indices.length);
  }
  return {
    format: "csr" as const,
    numRows: equations.length,
    numCols,
    starts,
    indices,
    values: indices.map(() => 1),
  };
}

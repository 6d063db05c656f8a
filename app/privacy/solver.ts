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
 * WebAssembly). Opening it takes some 50 ms.
 */
export async function openSolver(): Promise<Solver> {
  const { default: load } = await import("highs");
  const highs = await load();
  const { modelStatus, variableType } = highs.constants;

  return {
    open({ bounds, equations, whole }) {
      const model = highs.createModel({
        numCols: bounds.length,
        numRows: equations.length,
        colCost: bounds.map(() => 0),
        colLower: bounds.map(([least]) => least),
        colUpper: bounds.map(([, most]) => most),
        rowLower: equations.map(({ range }) => range[0]),
        rowUpper: equations.map(({ range }) => range[1]),
        matrix: rows(equations, bounds.length),
        ...(whole ? { integrality: bounds.map(() => variableType.integer) } : {}),
      });
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
        mip_max_nodes: NODES,
      });
      const extreme = (unknowns: readonly number[], cost: 1 | -1): World | null => {
        for (const unknown of unknowns) model.changeColCost(unknown, cost);
        model.run();
        const found = model.getModelStatus() === modelStatus.optimal;
        const values = found ? model.getSolution().colValue : null;
        for (const unknown of unknowns) model.changeColCost(unknown, 0);
        if (values === null) return null;
        return whole ? Array.from(values, Math.round) : values;
      };
      return {
        least: (unknowns) => extreme(unknowns, 1),
        most: (unknowns) => extreme(unknowns, -1),
        bound: (unknown, [least, most]) => model.changeColBounds(unknown, least, most),
        close: () => model.dispose(),
      };
    },
  };
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

/** What a formula is made of: symbols as they are typed, or a MathML element around other terms. */
export type Term =
  | string
  | {
      readonly element: "mfrac" | "msqrt" | "msub" | "msup" | "msubsup" | "mrow";
      readonly of: readonly Term[];
    };

export const over = (above: Term, below: Term): Term => ({ element: "mfrac", of: [above, below] });

export const root = (...of: readonly Term[]): Term => ({ element: "msqrt", of });

export const sub = (base: Term, index: Term): Term => ({ element: "msub", of: [base, index] });

export const power = (base: Term, exponent: Term): Term => ({
  element: "msup",
  of: [base, exponent],
});

export const sum = (from: Term, to?: Term): Term =>
  to === undefined
    ? { element: "msub", of: ["Σ", from] }
    : { element: "msubsup", of: ["Σ", from, to] };

/** Terms one after the other. */
export const row = (...of: readonly Term[]): Term => ({ element: "mrow", of });

import { createElement, type ReactNode } from "react";
import { useReading } from "./reading.ts";
import type { Term } from "./term.ts";

/**
 * Formulas as MathML, which browsers draw, read aloud and print by themselves. One line a term, so
 * that a narrow screen scrolls as little as it must.
 */
export function Formula({ lines }: { readonly lines: readonly Term[] }) {
  const { language } = useReading();
  return lines.map((line, at) =>
    createElement(
      "math",
      { display: "block", key: at },
      createElement("mrow", null, ...drawn(line, language === "fr" ? "," : ".")),
    ),
  );
}

/** Names are words or letters (with their prime or bar), numbers keep their decimals together. */
const symbol = /[A-Za-zΑ-Ωα-ω][A-Za-zΑ-Ωα-ω0-9]*(?:′|\u0304)*|\d+(?:\.\d+)?|\S/g;

function drawn(term: Term, decimal: string): ReactNode[] {
  if (typeof term !== "string") {
    return [createElement(term.element, null, ...term.of.map((part) => whole(part, decimal)))];
  }
  return (term.match(symbol) ?? []).map((text) => {
    if (/^\d/.test(text)) return createElement("mn", null, text.replace(".", decimal));
    return createElement(/^[A-Za-zΑ-Ωα-ω]/.test(text) ? "mi" : "mo", null, text);
  });
}

/** As one element, which is what fractions and indices are made of. */
function whole(term: Term, decimal: string): ReactNode {
  const parts = drawn(term, decimal);
  return parts.length === 1 ? parts[0] : createElement("mrow", null, ...parts);
}

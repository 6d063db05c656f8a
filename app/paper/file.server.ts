import { csvOf } from "./csv.ts";
import { framed } from "./framed.server.ts";
import { pngOf } from "./png.server.ts";
import type { Sheet } from "./sheet.ts";
import { svgOf } from "./svg.server.ts";

const kinds = ["svg", "png", "csv"] as const;
export type Kind = (typeof kinds)[number];

export interface WrittenFile {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** The chart and the kind that the name of a file asks for; null where it is no such name. */
export function askedFile(name: string): { readonly chart: string; readonly kind: Kind } | null {
  const dot = name.lastIndexOf(".");
  const kind = kinds.find((one) => one === name.slice(dot + 1));
  return dot < 1 || kind === undefined ? null : { chart: name.slice(0, dot), kind };
}

/** A sheet as a file. Decimal commas and semicolons are asked for as they are for an export. */
export function writtenAs(kind: Kind, sheet: Sheet, address: URLSearchParams): WrittenFile {
  switch (kind) {
    case "csv": {
      const separators = address.get("separators") === "comma" ? "comma" : "point";
      return { type: "text/csv; charset=utf-8", body: csvOf(sheet, separators) };
    }
    case "svg":
      return { type: "image/svg+xml; charset=utf-8", body: svgOf(framed(sheet), sheet) };
    case "png": {
      const svg = svgOf(framed(sheet), sheet, { outlined: true });
      return { type: "image/png", body: pngOf(svg) };
    }
  }
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { ImportError } from "../import-error.ts";
import { checkMapping, readMapping } from "./read-mapping.ts";

/** The mappings that come with the product, inside it once it is built. */
const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>("../mappings/*.yaml", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ).map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1, -".yaml".length), text]),
);

const NAME = /^[a-z0-9][a-z0-9-]*$/;

export interface NamedMapping {
  readonly name: string;
  /** `people`, `activity`, … */
  readonly kind: string;
  /** Its first line, when that is a comment. */
  readonly about: string;
  readonly isShipped: boolean;
  readonly text: string;
}

/**
 * Reads a mapping by its path, or by its name: one that the company has saved in `home`, else one of
 * those that come with the product.
 * @throws {ImportError} naming the key that is wrong, or the names there are.
 */
export function findMapping<Shape extends z.ZodType>(
  given: string,
  shape: Shape,
  home: string,
): z.output<Shape> {
  if (!isName(given)) return readMapping(given, shape);
  const named = listMappings(home).find(({ name }) => name === given);
  if (named !== undefined) return checkMapping(parse(named.text), shape, given);
  const names = listMappings(home).map(({ name }) => name);
  throw new ImportError(
    `There is no mapping “${given}”: neither a file of this path, nor one of ${names.join(", ")}.`,
  );
}

/** What `--mapping` may name besides a path; what the company has saved comes before what is shipped. */
export function listMappings(home: string): readonly NamedMapping[] {
  const folder = folderIn(home);
  const saved = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => {
        const name = file.endsWith(".yaml") ? file.slice(0, -".yaml".length) : "";
        return NAME.test(name)
          ? [named(name, readFileSync(join(folder, file), "utf8"), false)]
          : [];
      })
    : [];
  const own = new Set(saved.map(({ name }) => name));
  const others = Object.entries(shipped).map(([name, text]) => named(name, text, true));
  return [...saved, ...others.filter(({ name }) => !own.has(name))].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** Keeps a mapping under a name of the company's own, in place of one that has it already. */
export function saveMapping(given: string, name: string, home: string): void {
  if (!NAME.test(name)) {
    throw new ImportError(`“${name}” is no name for a mapping: small letters, digits and hyphens.`);
  }
  const known = isName(given) ? listMappings(home).find((one) => one.name === given) : undefined;
  const text = known?.text ?? readFileSync(given, "utf8");
  mkdirSync(folderIn(home), { recursive: true });
  writeFileSync(join(folderIn(home), `${name}.yaml`), text);
}

/** A word without a path or an ending, unless it is a file that lies here. */
function isName(given: string): boolean {
  return NAME.test(given) && !existsSync(given);
}

function folderIn(home: string): string {
  return join(home, "mappings");
}

function named(name: string, text: string, isShipped: boolean): NamedMapping {
  const about = /^#\s*(.*)/.exec(text)?.[1] ?? "";
  const kind = /^kind:\s*(\w+)/m.exec(text)?.[1] ?? "";
  return { name, kind, about, isShipped, text };
}

import { readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { everywhere } from "#app/i18n/fr/everywhere.ts";
import { fr } from "#app/i18n/fr.ts";

/** What a browser reads of these rooms is what a page is drawn with. */
const drawn = /^app\/(routes|charts|ui)\//;
const pages = readdirSync("app/routes")
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => `app/routes/${name}`);
const texts = new Map<string, string>();

test.each(["app/root.tsx", ...pages])(
  "%s brings every word it says to the browser",
  async (page) => {
    const files = closureOf(page);
    const known = new Set(Object.keys(everywhere));
    for (const file of files) {
      for (const [, name = ""] of read(file).matchAll(/i18n\/words-of-([\w-]+)\.ts"/g)) {
        const words = await import(`../../app/i18n/fr/${name}.ts`);
        for (const one of Object.values<object>(words))
          for (const key of Object.keys(one)) known.add(key);
      }
    }
    const unlearnt = [...files].flatMap((file) =>
      keysIn(read(file))
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(unlearnt).toEqual([]);
  },
);

/** The files a page is drawn with, itself among them; not what its loader calls. */
function closureOf(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [page];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { fileName } of ts.preProcessFile(read(file)).importedFiles) {
      const path = fileName.startsWith("#")
        ? fileName.slice(1)
        : fileName.startsWith(".")
          ? normalize(join(dirname(file), fileName))
          : "";
      if (drawn.test(path) && /\.tsx?$/.test(path) && !path.endsWith(".server.ts"))
        queue.push(path);
    }
  }
  return found;
}

/** Every key of the dictionary that is written out in a file: by itself, or begun before a slot. */
function keysIn(text: string): readonly string[] {
  const said = text.replace(/titled\([^)]*\)/g, "");
  const written = [...said.matchAll(/"([a-z][\w.-]+)"/gi)].map(([, key = ""]) => key);
  const begun = [...said.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/gi)].map(([, start = ""]) => start);
  const keys = Object.keys(fr);
  return [
    ...new Set([
      ...written.filter((key) => key in fr && key.includes(".")),
      ...begun.flatMap((start) => keys.filter((key) => key.startsWith(start))),
    ]),
  ];
}

function read(file: string): string {
  const known = texts.get(file) ?? ts.sys.readFile(file) ?? "";
  texts.set(file, known);
  return known;
}

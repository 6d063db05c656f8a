import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test as plain } from "vitest";
import { indicators } from "#app/model/indicator.ts";
import { kindOf, measureKinds } from "#app/model/measure-kind.ts";
import { wordsFor } from "#app/services/around.ts";
import { codebookOf } from "#app/services/exports/codebook.ts";
import { readExports } from "#app/services/exports.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, viewerOf } from "#tests/support/make-halles.ts";

/** Counted to find out what may be said, and released under no name of its own. */
const never = ["neutral:", "employed", "adopted", "with:unit:"];
/** What a population is called by, and not a measure. */
const populations = ["unit:", "site:", "legal-entity:", "segment:"];

/** The ways in which the files that count name what they count. */
const named = [
  /measure: ["`]([a-z]+(?:-[a-z]+)*:?)/g,
  /cell, '([a-z]+(?:-[a-z]+)*:?)'/g,
  /'([a-z]+(?:-[a-z]+)*:)'(?: \|\||\))/g,
  /\(values\s+\('([a-z]+(?:-[a-z]+)*:?)'(?:[^)]*\),\s*\('([a-z]+(?:-[a-z]+)*:?)')?/g,
  /array\['([a-z-]+)', '([a-z-]+)', '([a-z-]+)'\] *\)? as name/g,
  /^ {2}"([a-z]+(?:-[a-z]+)*)": "[a-z-]+",$/gm,
  /"(questions-answered(?:-day)?|posts-answered)", /g,
  /select '([a-z]+)', 'share'/g,
];

plain(
  "whatever is counted under a name has its line in the codebook, and every line something that is counted",
  () => {
    const folder = "db/rollups";
    const counted = readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .flatMap((source) => named.flatMap((way) => [...source.matchAll(way)]))
      .flatMap(([, ...names]) => names)
      .filter((name) => name !== undefined && ![...never, ...populations].includes(name));
    const found = [...new Set(counted)];
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((name) => kindOf(name.endsWith(":") ? `${name}x` : name) === null)).toEqual(
      [],
    );
    const unused = measureKinds.filter(
      (kind) => !found.includes(kind) && !indicators.some((one) => one === kind),
    );
    // Ties to a unit are named by the unit's whole key: \`with:unit:north\`.
    expect(unused).toEqual(["with:"]);
  },
);

plain.for(["fr", "en"] as const)(
  "each line says in “%s” what it is, in what, of whom and how",
  (language) => {
    const lines = codebookOf(wordsFor(language));
    expect(lines).toHaveLength(measureKinds.length);
    for (const { key, ...said } of lines) {
      for (const [what, text] of Object.entries(said)) {
        expect([key, what, text.length > 3 && !/codebook\.|measure\./.test(text)]).toEqual([
          ...[key, what, true],
        ]);
      }
    }
    // No two kinds are explained in the same words, but indicators, which are made alike.
    const others = lines.filter(({ key }) => !indicators.some((one) => one === key));
    expect(new Set(others.map(({ label }) => label)).size).toBe(others.length);
    expect(new Set(others.map(({ what }) => what)).size).toBe(others.length);
  },
);

test("an analyst reads what each key of the file stands for, down to the option that was chosen", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const options = [
    { value: 1, words: { fr: "Le matin", en: "Mornings" } },
    { value: 2, words: { fr: "Le soir", en: "Evenings" } },
  ];
  const item = await owner.selectFrom("records.item").select("id").executeTakeFirstOrThrow();
  await owner
    .updateTable("records.question")
    .set({ kind: "single", options: JSON.stringify(options) })
    .where("itemId", "=", item.id)
    .execute();
  const around = { db: web, language: "fr", timeZone: "Europe/Paris" } as const;
  const reading = await readExports(viewerOf(), new URLSearchParams(), around);
  expect(reading?.keys).toContainEqual({
    key: "option:informed:2",
    name: "Je suis informé → Le soir",
  });
  const measures = new Set(reading?.rows.map(({ measure }) => String(measure)));
  expect(measures.size).toBeGreaterThan(1);
  expect([...measures].filter((one) => kindOf(one) === null)).toEqual([]);
});

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Which rooms a room may enter, and which packages it may use. What is not written is forbidden. */
const rooms: Record<string, { enters: string[]; uses: RegExp }> = {
  "app/model": { enters: [], uses: /^$/ },
  "app/statistics": { enters: ["app/model"], uses: /^(d3-|@stdlib\/|ml-matrix$)/ },
  "app/privacy": {
    enters: ["app/model", "app/statistics"],
    uses: /^(node:crypto|libphonenumber-js|highs)$/,
  },
  "app/i18n": { enters: ["app/model"], uses: /^date-fns/ },
  "app/ui": { enters: ["app/model", "app/i18n"], uses: /^(react|@remix-run\/react)/ },
  "app/charts": {
    enters: ["app/model", "app/statistics", "app/privacy", "app/i18n", "app/ui"],
    uses: /^(react|recharts|d3-)/,
  },
  "app/services": {
    enters: ["app/model", "app/statistics", "app/privacy", "app/i18n", "app/settings", "db"],
    uses: /^(@remix-run\/node|date-fns|node:|@node-rs\/argon2)/,
  },
  "app/paper": {
    enters: [
      "app/model",
      "app/statistics",
      "app/privacy",
      "app/i18n",
      "app/charts",
      "app/services",
    ],
    uses: /^(node:(fs|module|zlib|stream)|d3-|fontkit|pdfkit|@resvg\/resvg-js)/,
  },
  "app/routes": {
    enters: ["app/model", "app/i18n", "app/ui", "app/charts", "app/paper", "app/services"],
    uses: /^(react|@remix-run\/)/,
  },
  "app/answering": {
    enters: ["app/model", "app/i18n", "db"],
    uses: /^(react|node:timers|express|compression)/,
  },
  "app/settings": { enters: [], uses: /^(zod|node:)/ },
  app: {
    enters: [
      "app/answering",
      "app/i18n",
      "app/ui",
      "app/model",
      "app/services",
      "app/settings",
      "db",
    ],
    uses: /^(react|@remix-run\/|isbot|node:|express|compression|helmet|@fontsource)/,
  },
  db: {
    enters: ["app/model", "app/privacy", "app/statistics", "app/settings"],
    uses: /^(kysely|pg|node:|pg-copy-streams|date-fns|zod)/,
  },
  "jobs/connectors": {
    enters: ["app/model"],
    uses: /^(date-fns|node:|zod|undici|libphonenumber-js)/,
  },
  "jobs/receiver": {
    enters: [
      "app/model",
      "app/privacy",
      "app/settings",
      "db",
      "jobs",
      "jobs/connectors",
      "jobs/imports",
    ],
    uses: /^(node:|zod|express)/,
  },
  "jobs/channels": {
    enters: ["app/model"],
    uses: /^(date-fns|node:|nodemailer|uqr|zod|yaml|csv-parse)/,
  },
  "jobs/imports": {
    enters: ["app/model", "app/privacy", "db", "jobs", "jobs/connectors"],
    uses: /^(date-fns|node:|zod|csv-parse|yaml|pg-copy-streams|yauzl|saxes|libphonenumber-js)/,
  },
  "jobs/questionnaires": { enters: ["app/model"], uses: /^(zod|yaml|saxes)/ },
  jobs: {
    enters: [
      "app",
      "app/i18n",
      "app/model",
      "app/privacy",
      "app/services",
      "app/settings",
      "app/statistics",
      "db",
      "jobs/connectors",
      "jobs/channels",
      "jobs/imports",
      "jobs/questionnaires",
      "jobs/receiver",
      "fixtures",
    ],
    uses: /^(date-fns|node:|commander|pg-boss|cli-progress|zod|yaml|vite|@node-rs\/argon2|@remix-run\/node)/,
  },
  fixtures: {
    enters: [
      "app",
      "app/model",
      "app/privacy",
      "app/settings",
      "db",
      "jobs",
      "jobs/connectors",
      "jobs/imports",
      "jobs/receiver",
    ],
    uses: /^(d3-|date-fns|node:|@node-rs\/argon2)/,
  },
};

const files = ["app", "db", "jobs", "fixtures"]
  .flatMap((folder) => ts.sys.readDirectory(folder, [".ts", ".tsx"]))
  .map((path) => relative(process.cwd(), path));

test.each(files)("%s enters only the rooms it may", (file) => {
  const home = roomOf(file);
  const { enters = [], uses = /^$/ } = rooms[home] ?? {};
  const strangers = importsOf(file).filter((name) => {
    if (name.startsWith("#")) return ![home, ...enters].includes(roomOf(name.slice(1)));
    if (name.startsWith(".")) {
      const target = new URL(name, `file:///${file}`).pathname.slice(1);
      return roomOf(target) !== home && !isCss(target);
    }
    return !uses.test(name);
  });
  expect(strangers).toEqual([]);
});

test("the quiet rooms ask nobody anything, not even the time", () => {
  const asking = files
    .filter((file) => /^app\/(model|statistics|privacy)\//.test(file))
    .filter((file) =>
      /new Date\(\)|Date\.now|\bfetch\(|process\.env|Math\.random/.test(read(file)),
    );
  expect(asking).toEqual([]);
});

test("the time is read by the entry points and given to everybody else", () => {
  const entries =
    /^(jobs\/commands\/|app\/(server|entry\.server|root)|jobs\/(cli|progress|schedule))/;
  const asking = files
    .filter((file) => !entries.test(file))
    .filter((file) => /new Date\(\)|Date\.now\(\)/.test(read(file)));
  expect(asking).toEqual([]);
});

test("only db speaks SQL", () => {
  const speakers = files.filter((file) =>
    /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\.query\(/.test(read(file)),
  );
  expect(speakers.filter((file) => !file.startsWith("db/"))).toEqual([]);
});

test("released figures are read in db/figures only, and leave it sealed", () => {
  const readers = files.filter((file) =>
    /(from|join|From\(|Join\()\s*["`]?figures\.figure/.test(read(file)),
  );
  // Whoever writes a correction repeats figures of what it supersedes, inside the database.
  const others = readers.filter((file) => !file.startsWith("db/figures/"));
  expect(others).toEqual(["db/records/write-release.ts"]);
  for (const file of files.filter((one) => one.startsWith("db/figures/"))) {
    const exported = read(file).match(/^export (async )?function/gm) ?? [];
    const sealed = read(file).match(/\): Promise<(readonly )?Sealed/g) ?? [];
    expect([file, sealed.length]).toEqual([file, exported.length]);
  }
});

test("a file that opens a connection or uses a secret is kept out of the browser", () => {
  const secretive = files
    .filter((file) => /^(app|db)\//.test(file))
    .filter((file) =>
      importsOf(file).some((name) => /^(pg|node:crypto|@node-rs\/argon2)$/.test(name)),
    )
    .filter((file) => !file.startsWith("db/") && !/[./]server\.ts$/.test(file));
  expect(secretive).toEqual([]);
});

/** The innermost room a path is in. */
function roomOf(path: string): string {
  const names = Object.keys(rooms).toSorted((a, b) => b.length - a.length);
  return names.find((name) => path.startsWith(`${name}/`) || path.startsWith(`${name}.`)) ?? "";
}

function isCss(path: string): boolean {
  return path.endsWith(".css");
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName);
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

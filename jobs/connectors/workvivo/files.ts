import type { CanonicalRecord, RefusalRecord, Verb } from "#app/model/canonical.ts";
import type { Entry } from "../archive.ts";
import type { FileSource } from "../connector.ts";
import { groupOf, memberOf } from "./records.ts";

export const formats = ["CSV or XLSX of people, of spaces, or of totals by day"];

/** What the columns are called by the API and in the exports; another name can be said in a setting. */
const usual = {
  user: ["User ID", "user_id"],
  email: ["Email", "email"],
  number: ["External ID", "external_id"],
  access: ["Has access", "has_access"],
  space: ["Space ID", "space_id"],
  name: ["Space name", "name"],
  visibility: ["Visibility", "visibility"],
  created: ["Created at", "created_at"],
  date: ["Date", "date"],
  posts: ["Posts", "posts"],
  comments: ["Comments", "comments"],
  likes: ["Likes", "likes"],
  kudos: ["Kudos", "kudos"],
} as const;
type Field = keyof typeof usual;
const totals: Readonly<Partial<Record<Field, Verb>>> = {
  posts: "post",
  comments: "comment",
  likes: "react",
  kudos: "recognise",
};

export async function* read({ archive, settings }: FileSource): AsyncGenerator<CanonicalRecord> {
  const { columns, refusals } = columnsOf(settings.columns);
  yield* refusals;
  const known = new Set<string>();
  for (const entry of archive.entries) {
    if (/\.(csv|xlsx)$/i.test(entry.path)) yield* readTable(entry, columns, known);
    else yield { type: "refusal", where: entry.label, reason: "It is no table. It was left out." };
  }
}

type Columns = Readonly<Record<Field, readonly string[]>>;

/** `email = Adresse, posts = Publications`: what is not said stays as usual. */
function columnsOf(setting: string | undefined): {
  readonly columns: Columns;
  readonly refusals: readonly RefusalRecord[];
} {
  const columns: Record<Field, readonly string[]> = { ...usual };
  const refusals: RefusalRecord[] = [];
  const entries = (setting ?? "").split(/[,;\n]/).filter((one) => one.trim() !== "");
  for (const [index, entry] of entries.entries()) {
    const [word = "", header = ""] = entry.split("=").map((part) => part.trim());
    if (Object.hasOwn(usual, word) && header !== "") columns[word as Field] = [header];
    else {
      const where = `setting "columns", entry ${index + 1}`;
      const reason = `write it as "name = column", the name being one of ${Object.keys(usual).join(", ")}`;
      refusals.push({ type: "refusal", where, reason });
    }
  }
  return { columns, refusals };
}

async function* readTable(
  entry: Entry,
  columns: Columns,
  known: Set<string>,
): AsyncGenerator<CanonicalRecord> {
  const told = new Set<string>();
  for await (const row of entry.rows([], Object.values(columns).flat())) {
    const field = (name: Field) => {
      const found = columns[name].map((header) => row[header] ?? null);
      return found.find((text) => text !== null)?.trim() ?? null;
    };
    const records = [...recordsOf(field, known)];
    if (records.length > 0) yield* records;
    else {
      const isTable = field("email") ?? field("user") ?? field("visibility") ?? field("date");
      const reason =
        isTable === null
          ? "None of the columns of people, spaces or totals is there: say them in the setting “columns”. The file was left out."
          : "A line names nobody, no space and no day (YYYY-MM-DD). It was left out.";
      if (!told.has(reason)) yield { type: "refusal", where: entry.label, reason };
      told.add(reason);
      if (isTable === null) return;
    }
  }
}

function* recordsOf(
  field: (name: Field) => string | null,
  known: Set<string>,
): Generator<CanonicalRecord> {
  const [space, visibility, date] = [field("space"), field("visibility"), field("date")];
  if (visibility !== null) {
    if (space) yield groupOf(spaceOf(field, visibility), space, null);
    return;
  }
  const email = field("email")?.toLowerCase() || null;
  const member = field("user") || email;
  if (date === null) {
    if (member) {
      known.add(member);
      yield memberIn(field, member, email);
    }
    return;
  }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? "";
  if (Number.isNaN(Date.parse(day))) return;
  // A line of totals does not say whether somebody still has access.
  if (member && !known.has(member)) yield memberIn(field, member, email);
  if (member) known.add(member);
  for (const [name, verb] of Object.entries(totals)) {
    const written = field(name as Field);
    const n = Number(written);
    // What is empty is not known; it is not zero.
    if (written === null || written === "" || !Number.isInteger(n) || n < 0) continue;
    yield { type: "count", member, group: null, day, grain: "day", verb, n, counts: "acts" };
  }
}

function spaceOf(field: (name: Field) => string | null, visibility: string) {
  return {
    name: field("name") ?? "",
    visibility: visibility.toLowerCase(),
    created_at: field("created") ?? "",
  };
}

function memberIn(field: (name: Field) => string | null, id: string, email: string | null) {
  const isOut = /^(0|no|non|false|faux)$/i.test(field("access") ?? "");
  return memberOf({ email, external_id: field("number"), has_access: !isOut }, id);
}

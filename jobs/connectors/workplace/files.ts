import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { FileSource } from "../connector.ts";
import { isDownload, readDownloads } from "./files/download.ts";
import { recognise, type Saved } from "./files/recognise.ts";
import { readTable } from "./files/tables.ts";
import { readTree } from "./files/tree.ts";

export const formats = [
  "saved pages of the Graph (a folder or zip of JSON)",
  "export of people (XLSX)",
  "Insights (CSV)",
  "“Download your information” (zip of JSON): how much its owner did",
];

/** Whatever a company has left of Workplace, each file told apart by what is in it. */
export async function* read({ archive, timeZone }: FileSource): AsyncGenerator<CanonicalRecord> {
  if (isDownload(archive)) {
    yield* readDownloads(archive, timeZone);
    return;
  }
  const saved: Saved[] = [];
  for (const entry of archive.entries) {
    if (/\.(csv|xlsx)$/i.test(entry.path)) {
      yield* readTable(entry);
      continue;
    }
    const page = /\.json$/i.test(entry.path) ? await recognise(entry) : "unknown";
    if (page === "unknown")
      yield leftOut(entry.label, "none of the files that are known of Workplace");
    else if (page?.kind === "survey") {
      yield leftOut(entry.label, "a survey, which “barometer networks surveys” makes rows of");
    } else if (page !== null) saved.push(page);
  }
  yield* readTree(saved);
}

function leftOut(where: string, what: string): CanonicalRecord {
  return { type: "refusal", where, reason: `It is ${what}. It was left out.` };
}

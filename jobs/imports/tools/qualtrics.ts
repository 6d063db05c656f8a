import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "#jobs/connectors/http.ts";
import { archiveLimits } from "../archive/limits.ts";
import { openZip } from "../archive/zip.ts";
import { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { earlier, later, type ReadResponses, written } from "./tool.ts";

/** The whole export is in memory once: more than this is asked for by parts, in files. */
const LARGEST = 512 * 1024 * 1024;
const HOUR = 3_600_000;
/** Waits for an export, each as long as the second before: about ten minutes in all. */
const PATIENCE = 300;

interface Progress {
  readonly result: {
    readonly progressId?: string;
    readonly status?: string;
    readonly fileId?: string;
  };
}

interface Exported {
  readonly responses?: readonly {
    readonly responseId?: string;
    readonly values?: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Qualtrics' API v3: an export is ordered, waited for and fetched. What is ordered are the questions,
 * the embedded fields and the four facts that are wanted, so that addresses, names and places never
 * leave it. Columns are import ids (`QID1`, `QID3_2`), or names of embedded fields.
 */
export const readQualtrics: ReadResponses<"qualtrics"> = async function* (asked) {
  const { from, token, columns, since, waitMs = 2_000 } = asked;
  const client = asked.client(`${from.url}/API/v3`, { "X-API-TOKEN": token }, { concurrency: 1 });
  const path = `surveys/${from.survey}/export-responses`;
  const own = new Set(["ResponseId", "Finished", "Status"]);
  const isQuestion = (column: string) => /^QID\d/.test(column);
  const { result } = await client.read<Progress>(path, {
    format: "json",
    questionIds: [
      ...new Set(columns.filter(isQuestion).map((one) => one.replace(/^(QID\d+).*/, "$1"))),
    ],
    embeddedDataIds: columns.filter((column) => !isQuestion(column) && !own.has(column)),
    surveyMetadataIds: ["_recordId", "finished", "status", "recordedDate"],
    ...(since === null ? {} : { startDate: since }),
  });
  if (result.progressId === undefined) throw failed("it began no export");
  const file = await fileOf(client, `${path}/${result.progressId}`, waitMs);
  const text = await textOf(await client.open(`${path}/${file}/file`));
  const { responses = [] } = JSON.parse(text) as Exported;
  let newest: string | null = null;
  for (const { responseId, values = {} } of responses) {
    const told = Object.entries(values).map(([name, value]) => [name, written(value)] as const);
    newest = later(newest, written(values.recordedDate));
    yield {
      ...(responseId === undefined ? {} : { _recordId: responseId }),
      ...Object.fromEntries(told),
    };
  }
  return earlier(newest, HOUR) ?? since;
};

async function fileOf(client: Client, path: string, waitMs: number): Promise<string> {
  for (let tried = 0; tried < PATIENCE; tried += 1) {
    const { result } = await client.get<Progress>(path);
    if (result.status === "failed") throw failed("the export failed there");
    if (result.fileId) return result.fileId;
    await wait(waitMs);
  }
  throw failed("the export was not ready in time");
}

/** A zip of one file as a rule; the file itself where compression is off. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const whole = await gathered(bytes);
  if (whole.subarray(0, 2).toString() !== "PK") return whole.toString("utf8");
  const source = {
    name: "The export of Qualtrics",
    limits: archiveLimits,
    refusals: new Findings(),
  };
  const { members, close } = await openZip(whole, source);
  try {
    const [only] = members;
    if (only === undefined) throw failed("its file is empty");
    const plain = await gathered(only.open(() => undefined));
    return plain.toString("utf8");
  } finally {
    close();
  }
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > LARGEST) throw failed("the export is too large to be read at once");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function failed(said: string): ImportError {
  return new ImportError(
    `Qualtrics gave no answers: ${said}. Nothing was kept. Try again, or take a CSV file from it.`,
  );
}

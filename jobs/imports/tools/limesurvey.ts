import { ImportError } from "../import-error.ts";
import { type ReadResponses, written } from "./tool.ts";

interface Reply {
  readonly result?: unknown;
  readonly error?: unknown;
}

interface Field {
  readonly fieldname?: string;
  readonly title?: string;
  readonly aid?: string;
}

/**
 * LimeSurvey over RemoteControl 2 (JSON-RPC, which an administrator must switch on). Its errors come
 * as HTTP 200 with a `status`. Only the columns that are wanted are asked for, so that tokens and
 * addresses stay there, unless one of them is not in the survey's map of fields.
 */
export const readLimeSurvey: ReadResponses<"limesurvey"> = async function* (asked) {
  const { from, token, columns, since } = asked;
  const isWhole = /remotecontrol\/?$/.test(from.url);
  const client = asked.client(from.url, {}, { concurrency: 1 });
  let nth = 0;
  const call = async (method: string, ...params: readonly unknown[]): Promise<unknown> => {
    nth += 1;
    const path = isWhole ? "" : "index.php/admin/remotecontrol";
    const { result, error } = await client.read<Reply>(path, { method, params, id: nth });
    if (error !== null && error !== undefined) throw refused(written(error));
    return result;
  };

  const key = await call("get_session_key", from.user, token);
  if (typeof key !== "string") throw refused(statusOf(key) ?? "no session was opened");
  try {
    const map = await call("get_fieldmap", key, from.survey);
    if (statusOf(map) !== null) throw refused(statusOf(map) ?? "");
    const fields = fieldsFor(columns, Object.values(map as Record<string, Field>));
    const first = since === null ? null : Number(since);
    const exported = await call(
      ...(["export_responses", key, from.survey, "json", null, "all", "code", "short"] as const),
      ...[first, null, fields],
    );
    if (typeof exported !== "string") {
      const status = statusOf(exported) ?? "";
      if (/^No Data/i.test(status)) return since;
      throw refused(status || "nothing was exported");
    }
    let [highest, open] = [(first ?? 1) - 1, Infinity];
    for (const response of responsesIn(exported)) {
      const told = Object.fromEntries(
        Object.entries(response).map(([name, value]) => [name, written(value)]),
      );
      const id = Number(told.id);
      highest = Math.max(highest, id);
      if (!told.submitdate) open = Math.min(open, id);
      yield told;
    }
    // Whoever has not finished yet is asked about again.
    return String(Math.min(open, highest + 1));
  } finally {
    await call("release_session_key", key).catch(() => undefined);
  }
};

/** Export names its fields by survey, group and question: which they are, by the codes people use. */
function fieldsFor(columns: readonly string[], map: readonly Field[]): readonly string[] | null {
  const names = columns.map((column) => {
    const found = map.find(({ fieldname, title = "", aid = "" }) => {
      const code = aid === "" ? title : `${title}[${aid}]`;
      return code === column || fieldname === column;
    });
    return found?.fieldname;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length < columns.length ? null : known;
}

/** Newer versions list responses; older ones wrap each in its own number. */
function responsesIn(exported: string): readonly Readonly<Record<string, unknown>>[] {
  const text = Buffer.from(exported, "base64")
    .toString("utf8")
    .replace(/^\ufeff/, "");
  const { responses = [] } = JSON.parse(text) as { responses?: readonly Record<string, unknown>[] };
  return responses.map((response) => {
    const [only, second] = Object.values(response);
    const isWrapped = second === undefined && typeof only === "object" && only !== null;
    return isWrapped ? (only as Record<string, unknown>) : response;
  });
}

function statusOf(result: unknown): string | null {
  if (typeof result !== "object" || result === null || !("status" in result)) return null;
  return typeof result.status === "string" ? result.status : null;
}

function refused(said: string): ImportError {
  return new ImportError(
    `LimeSurvey refused: ${said.slice(0, 200)}. Nothing was kept. Look at the survey's number, the user's rights, and whether RemoteControl is on (JSON-RPC).`,
  );
}

import type { doorsWith } from "#jobs/connectors/http.ts";
import type { SurveyFrom } from "../mapping/survey-from.ts";

/** One response as a tool tells it: what stands under each heading, its own name among them. */
export type Told = Readonly<Record<string, string>>;

/** What a tool is asked for. */
export interface Asked<Tool extends SurveyFrom["tool"] = SurveyFrom["tool"]> {
  readonly from: Extract<SurveyFrom, { tool: Tool }>;
  /** The access token; the password of LimeSurvey's user. */
  readonly token: string;
  readonly client: ReturnType<typeof doorsWith>["client"];
  /** What is wanted of each response: a tool that can leaves the rest where it is. */
  readonly columns: readonly string[];
  /** The bookmark of the last reading; null for everything. */
  readonly since: string | null;
  /** How long to wait for what a tool has to make first. */
  readonly waitMs?: number;
}

/**
 * Reads the responses of a survey, and gives in the end the bookmark from which the next reading
 * begins. A response may come several times, and one that is not finished too: whoever reads tells
 * them apart.
 */
export type ReadResponses<Tool extends SurveyFrom["tool"]> = (
  asked: Asked<Tool>,
) => AsyncGenerator<Told, string | null>;

/** A value as a file of the tool would write it: several choices with semicolons between. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(written).filter(Boolean).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The later of two times; texts that are none count for nothing. */
export function later(a: string | null, b: string | null | undefined): string | null {
  const time = (text: string | null | undefined) => Date.parse(text ?? "");
  if (Number.isNaN(time(b))) return a;
  return Number.isNaN(time(a)) || time(b) > time(a) ? (b ?? null) : a;
}

/** A time so much earlier: what arrived late on the other side is read again. */
export function earlier(time: string | null, ms: number): string | null {
  return time === null ? null : new Date(Date.parse(time) - ms).toISOString();
}

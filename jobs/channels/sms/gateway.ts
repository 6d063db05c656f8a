import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const matching = z.strictObject({
  /** HTTP statuses that say so. */
  status: z.array(z.int().min(100).max(599)).optional(),
  /** Or a place in the answer, `messages.0.status`, and what stands there. */
  at: z.string().optional(),
  is: z.array(z.union([z.string(), z.number()])).optional(),
});

const shape = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .refine(
      (text) => text.startsWith("https:") || isLoopback(text),
      "https, unless the gateway is on this machine",
    ),
  headers: z.record(z.string(), z.string()).default({}),
  /** `{to}`, `{text}`, `{token}` and `{secret}` are filled in, wherever they stand. */
  body: z.record(z.string(), z.unknown()),
  as: z.enum(["json", "form"]).default("json"),
  /** A file with the one secret in it, beside this one unless it is a whole path. */
  secretFile: z.string().optional(),
  /** How numbers are written: `+33612345678`, `0033612345678` or `33612345678`. */
  numbers: z.enum(["plus", "zeros", "bare"]).default("plus"),
  sent: matching.default({ status: [200, 201, 202] }),
  /** The number itself is wrong, or blocked: it is not tried again. */
  unreachable: matching.default({}),
  /** Where the answer holds the gateway's own id. */
  id: z.string().optional(),
  price: z.strictObject({ thousandths: z.int().min(0), currency: z.string().length(3) }).optional(),
  perSecond: z.number().positive().max(500).default(5),
});

/** How one text-message gateway is asked, and what its answers mean. */
export type Gateway = z.infer<typeof shape> & { readonly secret: string };

/**
 * Reads the file that describes a gateway (YAML or JSON).
 * @throws with the place of each mistake; never with the secret.
 */
export function readGateway(path: string): Gateway {
  const read = shape.safeParse(parse(readFileSync(path, "utf8")));
  if (!read.success) {
    const mistakes = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`${path} does not describe a gateway: ${mistakes.join("; ")}`);
  }
  const { secretFile } = read.data;
  const secret =
    secretFile === undefined ? "" : readFileSync(resolve(dirname(path), secretFile), "utf8").trim();
  return { ...read.data, secret };
}

export type Matching = z.infer<typeof matching>;

/** Whether an answer is what a rule describes; an empty rule describes none. */
export function matches(
  { status, at, is }: Matching,
  answer: { readonly status: number; readonly body: unknown },
): boolean {
  if (status === undefined && at === undefined) return false;
  if (status !== undefined && !status.includes(answer.status)) return false;
  if (at === undefined) return true;
  const found = placeIn(answer.body, at);
  return is === undefined ? found !== undefined : is.some((one) => String(one) === String(found));
}

/** What stands at `messages.0.id`; undefined where there is no such place. */
export function placeIn(body: unknown, at: string): unknown {
  return at
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      body,
    );
}

function isLoopback(text: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(text).hostname);
}

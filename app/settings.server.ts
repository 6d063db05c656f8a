import { resolve } from "node:path";
import { z } from "zod";
import { areFiles, namesIn, projectRoot } from "./settings/root.server.ts";
import { type SendingSettings, sendingOf, sendingShape } from "./settings/sending.server.ts";

export { projectRoot } from "./settings/root.server.ts";
export type { SendingSettings } from "./settings/sending.server.ts";

/** Everything an operator may set. Read once, by an entry point, and handed on. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the keys and passwords, and the database when it is ours. */
  readonly home: string;
  /** Null when the database is the one kept in `home`. */
  readonly databaseUrl: string | null;
  /** IANA name; weeks and nights are cut in it. */
  readonly timeZone: string;
  /** When the night runs, in `timeZone`. */
  readonly night: { readonly hour: number; readonly minute: number };
  /** Where the receiver listens and the web finds it; null for a port noted in `home`. */
  readonly receiver: { readonly host: string; readonly port: number } | null;
  /** How the networks are reached, where a proxy or an authority of the company's own is in between. */
  readonly wayOut: {
    readonly httpsProxy: string | null;
    readonly httpProxy: string | null;
    readonly noProxy: string | null;
    readonly caFiles: readonly string[];
  };
  /** How people are written to. */
  readonly sending: SendingSettings;
  /** Whether an empty barometer fills itself with the demo company. */
  readonly demo: boolean;
}

/** Says which variable is wrong, what was given and what is allowed; the message is for a person. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const proxyForm = "the address of a proxy, such as http://proxy.example.org:3128";

const shape = {
  PORT: z.coerce
    .number("a whole number from 0 to 65535 (0 takes any free port)")
    .int("a whole number from 0 to 65535 (0 takes any free port)")
    .min(0, "a whole number from 0 to 65535 (0 takes any free port)")
    .max(65535, "a whole number from 0 to 65535 (0 takes any free port)")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "a host name or an address, such as 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  BAROMETER_HOME: z.string().default(".barometer"),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, "an address such as postgresql://owner:password@host:5432/barometer")
    .optional(),
  BAROMETER_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "an IANA time zone, such as Europe/Paris")
    .default("Europe/Paris"),
  BAROMETER_NIGHT: z
    .string()
    .regex(CLOCK, "a time of day from 00:00 to 23:59, such as 02:00")
    .default("02:00"),
  BAROMETER_RECEIVER: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, "a host and a port, such as receiver:3001")
    .optional(),
  HTTPS_PROXY: z.string().refine(isProxy, proxyForm).optional(),
  HTTP_PROXY: z.string().refine(isProxy, proxyForm).optional(),
  NO_PROXY: z.string().optional(),
  BAROMETER_CA_FILE: z
    .string()
    .refine(areFiles, "files in PEM form that can be read, one after the other with commas")
    .optional(),
  ...sendingShape,
  BAROMETER_DEMO: z.enum(["yes", "no"], "yes or no").default("yes"),
} as const;

/** The variables this product reads: `.env.example` lists them all. */
export const settingNames: readonly string[] = Object.keys(shape);

/** A variable that is empty counts as not set, because that is how compose files leave one out. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => {
      // Those of the proxies are written in small letters as often as not.
      const small = name.endsWith("_PROXY") ? environment[name.toLowerCase()] : undefined;
      const value = (environment[name] || small)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const read = z.object(shape).safeParse(given);
  if (!read.success) {
    throw new SettingsError(
      read.error.issues
        .map(({ path, message }) => {
          const name = String(path[0]);
          return `${name} is ${quoted(name, given[name])}; it must be ${message}.`;
        })
        .join("\n"),
    );
  }
  const [hour = 0, minute = 0] = read.data.BAROMETER_NIGHT.split(":").map(Number);
  const caFiles = caFilesOf(read.data.BAROMETER_CA_FILE, environment.NODE_EXTRA_CA_CERTS);
  return {
    port: read.data.PORT,
    host: read.data.HOST,
    home: resolve(projectRoot, read.data.BAROMETER_HOME),
    databaseUrl: read.data.DATABASE_URL ?? null,
    timeZone: read.data.BAROMETER_TIME_ZONE,
    night: { hour, minute },
    receiver: placeOf(read.data.BAROMETER_RECEIVER),
    wayOut: {
      httpsProxy: read.data.HTTPS_PROXY ?? null,
      httpProxy: read.data.HTTP_PROXY ?? null,
      noProxy: read.data.NO_PROXY ?? null,
      caFiles,
    },
    sending: sendingOf(read.data, caFiles),
    demo: read.data.BAROMETER_DEMO === "yes",
  };
}

/** Variables that look like a setting and are none: a slip of the pen changes nothing, silently. */
export function strayNames(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return Object.keys(environment).filter(
    (name) => name.startsWith("BAROMETER_") && !settingNames.includes(name),
  );
}

/** An address may hold a password, so it is never repeated in a message that ends up in a log. */
function quoted(name: string, value: string | undefined): string {
  return name === "DATABASE_URL" || name === "SMTP_URL" || name.endsWith("_PROXY")
    ? "not understood"
    : `“${value}”`;
}

function placeOf(text: string | undefined): Settings["receiver"] {
  const [host, port] = text?.split(":") ?? [];
  return host === undefined || port === undefined ? null : { host, port: Number(port) };
}

/** Node's own variable is overruled by a list of ours, so it is taken into it. */
function caFilesOf(text: string | undefined, nodes: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [...namesIn(text), ...(nodes ? [nodes] : [])].map((path) => resolve(projectRoot, path));
}

function isProxy(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

import { resolve } from "node:path";
import { z } from "zod";
import { areFiles, projectRoot } from "./root.server.ts";

/** How people are written to: the address letters lead to, and what carries them. */
export interface SendingSettings {
  /** As people open it, without a slash at the end; null sends nothing, for a letter needs a link. */
  readonly publicAddress: string | null;
  readonly mail: {
    readonly host: string;
    readonly port: number;
    readonly tls: "wrapped" | "required" | "optional" | "none";
    readonly user: string | null;
    readonly passwordFile: string | null;
    /** Authorities of the company's own, in PEM files, beside those everybody trusts. */
    readonly caFiles: readonly string[];
    readonly from: string;
    readonly replyTo: string | null;
    readonly bounces: string | null;
    readonly perSecond: number;
  } | null;
  /** The file that describes a gateway of text messages. */
  readonly smsFile: string | null;
}

const MAILBOX = /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** The variables of it, as they are written. */
export const sendingShape = {
  BAROMETER_ADDRESS: z
    .string()
    .refine(isAddress, "the address people open, such as https://barometer.example.org")
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      isMailServer,
      "smtp:// or smtps:// with a host, perhaps a user, and no password: SMTP_PASSWORD_FILE holds it",
    )
    .optional(),
  SMTP_PASSWORD_FILE: z.string().refine(areFiles, "a file that can be read").optional(),
  MAIL_FROM: z
    .string()
    .regex(MAILBOX, "an address, such as Barometer <barometer@example.org>")
    .optional(),
  MAIL_REPLY_TO: z.string().regex(MAILBOX, "an address, such as hr@example.org").optional(),
  MAIL_BOUNCES: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, "an address, such as bounces+{token}@example.org")
    .optional(),
  MAIL_PER_SECOND: z.coerce
    .number("a number from 0.1 to 200")
    .min(0.1, "a number from 0.1 to 200")
    .max(200, "a number from 0.1 to 200")
    .default(10),
  SMS_GATEWAY_FILE: z.string().refine(areFiles, "a file that can be read").optional(),
} as const;

type Given = z.infer<z.ZodObject<typeof sendingShape>>;

export function sendingOf(given: Given, caFiles: readonly string[]): SendingSettings {
  return {
    publicAddress: given.BAROMETER_ADDRESS?.replace(/\/+$/, "") ?? null,
    mail: mailOf(given, caFiles),
    smsFile: pathOf(given.SMS_GATEWAY_FILE),
  };
}

const tlsChoices = ["required", "optional", "none"] as const;

/** Mail is set up once there is a server and somebody who writes. */
function mailOf(given: Given, caFiles: readonly string[]): SendingSettings["mail"] {
  const { SMTP_URL: text, MAIL_FROM: from } = given;
  if (text === undefined || from === undefined) return null;
  const url = new URL(text);
  const isWrapped = url.protocol === "smtps:";
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  const asked = tlsChoices.find((one) => one === url.searchParams.get("tls"));
  return {
    host: url.hostname,
    port: Number(url.port || (isWrapped ? 465 : 587)),
    tls: isWrapped ? "wrapped" : (asked ?? (isLoopback ? "optional" : "required")),
    user: url.username === "" ? null : decodeURIComponent(url.username),
    passwordFile: pathOf(given.SMTP_PASSWORD_FILE),
    caFiles,
    from,
    replyTo: given.MAIL_REPLY_TO ?? null,
    bounces: given.MAIL_BOUNCES ?? null,
    perSecond: given.MAIL_PER_SECOND,
  };
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, password } = new URL(text);
  return /^smtps?:$/.test(protocol) && hostname !== "" && password === "";
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && search === "" && hash === "" && username === "";
}

function pathOf(name: string | undefined): string | null {
  return name === undefined ? null : resolve(projectRoot, name);
}

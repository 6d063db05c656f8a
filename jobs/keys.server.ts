import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readSecrets } from "#db/secret-file.server.ts";
import type { Keys } from "./context.ts";

const key = z.base64().refine((text) => Buffer.from(text, "base64").length === 32);
const keys = z.object({ pseudonym: key, directory: key, secrets: key });
const cookie = z.object({ cookie: key });

/** The keys of the worker, made at first start. Never call this from the web. */
export function readKeys(home: string): Keys {
  const { pseudonym, directory, secrets } = readSecrets(keysFile(home), keys, () => ({
    pseudonym: newKey(),
    directory: newKey(),
    secrets: newKey(),
  }));
  return {
    pseudonym: Buffer.from(pseudonym, "base64"),
    directory: Buffer.from(directory, "base64"),
    secrets: Buffer.from(secrets, "base64"),
  };
}

/** The only key the web knows: it signs the session cookie. It has a file of its own for that. */
export function readCookieKey(home: string): string {
  return readSecrets(cookieFile(home), cookie, () => ({ cookie: newKey() })).cookie;
}

/** Where `readKeys` finds them. */
export function keysFile(home: string): string {
  return join(home, "keys.json");
}

/** Where `readCookieKey` finds it. */
export function cookieFile(home: string): string {
  return join(home, "cookie.json");
}

function newKey(): string {
  return randomBytes(32).toString("base64");
}

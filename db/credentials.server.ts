import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readSecrets } from "./secret-file.server.ts";

/** Who signs in to the database: `owner` migrates, the others see what their work needs. */
export const logins = ["owner", "worker", "web", "steward", "reader"] as const;

export type Login = (typeof logins)[number];

const shape = z.object({
  owner: z.string().min(1),
  worker: z.string().min(1),
  web: z.string().min(1),
  steward: z.string().min(1),
  reader: z.string().min(1),
});

export type Credentials = z.infer<typeof shape>;

/** Where the passwords of the database logins are kept. */
export function credentialsFile(home: string): string {
  return join(home, "credentials.json");
}

/** The passwords of the database logins, made at first start. */
export function readCredentials(home: string): Credentials {
  return readSecrets(credentialsFile(home), shape, () => ({
    owner: password(),
    worker: password(),
    web: password(),
    steward: password(),
    reader: password(),
  }));
}

function password(): string {
  return randomBytes(24).toString("base64url");
}

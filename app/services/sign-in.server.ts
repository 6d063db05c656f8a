import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Db } from "#db/client.server.ts";
import { closeSession, openSession } from "#db/records/sessions.ts";
import { noteSuccess, readPasswordHash, takeAttempt } from "#db/records/sign-in-attempts.ts";
import { hashToken } from "./visit.server.ts";

/** A working day and its evening: nobody stays signed in on a shared computer until tomorrow. */
const SESSION_HOURS = 12;

const patience = { failures: 10, minutes: 15 };

/** Longer than any password; hashing a megabyte would be a way to keep the server busy. */
const LONGEST_PASSWORD = 1_000;

export type SignIn =
  | { readonly state: "signed-in"; readonly token: string; readonly expires: Date }
  | { readonly state: "refused" | "throttled" };

/**
 * Signs somebody in with a local account. An address nobody has takes the same time and gets the
 * same answer as a wrong password, so that nobody learns who has an account here.
 */
export async function signIn(
  db: Db,
  { email, password }: { readonly email: string; readonly password: string },
  now: Date,
): Promise<SignIn> {
  const address = email.trim().toLowerCase();
  const emailHash = createHash("sha256").update(address).digest();
  if (!(await takeAttempt(db, emailHash, now, patience))) return { state: "throttled" };
  const account = await readPasswordHash(db, address);
  const right = await verify(
    account?.passwordHash ?? (await nobodysHash()),
    password.slice(0, LONGEST_PASSWORD),
  );
  if (account === null || !right) return { state: "refused" };
  await noteSuccess(db, emailHash, now);
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await openSession(db, {
    tokenHash: hashToken(token),
    viewerId: account.viewerId,
    createdAt: now,
    expiresAt: expires,
  });
  return { state: "signed-in", token, expires };
}

/** Ends a session on the server: the cookie is worth nothing afterwards, wherever it was copied. */
export async function signOut(db: Db, tokenHash: Buffer | null): Promise<void> {
  if (tokenHash !== null) await closeSession(db, tokenHash);
}

let decoy: Promise<string> | null = null;

/** Something to check a password against when there is no account. */
function nobodysHash(): Promise<string> {
  decoy ??= hash(randomBytes(16).toString("hex"));
  return decoy;
}

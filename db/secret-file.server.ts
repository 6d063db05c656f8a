import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";

/**
 * Makes the folder of the database, keys and passwords. Root's may be passed through (not read) by
 * others, because PostgreSQL refuses to run as root and its files lie inside.
 */
export function openHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/**
 * Reads secrets that are made once and never again: two processes that start together agree on one
 * file, and nobody but its owner can read it.
 */
export function readSecrets<Secrets>(
  path: string,
  shape: z.ZodType<Secrets>,
  make: () => Secrets,
): Secrets {
  openHome(dirname(path));
  return read(path, shape) ?? create(path, shape, make());
}

function create<Secrets>(path: string, shape: z.ZodType<Secrets>, made: Secrets): Secrets {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    chmodSync(draft, 0o600);
    linkSync(draft, path);
    return made;
  } catch (error) {
    const other = read(path, shape);
    if (other === null) throw error;
    return other;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read<Secrets>(path: string, shape: z.ZodType<Secrets>): Secrets | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${path} is damaged. Restore it from a backup: what it protects cannot be read without it.`,
    );
  }
}

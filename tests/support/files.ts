import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Writes a file that is gone after the test; lines are joined as an export would. */
export function fileOf(name: string, content: readonly string[] | Buffer | string): string {
  const folder = mkdtempSync(join(tmpdir(), "barometer-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, Array.isArray(content) ? `${content.join("\n")}\n` : (content as string));
  return path;
}

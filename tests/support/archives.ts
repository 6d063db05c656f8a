import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { onTestFinished } from "vitest";
import { ZipFile } from "yazl";

/** Contents by path, with `/` between folders. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "barometer-archive-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder of their own; returns the folder. */
export function folderOf(files: Files): string {
  const folder = emptyFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Writes files into a zip; returns its path. */
export async function zipOf(
  files: Files,
  options: {
    readonly name?: string;
    readonly forceZip64Format?: boolean;
    readonly mode?: number;
  } = {},
): Promise<string> {
  const { name = "export.zip", ...kept } = options;
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), path, kept);
  }
  zip.end({ forceZip64Format: kept.forceZip64Format ?? false, comment: "" });
  const path = join(emptyFolder(), name);
  await finished(zip.outputStream.pipe(createWriteStream(path)));
  return path;
}

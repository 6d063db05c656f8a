import { ImportError } from "../import-error.ts";

/** What the readers of zip and gzip say of a file, in words a person can act on. */
const words: readonly [pattern: RegExp, what: string][] = [
  [/multi-disk/, "is one part of several. Put the parts together, or export again as one file."],
  [
    /End of central directory|unexpected EOF|overflows file bounds|Z_BUF_ERROR|unexpected end of file/,
    "is cut short: its end is missing. Copy or download it again, and compare the sizes.",
  ],
  [/strong encryption|encrypted/, "is protected by a password. Unpack it, and hand in the folder."],
  [
    /Z_DATA_ERROR|signature|zip64|comment length|extra field|size mismatch|incorrect/,
    "is damaged. Copy or download it again.",
  ],
];

/** The error of an archive that cannot be read, without the names inside it; others as they are. */
export function damaged(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof ImportError) return error;
  const code = "code" in error ? String(error.code) : "";
  const found = words.find(([pattern]) => pattern.test(`${code} ${error.message}`));
  return found === undefined ? error : new ImportError(`${name} ${found[1]}`);
}

import { isUtf8 } from "node:buffer";
import { getFileNameLowLevel, parseExtraFields } from "yauzl";

const UTF8 = 0x800;

/**
 * The name of a file in a zip; null when it is none. The flag says UTF-8 or CP437. Several tools
 * write UTF-8 without the flag, and what is valid UTF-8 and not ASCII is nearly never CP437.
 * Backslashes, which old Windows tools write between folders, become slashes.
 */
export function zipName(raw: Buffer, extra: Buffer, flags: number): string | null {
  if ((flags & UTF8) !== 0 && !isUtf8(raw)) return null;
  const name = getFileNameLowLevel(
    isUtf8(raw) ? flags | UTF8 : flags,
    raw,
    parseExtraFields(extra),
    false,
  );
  return isName(name) ? name.normalize("NFC") : null;
}

/** Whether a path could be of a file at all. */
export function isName(path: string): boolean {
  // U+FFFD is what a decoder leaves of bytes that are no text.
  return path !== "" && path.length <= 4096 && !/[\p{Cc}\ufffd]/u.test(path);
}

/** Whether a path would lead out of the archive, had it been unpacked. */
export function climbs(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes("..");
}

/** What the file managers of macOS and Windows leave everywhere. */
export function isLitter(path: string): boolean {
  return /(^|\/)(__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path);
}

/** How many letters of every path are folders that all of them are in. */
export function commonFolder(paths: readonly string[]): number {
  const [first = "", ...others] = paths;
  let length = first.lastIndexOf("/") + 1;
  for (const path of others) {
    while (length > 0 && !path.startsWith(first.slice(0, length))) {
      length = first.lastIndexOf("/", length - 2) + 1;
    }
  }
  return length;
}

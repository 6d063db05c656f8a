import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Findings } from "../findings.ts";
import { type ArchiveLimits, limitEntries } from "./limits.ts";
import type { Member } from "./member.ts";
import { isLitter, isName } from "./names.ts";

const CHUNK = 1 << 18;

/** The files of a folder and of those inside it. Links are not followed: they may lead anywhere. */
export async function openFolder(
  path: string,
  { name, limits, refusals }: { name: string; limits: ArchiveLimits; refusals: Findings },
): Promise<readonly Member[]> {
  const members: Member[] = [];
  await walk("");
  return members;

  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      const inside = `${folder}${entry.name}`;
      if (isLitter(inside)) continue;
      if (entry.isDirectory()) await walk(`${inside}/`);
      else if (!isName(inside)) leaveOut("a name that is no text");
      else if (!entry.isFile()) leaveOut("no file but a link or a device");
      else {
        const { size } = await lstat(join(path, inside));
        members.push(plainFile(join(path, inside), inside.normalize("NFC"), size));
        limitEntries(members.length, name, limits);
      }
    }
  }

  function leaveOut(what: string): void {
    refusals.add(null, null, `Something in the folder is or has ${what}. It was left out.`);
  }
}

/** A file on the disk, under the path it has in its archive. */
export function plainFile(path: string, inside: string, bytes: number): Member {
  return {
    path: inside,
    bytes,
    packed: bytes,
    async *open(onRead) {
      // A link that took the file's place since it was listed is not followed either.
      const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
      const stream = file.createReadStream({ highWaterMark: CHUNK });
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        onRead(chunk.length);
        yield chunk;
      }
    },
  };
}

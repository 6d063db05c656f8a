import { dayIn } from "#app/model/period.ts";
import { anonymousCells, type Cell } from "#app/privacy/cells.ts";
import { answerHash, invitationHash } from "#app/privacy/codes.server.ts";
import { memberOf } from "#app/privacy/pseudonym.server.ts";
import { letterAddress } from "#app/privacy/sealed-letter.server.ts";
import type { Db } from "#db/client.server.ts";
import { dropLeavers, markClosed, moveAnswerBox } from "#db/intake/close-wave.ts";
import { eraseSalt } from "#db/intake/code-salts.ts";
import { putCommentsAway } from "#db/intake/comments.ts";
import {
  type FrameCell,
  freezeUnits,
  markOpen,
  readInvitees,
  saveCells,
  saveCodes,
  saveInvitations,
} from "#db/intake/open-wave.ts";
import { readFrameParents } from "#db/intake/read-frame.ts";
import { writeLetterAddress } from "#db/records/letter-address.ts";
import { beginCodes } from "./codes.ts";
import type { Context } from "./context.ts";
import { sampled } from "./waves/sampled.ts";

/** An anonymous cell holds at least this many invited people. */
const SMALLEST_CELL = 10;

/** What a channel needs to reach one person. The code is stored nowhere: `codesOf` finds it again. */
export interface Invitation {
  readonly personId: number;
  readonly channel: string;
  readonly code: string;
}

/**
 * Opens a wave: freezes the people, their attributes, the organisation and the thresholds as they
 * are at `context.now`, and derives a code for each person. All or nothing.
 */
export async function openWave(
  { db, keys, now, timeZone }: Context,
  { wave: key }: { readonly wave: string },
): Promise<readonly Invitation[]> {
  return db.transaction().execute((trx) => openWithin(trx, { keys, now, timeZone }, key));
}

/** As `openWave`, inside a transaction that does more. */
export async function openWithin(
  trx: Db,
  { keys, now, timeZone }: Pick<Context, "keys" | "now" | "timeZone">,
  key: string,
): Promise<readonly Invitation[]> {
  const day = dayIn(timeZone, now);
  const wave = await markOpen(trx, key, now);
  await freezeUnits(trx, wave.id, day);
  // What people write is sealed for the worker before it is sent.
  await writeLetterAddress(trx, letterAddress(keys.directory));
  const { invitees, combinations } = await sampled(trx, wave.sample, await readInvitees(trx, day));
  if (invitees.length === 0) {
    throw new Error(`Nobody is employed on ${day}: import the people before opening "${key}".`);
  }
  const cells: readonly Cell[] =
    wave.mode === "anonymous"
      ? anonymousCells(combinations, await readFrameParents(trx, wave.id), SMALLEST_CELL)
      : combinations;
  const { frame, cellOf } = numberCells(cells, combinations);
  await saveCells(trx, wave.id, frame);

  const draw = await beginCodes(trx, keys, wave.id);
  const drawn = invitees.map((invitee) => ({ ...invitee, code: draw(invitee.personKey) }));
  await saveCodes(
    trx,
    wave.id,
    drawn.map(({ code, combination, personKey }) => ({
      answerHash: answerHash(code),
      cell: cellOf[combination] ?? 0,
      member:
        wave.mode === "anonymous" ? null : memberOf(keys.pseudonym, wave.programme, personKey),
    })),
  );
  await saveInvitations(
    trx,
    wave.id,
    drawn.map(({ code, personId, channel }) => ({
      invitationHash: invitationHash(code),
      personId,
      channel,
    })),
  );
  return drawn.map(({ personId, channel, code }) => ({ personId, channel, code }));
}

/**
 * Closes a wave and freezes its results: who left before the close leaves both sides. Closing
 * twice changes nothing.
 */
export async function closeWave(
  { db, keys, now, timeZone }: Context,
  { wave: key }: { readonly wave: string },
): Promise<void> {
  const anonymous = await db.transaction().execute(async (trx) => {
    const wave = await markClosed(trx, key, now);
    if (wave !== null) await eraseSalt(trx, wave.id);
    if (wave === null || wave.mode === "anonymous") return wave;
    await dropLeavers(trx, wave, dayIn(timeZone, now), keys.pseudonym);
    await putCommentsAway(trx, wave.id);
    return null;
  });
  if (anonymous !== null) await moveAnswerBox(db as Db, anonymous.id);
}

/** Cells that are the same cell get the same number, and the people of all of them. */
function numberCells(
  cells: readonly Cell[],
  combinations: readonly { readonly invited: number }[],
): { frame: readonly FrameCell[]; cellOf: readonly number[] } {
  const numbers = new Map<string, number>();
  const frame: { -readonly [Key in keyof FrameCell]: FrameCell[Key] }[] = [];
  const cellOf = cells.map((cell, index) => {
    const identity = JSON.stringify([cell.unitId, cell.siteId, cell.options]);
    const number = numbers.get(identity) ?? frame.length;
    numbers.set(identity, number);
    const invited = combinations[index]?.invited ?? 0;
    const known = frame[number];
    if (known === undefined) frame.push({ ...cell, invited });
    else known.invited += invited;
    return number;
  });
  return { frame, cellOf };
}

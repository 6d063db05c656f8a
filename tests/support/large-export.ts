import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { canary } from "#fixtures/recording.ts";

const START = Date.UTC(2026, 9, 1) / 1000;
const text = `Bonjour à tous, le planning est au panneau. ${canary}. `;

/**
 * Writes the export of one busy group as Telegram Desktop writes it, of about so many bytes; returns
 * how many messages there are in it.
 */
export async function writeLargeExport(path: string, bytes: number): Promise<number> {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  let written = 0;
  let messages = 0;
  const write = async (piece: string) => {
    written += Buffer.byteLength(piece);
    if (!file.write(piece)) await once(file, "drain");
  };
  await write('{"name":"Atelier","type":"public_supergroup","id":1234567890,"messages":[');
  while (written < bytes) {
    const some = Array.from({ length: 500 }, () => message(++messages));
    await write(`${messages > 500 ? "," : ""}${some.join(",\n")}`);
  }
  await write("]}");
  file.end();
  await finished(file);
  return messages;
}

function message(id: number): string {
  const at = START + Math.floor(id / 2);
  return JSON.stringify({
    ...{ id, type: "message", date: new Date(at * 1000).toISOString().slice(0, 19) },
    ...{ date_unixtime: String(at), from: canary, from_id: `user${id % 4000}` },
    text: text.repeat(1 + (id % 20)),
    text_entities: [{ type: "plain", text: text.repeat(1 + (id % 10)) }],
  });
}

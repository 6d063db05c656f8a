import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { NetworkError } from "./network-error.ts";

/**
 * The lines of a file that is opened, as UTF-8 text without the mark it may begin with; unpacked
 * first where it is gzip, whatever it calls itself. A file that is cut, or is none, is a
 * `NetworkError`.
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  { asked, longest = 1024 * 1024 }: { readonly asked: string; readonly longest?: number },
): AsyncGenerator<string> {
  const failed = (trouble: "unreadable" | "too-large", said: string) =>
    new NetworkError({ trouble, asked, status: null, said });
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of unpacked(bytes, () =>
    failed("unreadable", "the file is cut or damaged"),
  )) {
    const lines = `${rest}${decoder.decode(part, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
    if (rest.length > longest) throw failed("too-large", `a line is longer than ${longest}`);
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}

async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  damaged: () => NetworkError,
): AsyncGenerator<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  // Two bytes tell; they may come one by one.
  while (first.length < 2) {
    const { done, value } = await parts.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  const all = chain(first, parts);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  if (!isGzip) {
    yield* all;
    return;
  }
  let cause: unknown = null;
  const watched = watch(all, (error) => {
    cause = error;
  });
  const gunzip = pipeline(Readable.from(watched), createGunzip(), () => {});
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch {
    throw cause ?? damaged();
  }
}

async function* chain(
  first: Uint8Array,
  others: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let part = await others.next(); !part.done; part = await others.next()) yield part.value;
  } finally {
    await others.return?.();
  }
}

/** A failure of the file itself says more than one of what unpacks it. */
async function* watch(
  bytes: AsyncIterable<Uint8Array>,
  tell: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    tell(error);
    throw error;
  }
}

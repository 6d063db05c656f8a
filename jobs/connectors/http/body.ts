/** The body was longer than allowed; whoever asked is to abort the request, so that the rest is not sent. */
export class TooLarge extends Error {
  constructor(limit: number) {
    super(`the answer is larger than ${limit} bytes`);
  }
}

/** The text of a response, counted as it arrives (after decompression) and cut off past `limit` bytes. */
export async function readBody(response: Response, limit: number): Promise<string> {
  if (response.body === null) return "";
  if (Number(response.headers.get("content-length")) > limit) throw new TooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    size += value.length;
    if (size > limit) throw new TooLarge(limit);
    chunks.push(value);
  }
}

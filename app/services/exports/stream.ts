interface Reader {
  readonly signal: AbortSignal;
  /** Resolves once what was written has gone out. */
  drained(): Promise<void>;
}

/**
 * A text that is made while it is read: the next piece waits for the last one to have gone out,
 * and nothing more is made for a reader who has gone away.
 */
export function streamOf(
  pieces: AsyncGenerator<string>,
  { signal, drained }: Reader,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await drained();
        const { done, value } = signal.aborted
          ? await pieces.return(undefined)
          : await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

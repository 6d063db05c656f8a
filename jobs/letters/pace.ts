/** Lets its callers go on one after the other, `perSecond` at most, however many there are. */
export function pacer(
  perSecond: number,
  { clock, wait }: { readonly clock: () => Date; readonly wait: (ms: number) => Promise<void> },
): () => Promise<void> {
  const between = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = clock().getTime();
    const turn = Math.max(now, next);
    next = turn + between;
    if (turn > now) await wait(turn - now);
  };
}

/**
 * Begins to read several things at once and gives what they say in the order of the list: waiting
 * for answers overlaps, and what comes out does not depend on who answered first. Of each thing
 * that is waiting for its turn, one value is held.
 */
export async function* inOrder<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  read: (item: Item, index: number) => AsyncGenerator<Value>,
): AsyncGenerator<{ readonly index: number; readonly value: Value }> {
  const begun: { readonly values: AsyncGenerator<Value>; readonly first: Promise<Step<Value>> }[] =
    [];
  let next = 0;
  const begin = () => {
    for (const item of items.slice(next, next + atOnce - begun.length)) {
      const values = read(item, next);
      const first = values.next();
      // Heard of when its turn comes.
      first.catch(() => {});
      begun.push({ values, first });
      next += 1;
    }
  };
  try {
    begin();
    for (let index = 0; index < items.length; index += 1) {
      const current = begun[0];
      if (current === undefined) return;
      let step = await current.first;
      while (!step.done) {
        yield { index, value: step.value };
        step = await current.values.next();
      }
      begun.shift();
      begin();
    }
  } finally {
    await Promise.allSettled(begun.map(({ first }) => first));
    await Promise.allSettled(begun.map(({ values }) => values.return(undefined)));
  }
}

type Step<Value> = IteratorResult<Value, unknown>;

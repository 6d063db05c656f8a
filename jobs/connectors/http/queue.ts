/** The line in front of one server: so many at once, so many a second, nobody while it asks for a pause. */
export interface Queue {
  run<Value>(task: () => Promise<Value>): Promise<Value>;
  /** Nobody else starts before this is over. */
  pauseUntil(over: Promise<void>): void;
}

const queues = new Map<string, Queue>();

/** All the clients of a server stand in the same line, whichever connection they serve. */
export function queueFor(origin: string, concurrency: number, perSecond: number | null): Queue {
  const name = `${origin} ${concurrency} ${perSecond}`;
  const queue = queues.get(name) ?? createQueue(concurrency, perSecond);
  queues.set(name, queue);
  return queue;
}

function createQueue(concurrency: number, perSecond: number | null): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;
  let pause: Promise<void> | null = null;
  const rate = perSecond === null ? null : bucket(perSecond);

  return {
    async run(task) {
      if (running >= concurrency) await new Promise<void>((start) => waiting.push(start));
      else running += 1;
      try {
        while (pause !== null) await pause;
        if (rate !== null) await rate();
        return await task();
      } finally {
        // The place is handed over rather than freed, so that nobody slips in between.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    pauseUntil(over) {
      const longer = Promise.all([pause, over]).then(() => {
        if (pause === longer) pause = null;
      });
      pause = longer;
    },
  };
}

/** Lets `perSecond` requests through each second, after a burst of as many. */
function bucket(perSecond: number): () => Promise<void> {
  let tokens = perSecond;
  let filledAt = performance.now();
  return async () => {
    const now = performance.now();
    tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond) - 1;
    filledAt = now;
    if (tokens < 0) {
      const wait = (-tokens / perSecond) * 1000;
      await new Promise<void>((resume) => setTimeout(resume, wait));
    }
  };
}

/** The line in front of one server: so many at once, so many a second, nobody while it asks for a pause. */
export interface Queue {
  run<Value>(url: URL, task: () => Promise<Value>): Promise<Value>;
  /** Nobody else starts before this is over. */
  pauseUntil(over: Promise<void>): void;
}

/** How often a server is asked. */
export interface Pace {
  readonly concurrency: number;
  /** Null for no limit. */
  readonly perSecond: number | null;
  /** Addresses with a limit of their own, by the beginning of their path. */
  readonly of: readonly { readonly path: string; readonly perSecond: number }[];
}

const queues = new Map<string, Queue>();

/** All the clients of a server stand in the same line, whichever connection they serve. */
export function queueFor(origin: string, pace: Pace): Queue {
  const name = `${origin} ${JSON.stringify(pace)}`;
  const queue = queues.get(name) ?? createQueue(pace);
  queues.set(name, queue);
  return queue;
}

function createQueue({ concurrency, perSecond, of }: Pace): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;
  let pause: Promise<void> | null = null;
  const usual = perSecond === null ? null : bucket(perSecond);
  const own = of.map(({ path, perSecond: rate }) => ({ path, turn: bucket(rate) }));
  const turnOf = ({ pathname }: URL) =>
    own.find(({ path }) => pathname.startsWith(path))?.turn ?? usual;

  return {
    async run(url, task) {
      // Waited for outside: a slow address is not to keep the others from their places.
      const turn = turnOf(url);
      if (turn !== null) await turn();
      if (running >= concurrency) await new Promise<void>((start) => waiting.push(start));
      else running += 1;
      try {
        while (pause !== null) await pause;
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

/** Lets `perSecond` requests through each second, after a burst of as many: of one at least. */
function bucket(perSecond: number): () => Promise<void> {
  const most = Math.max(1, perSecond);
  let tokens = most;
  let filledAt = performance.now();
  return async () => {
    const now = performance.now();
    tokens = Math.min(most, tokens + ((now - filledAt) / 1000) * perSecond) - 1;
    filledAt = now;
    if (tokens < 0) {
      const wait = (-tokens / perSecond) * 1000;
      await new Promise<void>((resume) => setTimeout(resume, wait));
    }
  };
}

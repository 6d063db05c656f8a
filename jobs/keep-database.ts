import { type Embedded, startEmbedded } from "#db/embedded.server.ts";
import { isAlive, startOf } from "#db/folder-lock.server.ts";

const SECONDS_BETWEEN_LOOKS = 1;

/**
 * Starts our PostgreSQL again when something else ended it. Rejects when it cannot be had back on the
 * port that everybody knows; otherwise never settles.
 */
export function keepDatabase(
  home: string,
  embedded: Embedded,
  log: (line: string) => void,
): { readonly lost: Promise<never>; stop(): Promise<void> } {
  let watched = identify(embedded);
  let looking: Promise<void> = Promise.resolve();
  let lose: (error: unknown) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {});
  const timer = setInterval(() => {
    looking = looking.then(look).catch(lose);
  }, SECONDS_BETWEEN_LOOKS * 1000);
  return {
    lost,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    if (isAlive(watched)) return;
    log("PostgreSQL has ended by itself: starting it again");
    const again = await startEmbedded(home, log);
    if (again.port !== embedded.port) {
      await again.stop();
      throw new Error(`Port ${embedded.port} was taken while PostgreSQL was away: start again.`);
    }
    watched = identify(again);
  }
}

function identify({ pid }: Embedded): { readonly pid: number; readonly started: string | null } {
  return { pid, started: startOf(pid) };
}

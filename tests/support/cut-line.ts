import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A line to the database that can be cut, and mended. */
export interface CutLine {
  readonly url: string;
  /** The database is gone: nobody is connected, and nobody can connect. */
  cut(): void;
  mend(): void;
  /** The next thing that is asked is heard and done, and the line goes before the answer comes. */
  loseNextAnswer(): void;
}

/** Puts a line of its own before a database. */
export async function cutLineTo(databaseUrl: string): Promise<CutLine> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isCut = false;
  let losing = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk) => far.write(chunk));
    far.on("data", (chunk) => {
      if (!losing) return void near.write(chunk);
      losing = false;
      near.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    end();
    server.close();
  });
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address !== null ? address.port : 0);
  return {
    url: url.href,
    cut() {
      isCut = true;
      end();
    },
    mend() {
      isCut = false;
    },
    loseNextAnswer() {
      losing = true;
    },
  };
}

import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";

export interface LocalServer {
  readonly url: string;
  /** Every request received, in order. */
  readonly requests: readonly IncomingMessage[];
  /** How many connections were opened for them. */
  connections(): number;
}

/** A real server on 127.0.0.1, closed when the test ends. `answer` gets the number of the request, from 1. */
export async function serveLocally(
  answer: (number: number, ...rest: Parameters<RequestListener>) => void,
): Promise<LocalServer> {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    answer(requests.length, request, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, requests, connections: () => connections };
}

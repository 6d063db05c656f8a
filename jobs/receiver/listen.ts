import { createServer, type RequestListener } from "node:http";

export interface Listening {
  readonly port: number;
  /** Lets what was sent be answered, for five seconds at most. */
  close(): Promise<void>;
}

/** Listens on an address; port 0 takes any that is free. @throws when it is taken. */
export async function listen(
  app: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  // Longer than the web keeps a connection: it must not be closed while something is under way.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new Error(`Cannot listen on ${host}:${port} (${error.code}).`));
    });
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), 5_000);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

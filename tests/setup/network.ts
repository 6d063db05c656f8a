import { type SetupServer, setupServer } from "msw/node";
import { afterEach } from "vitest";

const loopback = ["127.0.0.1", "[::1]", "localhost"];

/**
 * The world outside, in tests: nothing answers unless a test says what it answers
 * (`outside.use(…)`). Loopback is left alone: the tests start real servers there.
 */
export const outside = theOneOutside();

afterEach(() => outside.resetHandlers());

/** Files of a worker share what they import, and this one is read anew for each: the world outside is one. */
function theOneOutside(): SetupServer {
  const everywhere = globalThis as typeof globalThis & { outsideOfTests?: SetupServer };
  everywhere.outsideOfTests ??= listening();
  return everywhere.outsideOfTests;
}

function listening(): SetupServer {
  const server = setupServer();
  server.listen({
    onUnhandledRequest(request, print) {
      if (!loopback.includes(new URL(request.url).hostname)) print.error();
    },
  });
  return server;
}

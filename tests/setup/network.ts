import { type SetupServer, setupServer } from "msw/node";
import { afterEach } from "vitest";

const loopback = ["127.0.0.1", "[::1]", "localhost"];

/**
 * The world outside, in tests: nothing answers unless a test says what it answers
 * (`outside.use(…)`). Loopback is left alone: the tests start real servers there.
 */
export const outside = listening();

afterEach(() => outside.resetHandlers());

function listening(): SetupServer {
  const server = setupServer();
  server.listen({
    onUnhandledRequest(request, print) {
      if (!loopback.includes(new URL(request.url).hostname)) print.error();
    },
  });
  return server;
}

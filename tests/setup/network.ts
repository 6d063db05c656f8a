import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/**
 * The world outside, in tests: nothing answers unless a test says what it answers
 * (`outside.use(…)`). Loopback is left alone: the tests start real servers there.
 */
export const outside = setupServer();

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

beforeAll(() =>
  outside.listen({
    onUnhandledRequest(request, print) {
      if (!loopback.has(new URL(request.url).hostname)) print.error();
    },
  }),
);
afterEach(() => outside.resetHandlers());
afterAll(() => outside.close());

import { describe, expect, test } from "vitest";
import { createClient } from "#jobs/connectors/http.ts";
import { serveLocally } from "#tests/support/loopback.ts";
import { patientClient, troubleWith } from "#tests/support/patient-client.ts";

describe("waiting", () => {
  const refusals: Record<
    string,
    [status: number, headers: Record<string, string>, body: string, wait: number]
  > = {
    "seconds in Retry-After": [429, { "retry-after": "3" }, "limit exceeded\n", 3000],
    "a date in Retry-After": [
      503,
      { "retry-after": "Sat, 21 Nov 2026 20:12:14 GMT", date: "Sat, 21 Nov 2026 20:11:44 GMT" },
      "",
      30_000,
    ],
    "Matrix's retry_after_ms": [
      429,
      {},
      '{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1234}',
      1234,
    ],
    "Telegram's parameters.retry_after": [
      429,
      {},
      '{"ok":false,"parameters":{"retry_after":9}}',
      9000,
    ],
    "X-RateLimit-Reset in seconds": [429, { "x-ratelimit-reset": "5" }, "", 5000],
    "X-RateLimit-Reset as a moment": [
      429,
      { "x-ratelimit-reset": "1795291914", date: "Sat, 21 Nov 2026 20:11:44 GMT" },
      "",
      10_000,
    ],
  };

  test.each(Object.entries(refusals))("honours %s", async (_, [status, headers, body, wait]) => {
    const server = await serveLocally((number, _request, response) => {
      if (number > 1) return response.end('{"ok":true}');
      return response.writeHead(status, headers).end(body);
    });
    const { client, waits } = patientClient(server.url);
    expect(await client.get("/x")).toEqual({ ok: true });
    expect(waits).toEqual([wait]);
  });

  test("backs off further each time when the server does not say, up to half a minute", async () => {
    const server = await serveLocally((number, _request, response) => {
      if (number > 8) return response.end("[]");
      return response.writeHead(502, { "x-ratelimit-reset": "1" }).end("<h1>Bad gateway</h1>");
    });
    const { client, waits } = patientClient(server.url, { tries: 9 });
    await client.get("/x");
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    const unlucky = patientClient(
      (await serveLocally((n, _, r) => void r.writeHead(n > 1 ? 200 : 500).end("1"))).url,
      {
        random: () => 0,
      },
    );
    await unlucky.client.get("/x");
    expect(unlucky.waits).toEqual([250]);
  });

  test("gives up after so many tries, and says what the server said", async () => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(500, { "content-type": "text/plain" }).end("disk  full\n");
    });
    const { client, waits } = patientClient(server.url, { tries: 3 });
    const error = await troubleWith(client.get("/x"));
    expect(error).toMatchObject({ trouble: "failing", status: 500, said: "disk full" });
    expect(waits.length).toBe(2);
    expect(server.requests.length).toBe(3);
  });

  test("does not come back before it was asked to: a wait too long ends the reading", async () => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(429, { "retry-after": "7200" }).end("limit exceeded\n");
    });
    const { client, waits } = patientClient(server.url);
    const error = await troubleWith(client.get("/x"));
    expect(error).toMatchObject({ trouble: "busy", said: "it asks to come back in 120 minutes" });
    expect(waits).toEqual([]);
  });

  test("a server that asks for a pause is left alone by every client", async () => {
    const arrivals: [path: string | undefined, at: number][] = [];
    const server = await serveLocally((number, request, response) => {
      arrivals.push([request.url, performance.now()]);
      if (number > 1) return response.end("[]");
      return response.writeHead(429, { "retry-after": "0.2" }).end();
    });
    const one = createClient(server.url, {});
    const other = createClient(server.url, {});
    const first = one.get("/first");
    await expect.poll(() => arrivals.length).toBe(1);
    await new Promise((resume) => setTimeout(resume, 30));
    await Promise.all([first, other.get("/second")]);
    const refusedAt = arrivals[0]?.[1] ?? 0;
    expect(arrivals.slice(1).every(([, at]) => at - refusedAt >= 190)).toBe(true);
  });

  test("tries again when no answer comes in time, and when the connection breaks half-way", async () => {
    const server = await serveLocally((number, request, response) => {
      if (number === 1) return;
      if (number === 2) {
        response.writeHead(200, { "content-length": "100" });
        response.write("[1, 2");
        setTimeout(() => request.socket.destroy(), 20);
        return;
      }
      if (number === 3) {
        response.writeHead(200);
        response.write("[1");
        return;
      }
      response.end("[1, 2, 3]");
    });
    const { client, waits } = patientClient(server.url, { timeoutMs: 80 });
    expect(await client.get("/x")).toEqual([1, 2, 3]);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test("does not insist when the answer will be the same", async () => {
    for (const [status, trouble] of [
      [400, "refused"],
      [401, "unauthorised"],
      [403, "forbidden"],
      [404, "missing"],
    ] as const) {
      const server = await serveLocally((_number, _request, response) => {
        response.writeHead(status).end('{"message":"no"}');
      });
      const error = await troubleWith(patientClient(server.url).client.get("/x"));
      expect(error).toMatchObject({ trouble, status, said: "no" });
      expect(server.requests.length).toBe(1);
    }
  });
});

describe("taking turns", () => {
  test("never more at once than allowed, all clients of a server together", async () => {
    let inside = 0;
    let most = 0;
    const server = await serveLocally((_number, _request, response) => {
      inside += 1;
      most = Math.max(most, inside);
      setTimeout(() => {
        inside -= 1;
        response.end("[]");
      }, 10);
    });
    const clients = [1, 2].map(() => createClient(server.url, {}, { concurrency: 3 }));
    await Promise.all(
      clients.flatMap((client) => Array.from({ length: 9 }, () => client.get("/x"))),
    );
    expect(most).toBe(3);
    expect(server.requests.length).toBe(18);
  });

  test("so many a second after a first burst, where a limit is set", async () => {
    const server = await serveLocally((_number, _request, response) => void response.end("[]"));
    const client = createClient(server.url, {}, { perSecond: 20, concurrency: 50 });
    const start = performance.now();
    await Promise.all(Array.from({ length: 30 }, () => client.get("/x")));
    expect(performance.now() - start).toBeGreaterThan(450);
  });

  test("a thousand questions to this machine go through few connections, without delay", async () => {
    const server = await serveLocally((_number, _request, response) => void response.end("[]"));
    const client = createClient(server.url, {});
    const start = performance.now();
    for (let number = 0; number < 1000; number += 1) await client.get("/x", { number });
    // At ten a second it would take 99.
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(server.connections()).toBeLessThan(5);
  }, 60_000);
});

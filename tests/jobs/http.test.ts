import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { type ClientOptions, createClient, NetworkError } from "#jobs/connectors/http.ts";
import { serveLocally } from "#tests/support/loopback.ts";

const token = "tok-4f2a-never-shown";

/** A client that does not really wait, and what it would have waited. */
function patientClient(url: string, options: ClientOptions = {}) {
  const waits: number[] = [];
  const client = createClient(
    url,
    { authorization: `Bearer ${token}` },
    {
      random: () => 1,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
      ...options,
    },
  );
  return { client, waits };
}

async function troubleWith(asked: Promise<unknown>): Promise<NetworkError> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`expected a NetworkError, got ${error}`);
  expect(`${error} ${JSON.stringify(error)}`).not.toContain(token);
  return error;
}

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
    expect(performance.now() - start).toBeLessThan(5000);
    expect(server.connections()).toBeLessThan(5);
  });
});

describe("answers", () => {
  test("a page of HTML where JSON was expected is told as such", async () => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<title>Sign in</title>");
    });
    const error = await troubleWith(patientClient(server.url).client.get("/x"));
    expect(error).toMatchObject({ trouble: "unreadable", status: 200 });
    expect(error.message).toContain("not JSON (text/html");
    expect(error.message).not.toContain("Sign in");
  });

  test("one that is too long is cut off while it arrives, announced or not, compressed or not", async () => {
    let sent = 0;
    const server = await serveLocally((number, _request, response) => {
      if (number === 1)
        return response.writeHead(200, { "content-length": "99999999" }).flushHeaders();
      if (number === 2) {
        response.writeHead(200, { "content-encoding": "gzip" });
        return response.end(gzipSync(Buffer.alloc(5_000_000, " ")));
      }
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, " "))) return void response.once("drain", more);
        }
      };
      return more();
    });
    const { client } = patientClient(server.url, { maxBytes: 1_000_000 });
    for (let number = 1; number <= 3; number += 1) {
      expect((await troubleWith(client.get("/x"))).trouble).toBe("too-large");
    }
    expect(sent).toBeLessThan(20_000_000);
  });

  test("what vendors say is found wherever they put it", async () => {
    const bodies = [
      '{"id":"api.context","message":"said","status_code":400}',
      '{"error":{"message":"said","type":"OAuthException"}}',
      '{"ok":false,"error":"said"}',
      '{"schemas":[],"status":"400","detail":"said"}',
      '{"ok":false,"error_code":400,"description":"said"}',
    ];
    for (const body of bodies) {
      const server = await serveLocally(
        (_number, _request, response) => void response.writeHead(400).end(body),
      );
      expect((await troubleWith(patientClient(server.url).client.get("/x"))).said).toBe("said");
    }
  });
});

describe("credentials", () => {
  test("are sent to the server they were given for, and to no other", async () => {
    const thief = await serveLocally((_number, _request, response) => void response.end("[]"));
    const server = await serveLocally((_number, request, response) => {
      if (request.url === "/moved") return response.writeHead(302, { location: "/here" }).end();
      if (request.url === "/away")
        return response.writeHead(307, { location: `${thief.url}/x` }).end();
      return response.end(JSON.stringify(request.headers.authorization));
    });
    const { client } = patientClient(server.url);
    expect(await client.get("/moved")).toBe(`Bearer ${token}`);
    expect(await client.get(`${server.url}/next?page=2`)).toBe(`Bearer ${token}`);
    const away = [
      () => client.get("/away"),
      () => client.read("/away", {}),
      () => client.get(`${thief.url}/x`),
    ];
    for (const asked of away) {
      expect((await troubleWith(asked())).trouble).toBe("redirected");
    }
    expect(await client.get("//127.0.0.2/x")).toBe(`Bearer ${token}`);
    expect(thief.requests).toEqual([]);
  });

  test("a redirect that goes round is left", async () => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(301, { location: "/again" }).end();
    });
    const error = await troubleWith(patientClient(server.url).client.get("/x"));
    expect(error.said).toBe("it redirects more than 5 times");
  });

  test("are in no error, nor is what was searched for", async () => {
    const server = await serveLocally((_number, request, response) => {
      response
        .writeHead(403)
        .end(`{"message":"${request.headers.authorization} may not, ${"z".repeat(999)}"}`);
    });
    const { client } = patientClient(`${server.url}/bot12345:AAF-secret-in-path`);
    const error = await troubleWith(
      client.get("/users", { email: "ada@example.org", api_key: "k-1" }),
    );
    expect(error.asked).toBe(`GET ${server.url}/***/users`);
    expect(error.message).not.toMatch(/ada@example|k-1|AAF-secret/);
    expect(error.message.length).toBeLessThan(600);
    expect(error.message).toContain("give the account of the access token the right to read this");
  });

  test("a POST that reads carries JSON, and is retried", async () => {
    const seen: string[] = [];
    const server = await serveLocally((number, request, response) => {
      request
        .setEncoding("utf8")
        .on("data", (part) => seen.push(`${request.headers["content-type"]} ${part}`));
      request.on("end", () => response.writeHead(number === 1 ? 503 : 200).end("{}"));
    });
    expect(await patientClient(server.url).client.read("/ids", ["a"])).toEqual({});
    expect(seen).toEqual(['application/json ["a"]', 'application/json ["a"]']);
  });
});

describe("addresses", () => {
  test.each([
    "",
    "chat.example.org",
    "ftp://chat.example.org",
    "https://me:secret@chat.example.org",
  ])("%j is refused before anything is sent", (address) => {
    expect(() => createClient(address, {})).toThrow(/correct the server address/);
  });

  test("a token with a character that cannot be sent is told as such", () => {
    expect(() =>
      createClient("https://chat.example.org", { authorization: "Bearer é\u20ac" }),
    ).toThrow(/character that cannot be sent/);
  });

  test("nobody at the address", async () => {
    const { client, waits } = patientClient("http://127.0.0.1:9", { tries: 2 });
    const error = await troubleWith(client.get("/x"));
    expect(error).toMatchObject({ trouble: "unreachable", status: null });
    expect(waits.length).toBe(1);
  });

  test("the world outside does not answer in tests unless a test says what", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const { client } = patientClient("https://chat.example.org", { tries: 1 });
    expect((await troubleWith(client.get("/x"))).trouble).toBe("unreachable");
    expect(String(told.mock.calls)).toContain("https://chat.example.org/x");
  });
});

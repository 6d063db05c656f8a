import { gzipSync } from "node:zlib";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { linesOf, NetworkError } from "#jobs/connectors/http.ts";
import { outside } from "#tests/setup/network.ts";
import { serveLocally } from "#tests/support/loopback.ts";
import { patientClient, token, troubleWith } from "#tests/support/patient-client.ts";

describe("a file", () => {
  test("comes as its bytes, and is unpacked only where the answer says that it is packed", async () => {
    const packed = gzipSync("a,b\n1,2\n");
    const server = await serveLocally((_number, request, response) => {
      const isOnTheWay = request.url === "/on-the-way";
      response.writeHead(200, isOnTheWay ? { "content-encoding": "gzip" } : {}).end(packed);
    });
    const { client } = patientClient(server.url);
    expect((await bytesOf(client.open("/on-the-way"))).toString()).toBe("a,b\n1,2\n");
    expect(await bytesOf(client.open("/report.csv.gz"))).toEqual(packed);
  });

  test("is not bounded as JSON is, but by a limit of its own", async () => {
    const server = await serveLocally((_number, _request, response) => {
      for (let part = 0; part < 50; part += 1) response.write(Buffer.alloc(100_000, "x"));
      response.end();
    });
    const bounds = { maxBytes: 1000, maxFileBytes: 6_000_000 };
    const { client } = patientClient(server.url, bounds);
    expect((await bytesOf(client.open("/file"))).length).toBe(5_000_000);
    const narrow = patientClient(server.url, { maxFileBytes: 1_000_000 }).client;
    const error = await troubleWith(bytesOf(narrow.open("/file")));
    expect(error).toMatchObject({ trouble: "too-large", asked: `GET ${server.url}/file` });
  });

  test("is asked for again until its first byte is there, and no more after that", async () => {
    const server = await serveLocally((number, request, response) => {
      if (number === 1) return response.writeHead(503).end();
      if (number === 2)
        return response.writeHead(429, { "retry-after": "2" }).end("limit exceeded");
      if (number === 3) {
        response.writeHead(200, { "content-length": "100" }).flushHeaders();
        return setTimeout(() => request.socket.destroy(), 20);
      }
      response.writeHead(200, { "content-length": "100" }).write("half of it");
      return setTimeout(() => request.socket.destroy(), 20);
    });
    const { client, waits } = patientClient(server.url);
    const file = await client.open("/file");
    expect(waits).toEqual([500, 2000, 2000]);
    const error = await troubleWith(bytesOf(Promise.resolve(file)));
    expect(error.trouble).toBe("unreachable");
    expect(error.said).toContain("broke off after 10 bytes");
    expect(server.requests.length).toBe(4);
  });

  test("that stops coming is not waited for longer than an answer is", async () => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(200).write("first");
    });
    const { client } = patientClient(server.url, { timeoutMs: 80 });
    expect((await troubleWith(bytesOf(client.open("/file")))).trouble).toBe("slow");
  });

  test("is fetched from the address it is redirected to, without our credentials", async () => {
    const elsewhere: Headers[] = [];
    outside.use(
      http.get("https://graph.example/report", () =>
        HttpResponse.redirect("https://store.example/blob?sig=pre-authenticated-7d1", 302),
      ),
      http.get("https://store.example/blob", ({ request }) => {
        elsewhere.push(request.headers);
        return elsewhere.length === 1
          ? HttpResponse.json({ message: "no pre-authenticated-7d1 here" }, { status: 404 })
          : new HttpResponse("a,b\n");
      }),
    );
    const { client } = patientClient("https://graph.example");
    const error = await troubleWith(client.open("/report"));
    expect(error).toMatchObject({ trouble: "missing", asked: "GET https://graph.example/report" });
    expect(error.message).not.toContain("pre-authenticated-7d1");
    expect((await bytesOf(client.open("/report"))).toString()).toBe("a,b\n");
    expect(elsewhere.map((headers) => headers.get("authorization"))).toEqual([null, null]);
  });

  test("is not fetched from an address that is not encrypted, and JSON from no other at all", async () => {
    outside.use(
      http.get("https://graph.example/plain", () =>
        HttpResponse.redirect("http://store.example/blob", 302),
      ),
      http.get("https://graph.example/away", () =>
        HttpResponse.redirect("https://store.example/blob", 302),
      ),
    );
    const { client } = patientClient("https://graph.example");
    expect((await troubleWith(client.open("/plain"))).trouble).toBe("redirected");
    expect((await troubleWith(client.get("/away"))).trouble).toBe("redirected");
    expect((await troubleWith(client.look("/away"))).trouble).toBe("redirected");
  });
});

test.for([
  "https://127.0.0.1/x",
  "https://2130706433/x",
  "https://10.0.0.1/x",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://[fd00::1]/x",
  "https://metadata.google.internal/x",
  "https://intranet/x",
])("a network outside the company is not followed to %s, inside it", async (address) => {
  outside.use(http.get("https://graph.example/in", () => HttpResponse.redirect(address, 302)));
  const { client } = patientClient("https://graph.example");
  expect((await troubleWith(client.open("/in"))).trouble).toBe("redirected");
});

test("a file that comes drop by drop is left, however regular the drops are", async () => {
  const server = await serveLocally((_number, request, response) => {
    const dripping = setInterval(() => response.write("x"), 10);
    request.socket.once("close", () => clearInterval(dripping));
  });
  const { client } = patientClient(server.url, { timeoutMs: 40, maxFileBytes: 1_000_000 });
  expect((await troubleWith(bytesOf(client.open("/file")))).trouble).toBe("slow");
}, 20_000);

describe("the lines of a file", () => {
  const lines = async (parts: readonly (string | Uint8Array)[], longest?: number) => {
    const asked = "GET /file";
    const read: string[] = [];
    const bounds = longest === undefined ? { asked } : { asked, longest };
    for await (const line of linesOf(bytesIn(parts), bounds)) read.push(line);
    return read;
  };

  test("are the same however the bytes come, packed or not", async () => {
    const bytes = Buffer.from("\uFEFFun,été\r\ndeux\n\ntrois");
    const whole = ["un,été", "deux", "", "trois"];
    const one = (buffer: Buffer) => Array.from(buffer, (byte) => Uint8Array.of(byte));
    for (const parts of [[bytes], one(bytes), [gzipSync(bytes)], one(gzipSync(bytes))]) {
      expect(await lines(parts)).toEqual(whole);
    }
    expect(await lines([])).toEqual([]);
    expect(await lines(["a\n"])).toEqual(["a"]);
  });

  test("end with an error where the file is cut, or one of them has no end", async () => {
    const packed = gzipSync(`${"x".repeat(500)}\n`.repeat(50));
    const cut = lines([packed.subarray(0, packed.length - 12)]);
    await expect(cut).rejects.toMatchObject({ name: "NetworkError", trouble: "unreadable" });
    const endless = lines(["x".repeat(900), "x".repeat(900)], 1000);
    await expect(endless).rejects.toMatchObject({ trouble: "too-large" });
  });
});

describe("a look", () => {
  test("tells what came, whatever the status, and the headers with it", async () => {
    const server = await serveLocally((_number, request, response) => {
      const refused = { "x-oauth-scopes": "users:read", "content-type": "application/json" };
      if (request.url === "/403") return response.writeHead(403, refused).end('{"ok":false}');
      if (request.url === "/401") return response.writeHead(401).end("no");
      return response.writeHead(200).end("<h1>a page</h1>");
    });
    const { client } = patientClient(server.url);
    const forbidden = await client.look("/403");
    expect(forbidden).toMatchObject({ status: 403, body: { ok: false } });
    expect(forbidden.headers.get("x-oauth-scopes")).toBe("users:read");
    expect(await client.look("/401")).toMatchObject({ status: 401, body: "no" });
    expect(await client.look("/page")).toMatchObject({ status: 200, body: "<h1>a page</h1>" });
  });

  test("waits and tries again as a question does", async () => {
    const server = await serveLocally((number, _request, response) => {
      if (number === 1) return response.writeHead(429, { "retry-after": "3" }).end();
      return response.writeHead(500).end("down");
    });
    const { client, waits } = patientClient(server.url, { tries: 3 });
    const error = await troubleWith(client.look("/x"));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ trouble: "failing", status: 500, said: "down" });
    expect(waits).toEqual([3000, 1000]);
    expect(error.message).not.toContain(token);
  });
});

async function bytesOf(file: Promise<AsyncIterable<Uint8Array>>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of await file) parts.push(part);
  return Buffer.concat(parts);
}

async function* bytesIn(parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

import { connect } from "node:net";
import express from "express";
import { expect, onTestFinished, test, vi } from "vitest";
import { type FindReceiver, passOn } from "#app/pass-on.server.ts";
import { serve } from "#app/server.ts";
import { serveLocally } from "#tests/support/loopback.ts";

async function open(find: FindReceiver): Promise<string> {
  const app = express();
  app.use(passOn(find));
  app.use((_request, response) => void response.send("a page"));
  const serving = await serve(app, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => serving.close());
  return serving.address;
}

/** A receiver that tells what it was asked, and answers with headers that must not come through. */
async function openEcho() {
  const { url } = await serveLocally(async (_number, request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const { method, headers } = request;
    response.writeHead(request.url === "/webhooks/teapot" ? 418 : 200, {
      "content-type": "application/json",
      "set-cookie": "session=stolen",
      "x-inner": "of this line only",
      connection: "x-inner",
      etag: "1",
    });
    response.end(JSON.stringify({ method, path: request.url, headers, body }));
  });
  const port = Number(new URL(url).port);
  return open(() => ({ host: "127.0.0.1", port }));
}

test("two addresses are passed on with every method they need; everything else is a page", async () => {
  const address = await openEcho();
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await fetch(`${address}/scim/v2/Users/1?filter=a%20eq%20b`, { method });
    expect(await answer.json()).toMatchObject({
      method,
      path: "/scim/v2/Users/1?filter=a%20eq%20b",
    });
  }
  expect((await fetch(`${address}/webhooks/teapot`)).status).toBe(418);
  expect((await fetch(`${address}/webhooks/x`, { method: "OPTIONS" })).status).toBe(405);
  for (const path of ["/", "/webhooks", "/webhooksx/1", "/scim", "/scim/v1/Users", "/scim/v23"]) {
    expect(await (await fetch(`${address}${path}`)).text(), path).toBe("a page");
  }
});

test("bytes and credentials go through; the cookie and what speaks of one line only do not", async () => {
  const address = await openEcho();
  const answer = await fetch(`${address}/webhooks/whatsapp`, {
    method: "POST",
    body: '{"é":"\\u00e9"}',
    headers: {
      authorization: "Bearer abc",
      cookie: "session=mine",
      "x-hub-signature-256": "sha256=1",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "barometer.example.org",
      "x-forwarded-for": "203.0.113.7",
    },
  });
  const { headers, body } = await answer.json();
  expect(body).toBe('{"é":"\\u00e9"}');
  expect(headers).toMatchObject({
    authorization: "Bearer abc",
    "x-hub-signature-256": "sha256=1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "barometer.example.org",
  });
  expect(headers["x-forwarded-for"]).toMatch(/^203\.0\.113\.7, .*127\.0\.0\.1$/);
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("accept-encoding");
  expect(answer.headers.get("etag")).toBe("1");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("x-inner")).toBeNull();
});

test("while there is no receiver a plain sentence says so, and when to come back", async () => {
  // Nobody listens on port 1.
  for (const find of [() => null, () => ({ host: "127.0.0.1", port: 1 })]) {
    const answer = await fetch(`${await open(find)}/webhooks/slack`, {
      method: "POST",
      body: "{}",
    });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await answer.text()).toBe("What receives this is not running. Try again later.\n");
  }
});

test("a receiver that hangs up without an answer is not taken for one that accepted", async () => {
  const rude = await serveLocally((_number, request) => request.socket.destroy());
  const port = Number(new URL(rude.url).port);
  const address = await open(() => ({ host: "127.0.0.1", port }));
  const answer = await fetch(`${address}/webhooks/slack`, { method: "POST", body: "{}" });
  expect(answer.status).toBe(502);
  expect(await answer.text()).toBe("What receives this did not answer. Try again later.\n");
});

test("what is inside a body is never taken for another request", async () => {
  const asked: string[] = [];
  const { url } = await serveLocally(async (_number, request, response) => {
    asked.push(`${request.method} ${request.url}`);
    for await (const _ of request);
    response.end("answered");
  });
  const port = Number(new URL(url).port);
  const address = await open(() => ({ host: "127.0.0.1", port }));
  const inside = "GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const method of ["GET", "DELETE", "POST"]) {
    const head = `${method} /webhooks/x HTTP/1.1\r\nHost: x\r\nConnection: close, content-length\r\n`;
    await sendRaw(address, `${head}Content-Length: ${inside.length}\r\n\r\n${inside}`);
  }
  expect(asked).toEqual(["GET /webhooks/x", "DELETE /webhooks/x", "POST /webhooks/x"]);
});

test("many that never finish what they send keep nobody else waiting", async () => {
  const { url, requests } = await serveLocally((_number, request, response) => {
    request.resume().on("end", () => response.end("whole"));
  });
  const inner = Number(new URL(url).port);
  const address = await open(() => ({ host: "127.0.0.1", port: inner }));
  const port = Number(new URL(address).port);
  for (let nth = 0; nth < 120; nth += 1) {
    const line = connect(port, "127.0.0.1").on("error", () => {});
    line.write("POST /webhooks/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    onTestFinished(() => void line.destroy());
  }
  await vi.waitFor(() => expect(requests.length).toBeGreaterThanOrEqual(100), 5_000);
  const answer = await fetch(`${address}/webhooks/x`, {
    method: "POST",
    body: "{}",
    signal: AbortSignal.timeout(5_000),
  });
  expect(await answer.text()).toBe("whole");
});

/** Sends bytes as they are, which no client does, and waits for the answer to end. */
async function sendRaw(address: string, text: string): Promise<void> {
  const line = connect(Number(new URL(address).port), "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    line.on("error", reject).on("close", () => resolve());
    line.resume().write(text);
  });
}

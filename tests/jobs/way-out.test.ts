import { readFileSync } from "node:fs";
import { createServer as createPlainServer, type IncomingMessage } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { projectRoot } from "#app/settings.server.ts";
import { chooseWayOut, type WayOut } from "#jobs/connectors/http.ts";
import { outside } from "#tests/setup/network.ts";
import { patientClient, token, troubleWith } from "#tests/support/patient-client.ts";

/** An authority nobody trusts, and a server it vouches for: made for these tests, good for no other. */
const file = (name: string) => join(projectRoot, "tests", "support", "authority", name);
const nothing: WayOut = { httpsProxy: null, httpProxy: null, noProxy: null, caFiles: [] };

let server: Server;
let proxy: ReturnType<typeof createPlainServer>;
const asked: IncomingMessage[] = [];
const opened: { to: string | undefined; password: string | undefined }[] = [];
let isClosed = false;

// What is tested is the way a request really takes: nobody answers in the network's place.
beforeAll(async () => {
  outside.close();
  const certificate = {
    key: readFileSync(file("server-key.pem")),
    cert: readFileSync(file("server.pem")),
  };
  server = createServer(certificate, (request, response) => {
    asked.push(request);
    if (request.url === "/file") {
      return response.writeHead(302, { location: "https://store.example.test/blob" }).end();
    }
    return response.end(request.url === "/blob" ? "a,b" : "[1]");
  });
  proxy = createPlainServer((_, response) => void response.writeHead(500).end());
  proxy.on("connect", (request, socket) => {
    const { "proxy-authorization": password } = request.headers;
    opened.push({ to: request.url, password });
    if (isClosed) return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const through = connect(portOf(server), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on("error", () => {});
  });
  for (const one of [server, proxy]) {
    await new Promise<void>((listening) => one.listen(0, "127.0.0.1", listening));
  }
});
afterAll(async () => {
  proxy.closeAllConnections();
  for (const one of [server, proxy]) one.close();
});
beforeEach(() => {
  asked.length = 0;
  opened.length = 0;
  isClosed = false;
});
afterEach(() => chooseWayOut(nothing));

const company = (): WayOut => ({
  ...nothing,
  httpsProxy: `http://me:s3cret@127.0.0.1:${portOf(proxy)}`,
  caFiles: [file("ca.pem")],
});

test("a network behind a proxy is reached through it, encrypted up to the network itself", async () => {
  chooseWayOut(company());
  const { client } = patientClient("https://chat.example.test/api");
  expect(await client.get("/users")).toEqual([1]);
  expect(opened).toEqual([{ to: "chat.example.test:443", password: `Basic ${btoa("me:s3cret")}` }]);
  expect(asked[0]?.headers.authorization).toBe(`Bearer ${token}`);
  expect(asked[0]?.headers["proxy-authorization"]).toBeUndefined();
});

test("a file elsewhere is fetched through it too, without our credentials", async () => {
  chooseWayOut(company());
  const parts = await patientClient("https://chat.example.test").client.open("/file");
  const bytes: Uint8Array[] = [];
  for await (const part of parts) bytes.push(part);
  expect(Buffer.concat(bytes).toString()).toBe("a,b");
  expect(opened.map(({ to }) => to)).toEqual(["chat.example.test:443", "store.example.test:443"]);
  expect(asked.at(-1)?.headers.authorization).toBeUndefined();
});

test("this machine itself is not reached through a proxy, and its authority is the company's", async () => {
  chooseWayOut(company());
  const { client } = patientClient(`https://127.0.0.1:${portOf(server)}`);
  expect(await client.get("/users")).toEqual([1]);
  expect(opened).toEqual([]);
});

test("an authority of the company's own is trusted without a proxy too", async () => {
  chooseWayOut({ ...nothing, caFiles: [file("ca.pem")] });
  const { client } = patientClient(`https://127.0.0.1:${portOf(server)}`);
  expect(await client.get("/users")).toEqual([1]);
});

test.each([[{ ...nothing }], [{ caFiles: [] }]])(
  "an authority nobody named is not trusted, and the error says which setting names it",
  async (way) => {
    chooseWayOut({ ...company(), ...way });
    const { client, waits } = patientClient(`https://127.0.0.1:${portOf(server)}`);
    const error = await troubleWith(client.get("/users"));
    expect(error.trouble).toBe("untrusted");
    expect(error.message).toContain("BAROMETER_CA_FILE");
    expect(waits).toEqual([]);
    expect(asked).toEqual([]);
  },
);

test("a proxy that does not open the way is told as such, without its password", async () => {
  isClosed = true;
  chooseWayOut(company());
  const { client } = patientClient("https://chat.example.test", { tries: 2 });
  const error = await troubleWith(client.get("/users"));
  expect(error).toMatchObject({ trouble: "unreachable", said: "the proxy refuses (HTTP 407)" });
  expect(error.message).toContain("HTTPS_PROXY");
  expect(error.message).not.toContain("s3cret");
});

test("a host named in NO_PROXY is not asked of the proxy", async () => {
  chooseWayOut({ ...company(), noProxy: "chat.example.test" });
  const { client } = patientClient("https://chat.example.test", { tries: 1 });
  expect((await troubleWith(client.get("/users"))).trouble).toBe("unreachable");
  expect(opened).toEqual([]);
});

function portOf(one: { address(): AddressInfo | string | null }): number {
  const address = one.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

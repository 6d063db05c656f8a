import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { createClient } from "#jobs/connectors/http.ts";
import { serveLocally } from "#tests/support/loopback.ts";
import { patientClient, token, troubleWith } from "#tests/support/patient-client.ts";

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

  test("are in no error, nor is whom a question was about", async () => {
    const server = await serveLocally((_number, _request, response) => {
      const whom = "ada.faure@example.org, @ada:example.org, +33 6 12 34 56 78";
      const key = "xoxb-2998234823-somebody-elses-token-of-41-letters";
      response.writeHead(400).end(JSON.stringify({ message: `no ${whom} for ${key}: code 2500` }));
    });
    const { client } = patientClient(server.url);
    const error = await troubleWith(client.get("/users/ada.faure%40example.org/teams"));
    expect(error.asked).toBe(`GET ${server.url}/users/***/teams`);
    expect(error.said).toBe("no ***, ***, *** for ***: code 2500");
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

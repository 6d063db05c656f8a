import type { IncomingMessage } from "node:http";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { doorsWith, NetworkError } from "#jobs/connectors/http.ts";
import { outside } from "#tests/setup/network.ts";
import { serveLocally } from "#tests/support/loopback.ts";

const secret = "s3cret/of+the=company";

describe("credentials that expire", () => {
  test("are asked for again once, by all the requests that were refused together", async () => {
    const server = await serveForToken("token-2");
    let issued = 0;
    const { client } = doorsWith();
    const network = client(server.url, async () => {
      issued += 1;
      return { authorization: `Bearer token-${issued}` };
    });
    const answers = await Promise.all([1, 2, 3].map((n) => network.get("/x", { n })));
    expect(answers).toEqual([[], [], []]);
    expect(await network.look("/x")).toMatchObject({ status: 200 });
    expect(issued).toBe(2);
  });

  test("are not asked for a third time where the new ones are refused too", async () => {
    const server = await serveForToken("token-never");
    let issued = 0;
    const network = doorsWith().client(server.url, async () => {
      issued += 1;
      return { authorization: `Bearer token-${issued}` };
    });
    const error = await network.get("/x").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "NetworkError", trouble: "unauthorised", status: 401 });
    expect(String(error)).not.toMatch(/token-\d/);
    expect([issued, server.requests.length]).toEqual([2, 2]);
  });

  test("that cannot be had are heard of as such, and asked for again by the next question", async () => {
    const server = await serveForToken("token-2");
    let issued = 0;
    const network = doorsWith().client(server.url, async () => {
      issued += 1;
      if (issued === 1) throw new Error("nobody signs in");
      return { authorization: `Bearer token-${issued}` };
    });
    await expect(network.get("/x")).rejects.toThrow("nobody signs in");
    expect(await network.get("/x")).toEqual([]);
  });
});

describe("signing in", () => {
  const form = {
    grant_type: "client_credentials",
    client_id: "5d2b9a70-application",
    client_secret: secret,
    scope: "https://graph.example/.default",
  };

  test("posts the form as RFC 6749 has it, and gives the token", async () => {
    const posted: { type: string | undefined; body: string }[] = [];
    const server = await serveLocally(async (_number, request, response) => {
      const body = await textOf(request);
      posted.push({ type: request.headers["content-type"], body });
      response.end(JSON.stringify({ token_type: "Bearer", expires_in: 3599, access_token: "t-1" }));
    });
    expect(await doorsWith().signIn(`${server.url}/tenant/oauth2/v2.0/token`, form)).toBe("t-1");
    expect(posted[0]?.type).toBe("application/x-www-form-urlencoded");
    expect(Object.fromEntries(new URLSearchParams(posted[0]?.body))).toEqual(form);
    expect(server.requests[0]?.method).toBe("POST");
  });

  test.each([
    [400, { error: "invalid_client", error_description: `AADSTS7000215: ${secret} is wrong` }],
    [401, { error: "invalid_client", error_description: `${encodeURIComponent(secret)}!` }],
    [200, { token_type: "Bearer" }],
  ])("refused with %i is told without any secret", async (status, body) => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(status).end(JSON.stringify(body));
    });
    const basic = { authorization: `Basic ${btoa(secret)}` };
    const error = await doorsWith()
      .signIn(`${server.url}/token`, form, basic)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ trouble: "unauthorised" });
    const told = `${error} ${JSON.stringify(error)}`;
    for (const hidden of [secret, encodeURIComponent(secret), btoa(secret), form.client_id]) {
      expect(told).not.toContain(hidden);
    }
  });

  test("goes to no other server", async () => {
    const asked: string[] = [];
    outside.use(
      http.post("https://login.example/token", () =>
        HttpResponse.redirect("https://elsewhere.example/token", 307),
      ),
      http.all("https://elsewhere.example/*", ({ request }) => {
        asked.push(request.url);
        return HttpResponse.json({ access_token: "t" });
      }),
    );
    const error = await doorsWith()
      .signIn("https://login.example/token", form)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ trouble: "redirected" });
    expect(asked).toEqual([]);
  });

  test("is tried again while the server is busy", async () => {
    const waits: number[] = [];
    const server = await serveLocally((number, _request, response) => {
      if (number === 1) return response.writeHead(429, { "retry-after": "4" }).end();
      return response.end('{"access_token":"t-1"}');
    });
    const sleep = async (milliseconds: number) => void waits.push(milliseconds);
    expect(await doorsWith({ sleep }).signIn(server.url, form)).toBe("t-1");
    expect(waits).toEqual([4000]);
  });
});

describe("what a network asks for", () => {
  test("holds for the addresses it names, and the rest goes on", async () => {
    const arrivals: string[] = [];
    outside.use(
      http.get("https://chat.example/*", ({ request }) => {
        arrivals.push(new URL(request.url).pathname.replace("/api", ""));
        return HttpResponse.json([]);
      }),
    );
    const of = [{ path: "/slow", perSecond: 5 }];
    const network = doorsWith().client("https://chat.example/api", {}, { perSecond: 1000, of });
    const slow = [1, 2, 3, 4, 5, 6].map((number) => `/slow/${number}`);
    const start = performance.now();
    await Promise.all([...slow, "/fast"].map((path) => network.get(path)));
    // Five at once, and the sixth a fifth of a second later; the other address waits for none.
    expect(performance.now() - start).toBeGreaterThan(190);
    expect(arrivals.at(-1)).toBe("/slow/6");
    expect(arrivals).toHaveLength(7);
  });

  test("may be less than one a second", async () => {
    outside.use(http.get("https://slow.example/x", () => HttpResponse.json([])));
    const network = doorsWith().client("https://slow.example", {}, { perSecond: 0.9 });
    const start = performance.now();
    await network.get("/x");
    expect(performance.now() - start).toBeLessThan(500);
    await network.get("/x");
    expect(performance.now() - start).toBeGreaterThan(1000);
  });
});

/** Answers whoever has this token. */
function serveForToken(accepted: string) {
  return serveLocally((_number, request, response) => {
    const isIn = request.headers.authorization === `Bearer ${accepted}`;
    response
      .writeHead(isIn ? 200 : 401)
      .end(isIn ? "[]" : `{"message":"${request.headers.authorization}"}`);
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}

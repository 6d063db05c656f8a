import { describe, expect, test as plainly } from "vitest";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { readDeclaredNetworks } from "#db/records/declared-networks.ts";
import { recordNetworks } from "#db/records/record-networks.ts";
import { checkLines } from "#jobs/commands/networks/check.ts";
import { offeredLines } from "#jobs/commands/networks/list.ts";
import { declaredOf, offeredBy, suppliedBy } from "#jobs/connectors/declared.ts";
import { connectors } from "#jobs/connectors/index.ts";
import { mattermost } from "#jobs/connectors/mattermost.ts";
import { checkNetwork } from "#jobs/steps/check-network.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { serveLocally } from "#tests/support/loopback.ts";

const token = "admin-token-77f1";
const known = connectors.map((connector) => ({
  network: connector.network,
  title: connector.title,
  declaration: declaredOf(connector),
}));

describe("what this version can read", () => {
  test("is written down for the pages, once, and corrected when it changes", async ({
    owner,
    web,
  }) => {
    await recordNetworks(owner, []);
    expect(await recordNetworks(owner, known)).toBe(true);
    expect(await readDeclaredNetworks(web)).toEqual(known);
    expect(await recordNetworks(owner, known)).toBe(false);
    const fewer = known.slice(1).toReversed();
    expect(await recordNetworks(owner, fewer)).toBe(true);
    expect(await readDeclaredNetworks(web)).toEqual(fewer);
  });

  plainly("is said of every network: ways, figures, rights and settings", () => {
    for (const connector of connectors) {
      const lines = offeredLines(offeredBy(connector));
      expect(lines[0]).toBe(`${connector.network}: ${connector.title}`);
      for (const name of Object.keys(connector.settings)) expect(lines.at(-1)).toContain(name);
      for (const { name } of connector.live?.rights ?? []) expect(lines.join()).toContain(name);
      expect(lines.length).toBeGreaterThan(2);
    }
    expect(offeredLines(offeredBy(mattermost))[1]).toBe(
      "  at night: members, groups, memberships, post, comment, react, join, leave; back to the beginning",
    );
  });

  plainly("a connection supplies what the way it is fed tells", () => {
    expect(suppliedBy(mattermost, "network")).toEqual([
      "post",
      "comment",
      "react",
      "join",
      "leave",
    ]);
    const filesOnly = { network: "x", title: "X", settings: {} };
    expect(suppliedBy(filesOnly, "network")).toEqual([]);
  });
});

describe("a check", () => {
  const cases: [roles: string | undefined, ok: boolean, lines: RegExp][] = [
    ["system_user system_admin", true, /✓ chat: it takes.*\n {2}✓ system_admin: held/],
    ["system_user", false, /✗ chat: .*system_admin is missing\n {2}✗ system_admin: missing/],
    [
      undefined,
      true,
      /✓ chat: which rights there are cannot be seen\n {2}\? system_admin: unknown/,
    ],
  ];
  test.for(cases)(
    "of somebody whose roles are %j",
    async ([roles, ok, lines], { database, worker }) => {
      const server = await serveLocally((_number, request, response) => {
        const isIn = request.headers.authorization === `Bearer ${token}`;
        response.writeHead(isIn ? 200 : 401).end(JSON.stringify(isIn ? { id: "a", roles } : {}));
      });
      const check = await checkIt(
        contextOf(database, worker, "2026-11-09T02:10:00Z"),
        server.url,
        token,
      );
      expect(check.ok).toBe(ok);
      const told = checkLines({ key: "chat", ...check }).join("\n");
      expect(told).toMatch(lines);
      expect(told).not.toContain(token);
    },
  );

  test("of a token that is refused says what to do, and nothing of rights", async ({
    database,
    worker,
  }) => {
    const server = await serveLocally((_number, _request, response) => {
      response.writeHead(401).end('{"message":"Invalid or expired session."}');
    });
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const { ok, message, rights, remedy } = await checkIt(context, server.url, "an-old-token");
    expect({ ok, rights }).toEqual({ ok: false, rights: [] });
    expect(message).toMatch(/HTTP 401.*replace the access token/);
    expect(message).not.toContain("an-old-token");
    expect(message).not.toContain("..");
    expect(checkLines({ key: "chat", ok, message, rights, ...(remedy ? { remedy } : {}) })[1]).toBe(
      "  barometer networks add mattermost --key chat --set token=@file",
    );
  });
});

async function checkIt(context: ReturnType<typeof contextOf>, url: string, secret: string) {
  const { db, keys } = context;
  await ensureConnection(db, keys.secrets, {
    ...{ key: "chat", network: "mattermost", title: "Chat", supplies: [] },
    settings: { url, token: secret },
  });
  const connection = await findConnection(db, "chat");
  if (connection === null) throw new Error("there is no connection");
  return checkNetwork(context, connection);
}

plainly("every network supplies something in some way, also one that is only heard", () => {
  const silent = connectors
    .map(offeredBy)
    .filter(({ live, files, sent, people }) => !live && !files && !sent && !people);
  expect(silent).toEqual([]);
  const whatsapp = connectors.map(offeredBy).find(({ network }) => network === "whatsapp");
  expect(whatsapp).toMatchObject({ live: null, webhook: true, sent: { historyDays: 0 } });
  expect(whatsapp?.sent?.each).toContain("view");
});

import { expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import type { Answer, Client } from "#jobs/connectors/http.ts";
import { NetworkError } from "#jobs/connectors/http.ts";
import { inOrder } from "#jobs/connectors/microsoft/ahead.ts";
import { asks } from "#jobs/connectors/microsoft/asks.ts";
import { rowsOf } from "#jobs/connectors/microsoft/csv.ts";
import { rolesOf } from "#jobs/connectors/microsoft/rights.ts";
import { reportedDays } from "#jobs/connectors/microsoft/usage.ts";
import { limits } from "#jobs/connectors/teams/limits.ts";
import { teams } from "#jobs/connectors/teams.ts";

const week = { from: new Date("2026-11-02T00:00:00Z"), to: new Date("2026-11-09T00:00:00Z") };
const team = { id: "ab000000-1111", createdDateTime: "2026-01-01T00:00:00Z" };

test.each([
  [`<p>${canary}&nbsp;?</p>`, true],
  ["<div>Quand&nbsp;?<br></div><div>Merci.</div>", true],
  ['<p>Voir <a href="https://example.org/?page=2">ici</a>.</p>', false],
  ["<blockquote>Qui vient ?</blockquote><p>Moi.</p>", false],
  ["<p>Essayer <code>a ? b : c</code></p>", false],
  ['<attachment id="1?"></attachment>', false],
  ["", false],
])("%j asks something: %s", (html, isAsking) => {
  expect(asks([null, html], true)).toBe(isAsking);
  expect(asks([html === "" ? null : "Qui ?", undefined], false)).toBe(html !== "");
});

test("a visibility nobody knows is not open, and hides the name", async () => {
  const of = async (visibility: string | null) => {
    const [group] = (
      await read({ "/groups": [{ ...team, displayName: canary, visibility }] })
    ).filter((record) => record.type === "group");
    return group?.type === "group" ? [group.privacy, group.name] : null;
  };
  expect(await of("Public")).toEqual(["open", canary]);
  for (const word of ["Private", null, "unknownFutureValue"]) {
    expect(await of(word)).toEqual(["closed", null]);
  }
  expect(await of("HiddenMembership")).toEqual(["secret", null]);
});

test("a next page that is the page before ends the list", async () => {
  const again = "https://graph.microsoft.com/v1.0/users?$skiptoken=again";
  const page = { value: [{ id: "one" }, { id: "one" }], "@odata.nextLink": again };
  const records = await read({ "/users": page, [again]: page });
  expect(records.filter(({ type }) => type === "member").length).toBe(1);
});

test("what another service answers is not taken for an empty list", async () => {
  await expect(read({ "/users": { data: [] } })).rejects.toThrow(
    /not what Microsoft Graph answers/,
  );
  await expect(read({ "/groups": null })).rejects.toThrow(/not what Microsoft Graph answers/);
});

test("a channel whose place in the list has expired is read again once, then it is an error", async () => {
  let refused = 0;
  const expired = (times: number) => () => {
    refused += 1;
    if (refused <= times) throw failure(410);
    return { value: [] };
  };
  const answers = (times: number) => ({
    "/groups": [{ ...team, displayName: "Quai", visibility: "Public" }],
    "/teams/ab000000-1111/channels": [{ id: "c", membershipType: "standard" }],
    "/teams/ab000000-1111/channels/c/messages/delta": expired(times),
  });
  await expect(read(answers(1))).resolves.toBeInstanceOf(Array);
  refused = 0;
  await expect(read(answers(2))).rejects.toMatchObject({ status: 410 });
});

test("reports are asked for by whole days, three before the window, as far back as they are kept", () => {
  const of = (from: string, to: string) => reportedDays(new Date(from), new Date(to));
  expect(of("2026-11-05T10:00:00Z", "2026-11-07T10:00:00Z")).toEqual([
    "2026-11-02",
    "2026-11-03",
    "2026-11-04",
    "2026-11-05",
    "2026-11-06",
  ]);
  const months = of("2026-03-01T00:00:00Z", "2026-11-07T10:00:00Z");
  expect([months.length, months[0], months.at(-1)]).toEqual([28, "2026-10-10", "2026-11-06"]);
});

test("a report is read by the names of its columns, whatever is quoted", async () => {
  async function* lines() {
    yield 'a,"b, c",d';
    yield ',"x ""y"", z",1';
    yield "";
    yield "cut,2";
  }
  const rows = [];
  for await (const row of rowsOf(lines())) {
    rows.push([row.line, row.get("a"), row.get("b, c"), row.get("d"), row.get("e"), row.isCut]);
  }
  expect(rows).toEqual([
    [2, "", 'x "y", z', "1", null, false],
    [4, "cut", "2", "", null, true],
  ]);
});

test("what a token does not say is not known, rather than missing", () => {
  const payload = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  expect(rolesOf(`x.${payload({ roles: ["User.Read.All"] })}.y`)).toEqual(
    new Set(["User.Read.All"]),
  );
  for (const token of ["opaque", "a.b.c", `x.${payload({})}.y`, `x.${payload(null)}.y`, ""]) {
    expect(rolesOf(token)).toBeNull();
  }
});

test("no team is asked more than four times a second, whatever its id", () => {
  for (const id of ["00ff", "ab12", "ff00", "9c"]) {
    const own = limits.of?.find(({ path }) => `/teams/${id}/channels`.startsWith(path));
    expect(own?.perSecond).toBe(4);
  }
});

test("what is read ahead comes in the order of the list, and a failure when its turn comes", async () => {
  async function* slowest(item: number) {
    await new Promise((resume) => setTimeout(resume, (5 - item) * 5));
    if (item === 3) throw new Error("third");
    yield `${item}a`;
    yield `${item}b`;
  }
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { value } of inOrder([1, 2, 3, 4], 3, slowest)) seen.push(value);
  })();
  await expect(reading).rejects.toThrow("third");
  expect(seen).toEqual(["1a", "1b", "2a", "2b"]);
});

type Said = unknown | (() => unknown);

/** Reads a week of a Graph that answers this, and empty lists to everything else. */
async function read(answers: Readonly<Record<string, Said>>): Promise<CanonicalRecord[]> {
  const said = (path: string) => {
    const found = path in answers ? answers[path] : [];
    const answer = typeof found === "function" ? found() : found;
    return Array.isArray(answer) ? { value: answer } : answer;
  };
  const client: Client = {
    get: async <Body>(path: string) => said(path) as Body,
    read: async () => {
      throw new Error("nothing is to be asked for by POST");
    },
    look: async (): Promise<Answer> => ({ status: 404, headers: new Headers(), body: null }),
    open: async () => {
      throw failure(403);
    },
  };
  const records: CanonicalRecord[] = [];
  const source = {
    settings: { tenant: "t", clientId: "c", clientSecret: "s" },
    ...week,
    cursor: null,
    timeZone: "Europe/Paris",
    client: () => client,
    signIn: async () => "token",
  };
  for await (const record of teams.live?.pull(source) ?? []) records.push(record);
  return records;
}

function failure(status: number): NetworkError {
  return new NetworkError({ trouble: "refused", asked: "GET /", status, said: "no" });
}

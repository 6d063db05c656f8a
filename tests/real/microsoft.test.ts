import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { teams } from "#jobs/connectors/teams.ts";
import { vivaEngage } from "#jobs/connectors/viva-engage.ts";
import { openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { recordingOf, samplesOf } from "#tests/support/real-samples.ts";
import { readRecorded, replay } from "#tests/support/replay.ts";

const ofTeams = samplesOf("teams");
const ofEngage = samplesOf("viva-engage");
const graph = "https://graph.microsoft.com/v1.0";
const yammer = "https://www.yammer.com/api/v1";
const settings = { tenant: "t", clientId: "c", clientSecret: "s" };
const token = {
  "POST https://login.microsoftonline.com/t/oauth2/v2.0/token": {
    access_token: "a-token",
    token_type: "Bearer",
    expires_in: 3599,
  },
};
const nobody = { value: [] };
const directory = (users: readonly object[]) => ({
  ...token,
  [`${graph}/users`]: { value: users },
  [`${graph}/directory/deletedItems/microsoft.graph.user`]: nobody,
});

/** By its path, its day and its page; what is chosen of an answer is not what is looked at. */
function named(url: URL): URL {
  const kept = new URL(url);
  for (const name of [...kept.searchParams.keys()])
    if (!["$skiptoken", "page", "older_than"].includes(name)) kept.searchParams.delete(name);
  return kept;
}

async function read(connector: Connector, exchanges: object, from: string, to: string, more = {}) {
  const recording = recordingOf(exchanges as Record<string, unknown>, {
    settings: { ...settings, ...more },
    from,
    to,
  });
  const { requests } = replay(recording, () => null, named);
  const { records, error } = await readRecorded(connector, recording);
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return { told, error, requests };
}

async function readFile(connector: Connector, path: string): Promise<readonly CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  const refusals = new Findings();
  const archive = await openArchive(path, { refusals });
  const source = { archive, settings: {}, timeZone: "Europe/Paris" };
  for await (const record of connector.files?.read(source) ?? []) records.push(record);
  expect(refusals.list()).toEqual([]);
  return records;
}

const stranger = (id: string, particulars: object = {}) => ({
  type: "member",
  id,
  email: null,
  employeeNumber: null,
  kind: "person",
  active: false,
  ...particulars,
});
const membership = (group: string, member: string) => ({
  type: "membership",
  group,
  member,
  joinedAt: null,
});

describe.skipIf(ofTeams.isAbsent)("what Graph answers about Teams, as others documented it", () => {
  const [team] = ofTeams.isAbsent ? [] : ofTeams.json<{ id: string }[]>("docs.team-list.json");
  const id = team?.id ?? "";
  const at = (channel: string) => `${graph}/teams/${id}/channels/${encodeURIComponent(channel)}`;
  const [general, development, social] = [
    "19:17de660d16844149ab3f0240405f9316@thread.skype",
    "19:e14b10cd0b684901b53d14e89aa4221f@thread.skype",
    "19:12ff25ec5325468dba1f73522cd08248@thread.skype",
  ] as const;
  const answers = () => {
    type Page = { readonly value: readonly { readonly id: string }[]; "@odata.nextLink"?: string };
    const all = ofTeams.json<Page>("spec.channels.json").value;
    const apart = new Map(
      ofTeams.json<Page>("spec.channels.private.json").value.map((one) => [one.id, one]),
    );
    const first = ofTeams.json<Page>("spec.channel-messages.with-nextLink.json");
    const replies = ofTeams.json<Page>("spec.message-replies.json").value;
    const [root] = ofTeams.json<object[]>("docs.channel-message-list.json");
    const [reply] = ofTeams.json<object[]>("docs.message-reply-list.json");
    const delta = ofTeams.json<Page>("spec.channel-messages.delta.json");
    const link = "@odata.deltaLink";
    return {
      ...directory(ofTeams.json<object[]>("docs.entra-user-list.json")),
      [`${graph}/groups`]: { value: [team] },
      [`${graph}/groups/${id}/members`]: {
        value: ofTeams.json<object[]>("docs.entra-m365group-user-list.json"),
      },
      [`${graph}/teams/${id}/channels`]: {
        value: all.map((one) => apart.get(one.id) ?? one),
      },
      [`${at(development)}/members`]: ofTeams.json("spec.channel-members.json"),
      [`${at(social)}/members`]: { value: ofTeams.json("docs.channel-member-list.json") },
      [`${at(general)}/messages/delta`]: first,
      [first["@odata.nextLink"] ?? ""]: ofTeams.json("spec.channel-messages.page2.json"),
      [`${at(development)}/messages/delta`]: {
        value: [{ ...root, replies: [...replies, reply] }],
        [link]: "https://graph.microsoft.com/v1.0/x",
      },
      // The same two messages as in the other channel: another post, in another place.
      [`${at(social)}/messages/delta`]: delta,
    };
  };
  const act = (channel: string, message: string, particulars: object) => ({
    type: "activity",
    id: `${channel}/${message}`,
    verb: "post",
    group: channel === general ? id : channel,
    root: null,
    target: null,
    isQuestion: false,
    withdrawnAt: null,
    ...particulars,
  });
  const group = (of: string, particulars: object) => ({
    type: "group",
    id: of,
    privacy: "closed",
    purpose: null,
    name: null,
    createdAt: null,
    archivedAt: null,
    ...particulars,
  });
  const [owner, guest, author, lidia, joni, john] = [
    "00000000-0000-0000-0000-000000000002",
    "00000000-0000-0000-0000-000000000003",
    "065868eb-f08f-4a82-9786-690bc5c38fce",
    "2ed03dfd-01d8-4005-a9ef-fa8ee546dc6c",
    "8b209ac8-08ff-4ef1-896d-3b9fde0bbf04",
    "78ccf530-bbf0-47e4-aae6-da5f8c6fb142",
  ] as const;

  test("is read whole, page after page, private channels apart", async () => {
    // So old a window has no usage reports, and of eight months only: both are said elsewhere.
    const { told, error, requests } = await read(
      teams,
      answers(),
      "2017-01-01T00:00:00Z",
      "2022-12-01T00:00:00Z",
    );
    expect(error).toMatchObject({ asked: expect.stringContaining("/reports/") });
    const root = { root: `${development}/1666799217259`, verb: "comment", target: john };
    expect(told).toEqual([
      {
        type: "member",
        id: "ef0d4f29-e359-4443-a15d-bc3dccc8143f",
        email: "John@contoso.onmicrosoft.com",
        employeeNumber: null,
        kind: "person",
        active: true,
        endedAt: null,
      },
      group(id, {
        privacy: "open",
        name: "Architecture",
        createdAt: "2022-12-08T09:17:55.039Z",
      }),
      stranger("da52218e-4822-4ac6-b41d-255e2059655e"),
      membership(id, "da52218e-4822-4ac6-b41d-255e2059655e"),
      stranger(author),
      // An application wrote the other.
      act(general, "1542288043581", { member: author, at: "2018-11-15T13:20:43.581Z" }),
      act(general, "1511723663660", { member: author, at: "2017-11-26T19:14:23.660Z" }),
      group(development, {}),
      ...[1, 2, 3].flatMap((number) => {
        const member = `00000000-0000-0000-0000-00000000000${number}`;
        const domain = number === 3 ? "externaldomainname" : "domainname";
        const email = `user${number}@${domain}.com`;
        return [
          stranger(member, { kind: "guest", active: true, email }),
          membership(development, member),
        ];
      }),
      stranger(john),
      act(development, "1666799217259", { member: john, at: "2022-10-26T15:46:57.259Z" }),
      stranger(lidia),
      act(development, "1666799217259/1501527483334", {
        ...{ member: lidia, at: "2017-07-31T18:58:03.334Z", ...root },
      }),
      stranger(joni),
      act(development, "1666799217259/1501527482612", {
        ...{ member: joni, at: "2017-07-31T18:58:02.612Z", ...root },
      }),
      act(development, "1666799217259/1540747442203", {
        ...{ member: john, at: "2022-10-26T15:57:13.162Z", ...root },
      }),
      group(social, {}),
      membership(social, john),
      act(social, "1542288043581", { member: author, at: "2018-11-15T13:20:43.581Z" }),
    ]);
    expect([owner, guest].every((one) => JSON.stringify(told).includes(one))).toBe(true);
    const outside = requests.filter(({ url }) => url.hostname !== "graph.microsoft.com");
    expect(outside.map(({ url }) => url.hostname)).toEqual(["login.microsoftonline.com"]);
  });

  test("an error of Graph's is told by its code and its message", async () => {
    const $body = ofTeams.json<{ error: { message: string } }>("spec.graph-error.json");
    const refused = { ...answers(), [`${graph}/users`]: { $status: 400, $body } };
    const { error } = await read(teams, refused, "2022-10-01T00:00:00Z", "2022-10-02T00:00:00Z");
    expect(error).toMatchObject({
      status: 400,
      said: expect.stringContaining($body.error.message),
    });
  });

  test("a report of 2019, which has fewer columns, is read: nobody did anything", async () => {
    const path = ofTeams.path("spec.getTeamsUserActivityUserDetail.2019.csv");
    expect(await readFile(teams, path)).toEqual([
      stranger("abisha@contoso.onmicrosoft.com", {
        email: "abisha@contoso.onmicrosoft.com",
        active: true,
      }),
      stranger("same@contoso.onmicrosoft.com", {
        email: "same@contoso.onmicrosoft.com",
        active: true,
      }),
    ]);
  });

  test("the same report, asked for by day, gives no total of what nobody did", async () => {
    const days = ["2022-10-23", "2022-10-24", "2022-10-25", "2022-10-26"];
    const name = "docs.report-useractivityuserdetail.csv";
    const reports = days.map((day) => [
      `${graph}/reports/getTeamsUserActivityUserDetail(date=${day})`,
      { $text: ofTeams.text(name) },
    ]);
    const quiet = {
      ...answers(),
      [`${graph}/groups`]: nobody,
      ...Object.fromEntries(reports),
    };
    const { told, error } = await read(
      teams,
      quiet,
      "2022-10-26T00:00:00Z",
      "2022-10-27T00:00:00Z",
    );
    expect(error).toBeNull();
    // Its posts and replies are read one by one in channels, and are not taken from here.
    expect(told.map(({ type }) => type)).toEqual(["member", "refusal"]);
  });

  test.each(["csv", "json"])(
    "a report of 2022 with concealed names gives totals of the company (%s)",
    async (kind) => {
      const told = await readFile(
        teams,
        ofTeams.path(`docs.report-useractivityuserdetail.${kind}`),
      );
      const count = { type: "count", member: null, group: null, grain: "week", counts: "acts" };
      expect(told).toEqual([
        expect.objectContaining({ type: "refusal", where: "usage reports" }),
        // 22 to 28 October: five of the seven days are in the week of Monday the 24th.
        { ...count, day: "2022-10-24", verb: "post", n: 2 },
        { ...count, day: "2022-10-24", verb: "comment", n: 3 },
      ]);
    },
  );
});

describe.skipIf(ofEngage.isAbsent)("what Graph and Yammer answer about Viva Engage", () => {
  const answers = () => {
    const users = ofEngage.json<{ users: object[] }>("spec.yammer-users.in_group.json").users;
    const first = ofEngage.json<{ messages: object[] }>(
      "spec.yammer-messages.page1.older_available.json",
    );
    return {
      ...directory([]),
      [`${graph}/employeeExperience/communities`]: ofEngage.json("spec.graph-communities.json"),
      [`${graph}/groups/7c99afd7-9f3a-49e2-b105-4ee36314350c/members`]: {
        value: ofEngage.json<object[]>("docs.community-user-list.json"),
      },
      [`${graph}/groups/c5122932-a925-494d-8b27-f16aa00d41bf/members`]: nobody,
      [`${yammer}/users.json?page=1`]: ofEngage.json("spec.yammer-users.page1.json"),
      [`${yammer}/users.json?page=2`]: users,
      [`${yammer}/users.json?page=3`]: [],
      [`${yammer}/groups.json?page=1`]: [],
      [`${yammer}/messages.json`]: first,
      [`${yammer}/messages.json?older_than=10123190123127`]: ofEngage.json(
        "spec.yammer-messages.page2.json",
      ),
    };
  };
  const group = (id: string, privacy: string, name: string | null) => ({
    type: "group",
    id,
    privacy,
    purpose: null,
    name,
    createdAt: null,
    archivedAt: null,
  });
  const user = (id: string, active = true) => ({
    type: "member",
    id,
    email: null,
    kind: "person",
    active,
  });
  const act = (id: number, member: number, day: number, root: string | null = null) => ({
    type: "activity",
    id: String(id),
    verb: root === null ? "post" : "comment",
    member: String(member),
    group: null,
    root,
    target: null,
    isQuestion: false,
    at: `2019-09-0${day}T07:53:18.000Z`,
    withdrawnAt: null,
  });

  test("communities, their members, and a sample of what is posted, older pages too", async () => {
    const { told, error } = await read(
      vivaEngage,
      answers(),
      "2019-09-01T00:00:00Z",
      "2019-09-30T00:00:00Z",
      { source: "rest", token: "y-token" },
    );
    // No sample of a day's report was published whole: the reading ends there.
    expect(error).toMatchObject({ asked: expect.stringContaining("/reports/") });
    expect(told).toEqual([
      group("47691358209", "open", "All Company"),
      group("52379443201", "closed", null),
      stranger("da634de7-d23c-4419-ab83-fcd395b4ebd0"),
      membership("47691358209", "da634de7-d23c-4419-ab83-fcd395b4ebd0"),
      ...[1496550646, 1496550647, 1496550643].map((id) => user(String(id))),
      // Empty, a thread is no thread: what is answered begins it.
      act(10123190123123, 1496550646, 9, "1496550647"),
      user("1496550640", false),
      act(10123190123124, 1496550640, 8),
      user("1496550610", false),
      act(10123190123125, 1496550610, 7),
      user("1496550630", false),
      act(10123190123126, 1496550630, 6),
      act(10123190123127, 1496550646, 5),
      act(10123190123130, 1496550646, 4, "1496550647"),
      act(10123190123131, 1496550640, 3),
    ]);
  });

  test("a message and a person as a client of Yammer's prints them", async () => {
    const [message] = ofEngage.json<object[]>("docs.message-list.json");
    const { told } = await read(
      vivaEngage,
      {
        ...answers(),
        [`${yammer}/users.json?page=1`]: ofEngage.json("docs.user-list.json"),
        [`${yammer}/users.json?page=2`]: [],
        [`${yammer}/messages.json`]: { messages: [message], meta: { older_available: false } },
      },
      "2022-11-01T00:00:00Z",
      "2022-12-01T00:00:00Z",
      { source: "rest", token: "y-token" },
    );
    expect(told.slice(-3)).toEqual([
      { ...user("172006440961"), email: "johndoe@contoso.onmicrosoft.com" },
      user("36425097217", false),
      {
        ...act(2000337749565441, 36425097217, 1),
        at: "2022-11-11T20:59:10.000Z",
      },
    ]);
  });

  test.each(["csv", "json"])(
    "a saved report of a week in which nothing was done (%s)",
    async (kind) => {
      const told = await readFile(
        vivaEngage,
        ofEngage.path(`docs.report-activityuserdetail.${kind}`),
      );
      expect(told).toEqual([expect.objectContaining({ type: "refusal", where: "usage reports" })]);
    },
  );

  test("the report of communities has the columns that are read, whatever Office is called", () => {
    for (const name of [
      "docs.report-groupsactivitydetail.csv",
      "spec.getYammerGroupsActivityDetail.header.csv",
    ]) {
      const [header = ""] = readFileSync(ofEngage.path(name), "utf8").split("\n");
      expect(header.trim().split(",")).toEqual(
        expect.arrayContaining(["Group Display Name", "Posted Count", "Read Count", "Liked Count"]),
      );
    }
  });
});

import SCIMMY from "scimmy";
import { describe, expect, onTestFinished } from "vitest";
import type { PersonRecord } from "#app/model/canonical.ts";
import { scim } from "#jobs/connectors/scim.ts";
import { kept } from "#jobs/receiver/scim/kept.ts";
import { patched } from "#jobs/receiver/scim/patch.ts";
import { userShape } from "#jobs/receiver/scim/schemas.ts";
import { contextOf } from "#tests/support/context.ts";
import { type Handles, test } from "#tests/support/database.ts";
import { recordingOf, samplesOf } from "#tests/support/real-samples.ts";
import { checkRecorded, readRecorded, replay } from "#tests/support/replay.ts";
import { serveScim } from "#tests/support/scim-server.ts";

const captured = samplesOf("scim/captured-scimmy-1.3.5");
const rfc = samplesOf("scim/rfc");

const service = "https://directory.example.org/scim/v2";
const window = {
  settings: { url: service, token: "a-token" },
  from: "2026-11-20T00:00:00Z",
  to: "2026-11-23T00:00:00Z",
};
const answer = (name: string) => {
  const { status, body } = captured.json<{ status: number; body: unknown }>(`${name}.json`);
  return { $status: status, $body: body };
};

/** What scimmy answered, two at a time. Whoever asks past the end is given the first page again. */
function exchanges() {
  return {
    [`${service}/ServiceProviderConfig`]: answer("ServiceProviderConfig"),
    [`${service}/ResourceTypes`]: answer("ResourceTypes"),
    [`${service}/Users?startIndex=1`]: answer("users.page1"),
    [`${service}/Users?startIndex=3`]: answer("users.page2"),
    [`${service}/Users?startIndex=5`]: answer("users.page3"),
    [`${service}/Users?startIndex=6`]: answer("users.pastend"),
    [`${service}/Groups?startIndex=1`]: answer("groups"),
  };
}

function named(url: URL): URL {
  const bare = new URL(url);
  for (const name of ["count", "attributes", "excludedAttributes", "filter"])
    bare.searchParams.delete(name);
  return bare;
}

async function readDirectory(answers: object, cursor: string | null = null, more: object = {}) {
  const recording = recordingOf(
    { ...exchanges(), ...answers },
    { ...window, settings: { ...window.settings, ...more } },
  );
  const { requests } = replay(recording, () => null, named);
  const { records, error } = await readRecorded(scim, recording, { cursor });
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  const last = records.findLast((record) => record.type === "cursor");
  return { told, error, requests, cursor: last?.type === "cursor" ? last.value : null };
}

const person = (number: number, active = number !== 4): PersonRecord => ({
  type: "person",
  id: `0000000${number}`,
  employeeNumber: `100${number}`,
  name: `U${number} Test`,
  email: `user${number}@example.test`,
  telephone: null,
  active,
  hiredOn: null,
  leftOn: null,
  unit: ["ACME", "France", "RH"],
  manager: number === 1 ? null : "00000001",
  site: null,
  country: null,
  language: "fr",
  frontline: true,
});
const everybody = { type: "everybody" };
const five = [1, 2, 3, 4, 5].map((number) => person(number));

describe.skipIf(captured.isAbsent)("what a real scimmy answered", () => {
  test("is everybody, once, in three pages", async () => {
    const { told, error, requests } = await readDirectory({});
    expect(error).toBeNull();
    expect(told).toEqual([...five, everybody]);
    expect(requests.filter(({ url }) => url.pathname.endsWith("/Users")).length).toBe(3);
  });

  test("past its end it begins anew: nobody is told twice, and it is not asked for ever", async () => {
    const { status, body } = captured.json<{ status: number; body: object }>("users.page3.json");
    // One was deleted while the list was read: the number of people is not reached.
    const six = { $status: status, $body: { ...body, totalResults: 6 } };
    const { told, error } = await readDirectory({ [`${service}/Users?startIndex=5`]: six });
    expect(error).toBeNull();
    expect(told.filter(({ type }) => type === "person")).toEqual(five);
  });

  test("a page of nobody is the end of it", async () => {
    const { told, error } = await readDirectory({
      [`${service}/Users?startIndex=1`]: answer("users.count0"),
    });
    expect(error).toBeNull();
    expect(told.filter(({ type }) => type === "person")).toEqual([]);
    expect(told, "nobody is not taken for everybody").not.toContainEqual(everybody);
  });

  test("the next night asks for those who changed, and is told of them", async () => {
    const { cursor } = await readDirectory({});
    const changed = { [`${service}/Users?startIndex=1`]: answer("users.filter") };
    const { told, requests } = await readDirectory(changed, cursor);
    expect(told).toEqual([1, 2, 3, 5].map((number) => person(number)));
    const asked = requests.find(({ url }) => url.pathname.endsWith("/Users"));
    expect(asked?.url.searchParams.get("filter")).toMatch(
      /^meta\.lastModified gt "2026-11-20T00:00/,
    );
  });

  test("its group is the unit of those who are in it, where groups are units", async () => {
    const { told } = await readDirectory({}, null, { groups: "units" });
    const units = told.flatMap((record) => (record.type === "person" ? [record.unit] : []));
    expect(units.slice(0, 2)).toEqual([["RH"], ["RH"]]);
  });

  test.each([
    ["error.401", "unauthorised", 401],
    ["error.400.invalidFilter", "refused", 400],
    ["error.404", "missing", 404],
  ])("what it refuses is understood (%s)", async (name, trouble, status) => {
    const { told, error } = await readDirectory({
      [`${service}/Users?startIndex=1`]: answer(name),
    });
    expect(told).toEqual([]);
    expect(error).toMatchObject({ name: "NetworkError", trouble, status });
  });

  test("a check counts what is there", async () => {
    const recording = recordingOf(exchanges(), window);
    replay(recording, () => null, named);
    expect((await checkRecorded(scim, recording)).found).toEqual([
      { right: "Users (read)", held: true, note: "5 there" },
      { right: "Groups (read)", held: true, note: "1 there" },
    ]);
  });
});

const example = <Body = object>(name: string) => rfc.json<Body>(`${name}.json`);

async function served(handles: Pick<Handles, "database" | "worker">) {
  const context = contextOf(handles.database, handles.worker, "2026-11-21T10:00:00Z");
  const server = await serveScim(context);
  onTestFinished(() => server.close());
  return server;
}

const errorOf = (status: number, scimType?: string) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
  status: String(status),
  ...(scimType === undefined ? {} : { scimType }),
});

describe.skipIf(rfc.isAbsent)("the examples of RFC 7643 and 7644, sent to our server", () => {
  test("its users are made one after the other, and none twice", async ({ database, worker }) => {
    const { ask, find } = await served({ database, worker });
    const sent = [
      ["rfc7643-8.3-enterprise_user", 201],
      ["rfc7643-8.1-user-minimal", 409],
      ["rfc7643-8.2-user-full", 409],
      ["rfc7644-3.3-user-post_request", 201],
    ] as const;
    for (const [name, status] of sent) {
      const made = await ask("POST", "/Users", example(name));
      expect([name, made.status]).toEqual([name, status]);
      if (status === 409) expect(made.body).toMatchObject(errorOf(409, "uniqueness"));
    }
    const [first] = await find("Users", 'userName eq "bjensen@example.com"');
    expect(first).not.toBe("2819c223-7f76-453a-919d-413861904646");
    expect((await ask("GET", `/Users/${first}`)).body).toMatchObject({
      userName: "bjensen@example.com",
      externalId: "701984",
      active: true,
      addresses: [
        { type: "work", locality: "Hollywood", country: "USA" },
        { type: "home", locality: "Hollywood", country: "USA" },
      ],
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
        employeeNumber: "701984",
        organization: "Universal Studios",
        division: "Theme Park",
        department: "Tour Operations",
        manager: { value: "26118915-6090-4610-87e4-49d8ca9f808d" },
      },
    });
    const [second] = await find("Users", 'userName eq "bjensen"');
    const put = await ask("PUT", `/Users/${second}`, {
      ...example<object>("rfc7644-3.5.1-user-put_request"),
      id: second,
    });
    expect([put.status, put.body.userName]).toEqual([200, "bjensen"]);
  });

  test("a list of two with their names alone is the list of RFC 7644 (3.4.2)", async ({
    database,
    worker,
  }) => {
    const { ask } = await served({ database, worker });
    const expected = example<{ Resources: { userName: string }[] }>(
      "rfc7644-3.4.2-list_response-partial_attributes",
    );
    for (const { userName } of expected.Resources) await ask("POST", "/Users", { userName });
    const { body } = await ask("GET", "/Users?attributes=userName");
    const { Resources, ...list } = body;
    expect(list).toEqual({
      schemas: expect.anything(),
      totalResults: 2,
      startIndex: 1,
      itemsPerPage: 2,
    });
    const shown = Resources.map(({ userName, ...others }) => [userName, Object.keys(others)]);
    expect(shown.toSorted()).toEqual([
      ["bjensen", expect.arrayContaining(["id"])],
      ["jsmith", expect.arrayContaining(["id"])],
    ]);
    expect(JSON.stringify(Resources)).not.toMatch(/"active"|"emails"/);
    const none = await ask("GET", "/Users?count=0");
    expect([none.body.totalResults, none.body.Resources ?? []]).toEqual([2, []]);
    const past = await ask("GET", "/Users?startIndex=50&count=2");
    expect([past.body.totalResults, past.body.Resources ?? []]).toEqual([2, []]);
    const found = await ask("POST", "/Users/.search", example("rfc7644-3.4.3-search_request"));
    expect([200, 501]).toContain(found.status);
  });

  test("bulk is refused, as it is said to be; what is not there is not found", async ({
    database,
    worker,
  }) => {
    const { ask } = await served({ database, worker });
    const bulks = ["3.7.1-bulk_request-circular_conflict", "3.7.2-bulk_request-enterprise_user"];
    for (const name of [...bulks, "3.7.2-bulk_request-temporary_identifier"]) {
      const refused = await ask("POST", "/Bulk", example(`rfc7644-${name}`));
      expect([name, refused.status, refused.body]).toEqual([
        name,
        501,
        expect.objectContaining(errorOf(501)),
      ]);
    }
    const config = (await ask("GET", "/ServiceProviderConfig")).body;
    const said = example<{ schemas: string[] }>("rfc7643-8.5-service_provider_configuration");
    expect(config).toMatchObject({ schemas: said.schemas, bulk: { supported: false } });
    // What it says of itself has every part the RFC says it must have.
    const must = ["patch", "bulk", "filter", "changePassword", "sort", "etag"];
    expect(Object.keys(config)).toEqual(expect.arrayContaining([...must, "authenticationSchemes"]));
    const gone = await ask("GET", "/Users/2819c223-7f76-453a-919d-413861904646");
    const { detail, ...notFound } = example<{ detail: string }>("rfc7644-3.12-error-not_found");
    expect(gone.body).toMatchObject(notFound);
    expect(typeof detail).toBe("string");
  });

  test("its own id is nobody's to change (3.12)", async ({ database, worker }) => {
    const { ask } = await served({ database, worker });
    const made = await ask("POST", "/Users", example("rfc7644-3.3-user-post_request"));
    const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
    const Operations = [{ op: "replace", path: "id", value: "another" }];
    const refused = await ask("PATCH", `/Users/${made.body.id}`, { schemas, Operations });
    const { detail: _, ...said } = example<{ detail: string }>("rfc7644-3.12-error-bad_request");
    expect([refused.status, refused.body]).toEqual([400, expect.objectContaining(said)]);
  });

  test("the group of RFC 7643 (8.4) takes those who are known", async ({ database, worker }) => {
    const { ask } = await served({ database, worker });
    const made = await ask("POST", "/Users", example("rfc7643-8.3-enterprise_user"));
    const group = example<{ members: { value: string }[] }>("rfc7643-8.4-group");
    const members = group.members.slice(0, 1).map((one) => ({ ...one, value: made.body.id }));
    const answered = await ask("POST", "/Groups", { ...group, members });
    expect([answered.status, answered.body.members.map(({ value }) => value)]).toEqual([
      201,
      [made.body.id],
    ]);
    for (const [name, left] of [
      ["3.5.2.2-patch_op-remove_all_members", []],
      ["3.5.2.1-patch_op-add_members", [made.body.id]],
      ["3.5.2.1-patch_op-add_members", [made.body.id]],
    ] as const) {
      const known = JSON.parse(
        rfc
          .text(`rfc7644-${name}.json`)
          .replaceAll(/"value": "[^"]*"/g, `"value": "${made.body.id}"`),
      );
      const patched = await ask("PATCH", `/Groups/${answered.body.id}`, known);
      expect([name, patched.status]).toEqual([name, expect.toBeOneOf([200, 204])]);
      const { body } = await ask("GET", `/Groups/${answered.body.id}`);
      expect((body.members ?? []).map(({ value }) => value)).toEqual(left);
    }
  });
});

/**
 * Two who have nothing of each other's must agree about what a change makes of the same user. Where
 * scimmy 1.3.5 does not do as the RFC says (it adds what is there already, and replaces a list by
 * adding to it), it is not asked.
 */
describe.skipIf(rfc.isAbsent)("a change, made by us and by scimmy", () => {
  const { Messages, Schemas } = SCIMMY;
  test.for([
    "3.5.2.2-patch_op-remove_multi_complex_value",
    "3.5.2.3-patch_op-replace_user_work_address",
    "3.5.2.3-patch_op-replace_street_address",
  ])("%s gives the same", async (name) => {
    const before = example("rfc7643-8.3-enterprise_user");
    const operation = example<object>(`rfc7644-${name}`);
    const theirs = await new Messages.PatchOp(operation as never).apply(
      new Schemas.User(structuredClone(before) as never) as never,
    );
    const theirUser = JSON.parse(JSON.stringify(theirs ?? before));
    const ours = patched(userShape, kept(userShape, before), operation);
    for (const what of ["emails", "addresses", "phoneNumbers"]) {
      const [mine, yours] = [ours, kept(userShape, theirUser)].map(
        (one) => (one[what] ?? []) as object[],
      );
      // In whichever order.
      expect([name, what, mine]).toEqual([name, what, expect.arrayContaining(yours ?? [])]);
      expect(mine).toHaveLength(yours?.length ?? 0);
    }
  });
});

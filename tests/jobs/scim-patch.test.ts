import { describe, expect, test } from "vitest";
import { folded, type Resource } from "#jobs/connectors/scim/wire.ts";
import { parseFilter } from "#jobs/receiver/scim/filter.ts";
import { type Kept, kept } from "#jobs/receiver/scim/kept.ts";
import { matches } from "#jobs/receiver/scim/matches.ts";
import { patched } from "#jobs/receiver/scim/patch.ts";
import { groupShape, userShape } from "#jobs/receiver/scim/schemas.ts";
import { enterprise, patchOp } from "#tests/support/scim-people.ts";

const chloe: Kept = kept(userShape, {
  userName: "chloe@example.org",
  active: true,
  name: { givenName: "Chloé", familyName: "Roux" },
  emails: [
    { value: "chloe@example.org", type: "work", primary: true },
    { value: "chloe@home.example", type: "home" },
  ],
  addresses: [{ type: "work", locality: "Lille", country: "FR", streetAddress: "1, quai Nord" }],
});
const team: Kept = kept(groupShape, {
  displayName: "Quai",
  members: [{ value: "a-1" }, { value: "b-2" }, { value: "c-3" }],
});

const change = (shape: typeof userShape, before: Kept, ...operations: readonly object[]) =>
  patched(shape, before, { schemas: [patchOp], Operations: operations });
const user = (...operations: readonly object[]) => change(userShape, chloe, ...operations);
const group = (...operations: readonly object[]) => change(groupShape, team, ...operations);
const members = ({ members: list }: Kept) =>
  (list as Kept[] | undefined)?.map(({ value }) => value);

describe("PATCH as the examples of RFC 7644 (3.5.2) have it", () => {
  test("adds an address and a nickname without a path; the nickname is not ours to keep", () => {
    const value = { emails: [{ value: "c@other.example", type: "home" }], nickname: "Chlo" };
    const after = user({ op: "add", value });
    expect(after.emails).toHaveLength(3);
    expect(JSON.stringify(after)).not.toContain('Chlo"');
  });

  test("adds one member, once", () => {
    const add = { op: "add", path: "members", value: [{ display: "Ada", value: "d-4" }] };
    expect(members(group(add))).toEqual(["a-1", "b-2", "c-3", "d-4"]);
    expect(members(group(add, add))).toHaveLength(4);
  });

  test("removes one member, with or without a space, and all of them", () => {
    expect(members(group({ op: "remove", path: 'members[value eq "b-2"]' }))).toEqual([
      "a-1",
      "c-3",
    ]);
    const value = [{ display: "James", value: "e-5" }];
    const both = group(
      { op: "remove", path: 'members[value eq"a-1"]' },
      { op: "add", path: "members", value },
    );
    expect(members(both)).toEqual(["b-2", "c-3", "e-5"]);
    expect(members(group({ op: "remove", path: "members" }))).toBeUndefined();
    const replaced = group(
      { op: "remove", path: "members" },
      { op: "add", path: "members", value },
    );
    expect(members(replaced)).toEqual(["e-5"]);
  });

  test("removes values two conditions are true of", () => {
    const path = 'emails[type eq "work" and value ew "example.org"]';
    expect(user({ op: "remove", path }).emails).toEqual([
      { value: "chloe@home.example", type: "home" },
    ]);
  });

  test("replaces all addresses, one address, a part of one", () => {
    const emails = [{ value: "new@example.org", type: "work", primary: true }];
    expect(user({ op: "replace", value: { emails, nickname: "Chlo" } }).emails).toEqual(emails);
    const value = { type: "work", locality: "Nîmes", country: "FR", streetAddress: "secret" };
    const path = 'addresses[type eq "work"]';
    expect(user({ op: "replace", path, value }).addresses).toEqual([
      { type: "work", locality: "Nîmes", country: "FR" },
    ]);
    const part = { op: "replace", path: `${path}.streetAddress`, value: "1010 Broadway Ave" };
    expect(user(part)).toEqual(chloe);
  });

  test("a new primary value is the only one", () => {
    const value = [{ value: "p@example.org", type: "other", primary: true }];
    const after = user({ op: "add", path: "emails", value }).emails as Kept[];
    expect(after.filter(({ primary }) => primary === true)).toHaveLength(1);
  });

  test("replacing some parts of a name leaves the others", () => {
    const after = user({ op: "replace", path: "name", value: { familyName: "Blanc" } });
    expect(after.name).toEqual({ givenName: "Chloé", familyName: "Blanc" });
  });
});

describe("PATCH as identity providers write it", () => {
  test("Entra ID: capitals, a word for false, paths into the enterprise extension", () => {
    const after = user(
      { op: "Replace", path: "active", value: "False" },
      { op: "Add", path: `${enterprise}:department`, value: "Achats" },
      { op: "Add", path: `${enterprise}:manager`, value: "6f1c-manager" },
      { op: "Replace", path: 'phoneNumbers[type eq "mobile"].value', value: "+33612000000" },
      { op: "Replace", path: 'emails[type eq "work"].value', value: "c.roux@example.org" },
    );
    expect(after.active).toBe(false);
    expect(after[enterprise]).toEqual({
      department: "Achats",
      manager: { value: "6f1c-manager" },
    });
    expect(after.phoneNumbers).toEqual([{ type: "mobile", value: "+33612000000" }]);
    expect((after.emails as Kept[])[0]?.value).toBe("c.roux@example.org");
  });

  test("Entra ID: names with points and filters as keys, members to remove in the value", () => {
    const after = user({
      op: "Replace",
      value: {
        "name.familyName": "Blanc",
        [`${enterprise}:employeeNumber`]: "1003",
        'emails[type eq "other"].value': "autre@example.org",
        active: "True",
      },
    });
    expect(after).toMatchObject({
      name: { givenName: "Chloé", familyName: "Blanc" },
      [enterprise]: { employeeNumber: "1003" },
      active: true,
    });
    expect(after.emails).toHaveLength(3);
    const removal = { op: "Remove", path: "members", value: [{ value: "a-1" }, { value: "c-3" }] };
    expect(members(group(removal))).toEqual(["b-2"]);
  });

  test("Okta: an object without a path", () => {
    expect(user({ op: "replace", value: { active: false } }).active).toBe(false);
    expect(
      members(group({ op: "replace", value: { id: "g", displayName: "Quai 4" } })),
    ).toHaveLength(3);
  });

  test("a Workplace mapping's point after the extension, and removing a manager", () => {
    const withManager = user({ op: "add", path: `${enterprise}.manager`, value: "m-1" });
    expect(withManager[enterprise]).toEqual({ manager: { value: "m-1" } });
    const path = `${enterprise}:manager`;
    expect(change(userShape, withManager, { op: "remove", path })).toEqual(chloe);
    const emptied = { op: "replace", path: `${enterprise}:manager.value`, value: "" };
    expect(change(userShape, withManager, emptied)).toEqual(chloe);
  });

  test.each([
    ["no operations", {}, "invalidSyntax"],
    [
      "an operation that is none",
      { Operations: [{ op: "move", path: "active" }] },
      "invalidSyntax",
    ],
    ["a removal of nothing", { Operations: [{ op: "remove" }] }, "noTarget"],
    [
      "a path that is none",
      { Operations: [{ op: "add", path: "emails[", value: 1 }] },
      "invalidPath",
    ],
    [
      "true that is none",
      { Operations: [{ op: "replace", path: "active", value: "oui" }] },
      "invalidValue",
    ],
    [
      "a value nobody can make",
      { Operations: [{ op: "replace", path: 'emails[value co "zz"].type', value: "work" }] },
      "noTarget",
    ],
  ])("%s is refused by its name", (_, request, scimType) => {
    expect(() => patched(userShape, chloe, request)).toThrow(
      expect.objectContaining({ status: 400, scimType }),
    );
  });

  test("what is not kept is passed over, wherever it is said", () => {
    const after = user(
      { op: "add", path: "nickName", value: "Chlo" },
      { op: "add", path: "urn:example:custom:2.0:User:badge", value: "12" },
      { op: "replace", path: 'photos[type eq "photo"].value', value: "https://example.org/a.png" },
      { op: "remove", path: "title" },
    );
    expect(after).toEqual(chloe);
  });
});

describe("what the server gives (RFC 7644, 3.12)", () => {
  const core = "urn:ietf:params:scim:schemas:core:2.0:User";
  test.each(["id", "ID", "meta", "meta.created", `${core}:id`])("%s cannot be changed", (path) => {
    expect(() => user({ op: "replace", path, value: "another" })).toThrow(
      expect.objectContaining({ status: 400, scimType: "mutability" }),
    );
  });

  test("comes back along with what is changed, and is passed over", () => {
    const value = { id: "another", meta: {}, schemas: [core], active: false };
    expect(user({ op: "replace", value })).toEqual({ ...chloe, active: false });
  });
});

describe("filters (RFC 7644, 3.4.2.2)", () => {
  const ada = folded({
    id: "1",
    userName: "bjensen",
    title: "Manager",
    active: true,
    name: { familyName: "O'Malley" },
    emails: [
      { type: "work", value: "ada@example.com" },
      { type: "home", value: "ada@example.org" },
    ],
    meta: { lastModified: "2026-05-13T04:42:34.000Z" },
    [enterprise]: { department: "Achats", manager: { value: "26118915" } },
  }) as Resource;
  const isTrue = (text: string) => matches(ada, parseFilter(text));

  test.each([
    'userName eq "bjensen"',
    'USERNAME Eq "BJensen"',
    `name.familyName co "O'Malley"`,
    'userName sw "J" or userName sw "b"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "B"',
    "title pr",
    "active eq True",
    'meta.lastModified gt "2011-05-13T04:42:34Z"',
    'meta.lastModified le "2026-05-13T06:42:34+02:00"',
    "title pr and not (active eq false)",
    'userName eq "x" or title pr and (emails co "example.com" or emails.value co "example.org")',
    'emails[type eq "work" and value co "@example.com"]',
    `${enterprise}:manager eq "26118915"`,
    `${enterprise}:manager.value eq "26118915"`,
    'userName ne "other"',
    "externalId eq null",
    'title eq "Man\\u0061ger"',
  ])("%s is true of somebody", (text) => {
    expect(isTrue(text)).toBe(true);
  });

  test.each([
    'emails[type eq "work" and value co "@example.org"]',
    'userName eq "bjensen" and active eq false',
    'id eq "01"',
    "nickName pr",
    `${enterprise}:department eq "Ventes"`,
    'meta.lastModified lt "2011-05-13T04:42:34Z"',
  ])("%s is not", (text) => {
    expect(isTrue(text)).toBe(false);
  });

  test.each([
    "",
    "userName",
    "userName eq",
    'userName zz "x"',
    'userName eq "x" and',
    '(userName eq "x"',
    'userName eq "x")',
    'emails[type eq "work"',
    'userName eq "x" userName eq "y"',
    "userName eq bjensen",
  ])("%s is an invalid filter", (text) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ status: 400, scimType: "invalidFilter" }),
    );
  });

  test("one that is nested or long beyond reason is not read at all", () => {
    for (const text of [
      `${"(".repeat(50)}title pr${")".repeat(50)}`,
      `title eq "${"x".repeat(5000)}"`,
    ]) {
      expect(() => parseFilter(text)).toThrow(
        expect.objectContaining({ scimType: "invalidFilter" }),
      );
    }
  });
});

describe("a request made to keep the server busy", () => {
  test("takes members out of a very large group one by one, and is done before anybody waits", () => {
    const many = Array.from({ length: 50_000 }, (_, nth) => ({ value: `m-${nth}` }));
    const removals = many.slice(0, 100).map(({ value }) => ({
      op: "remove",
      path: `members[value eq "${value.toUpperCase()}"]`,
    }));
    const begun = performance.now();
    const left = change(groupShape, { ...team, members: many }, ...removals);
    expect(members(left)).toEqual(many.slice(100).map(({ value }) => value));
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test("gives nobody more addresses than anybody has, however it goes about it", () => {
    const addresses = Array.from({ length: 200 }, (_, nth) => ({
      op: "replace",
      path: `emails[type eq "${nth}"].value`,
      value: `ada+${nth}@example.org`,
    }));
    expect(() => user(...addresses)).toThrow("The attribute emails has too many values.");
    expect(() => user(...Array(1_001).fill({ op: "remove", path: "title" }))).toThrow(/too many/);
  });
});

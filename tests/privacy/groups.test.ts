import { expect, test } from "vitest";
import { type CountedGroup, judgeGroups } from "#app/privacy/groups.ts";
import { floors } from "#app/privacy/policy.ts";

function group(made: Partial<CountedGroup>): CountedGroup {
  return {
    network: "Chat",
    privacy: "open",
    purpose: "social",
    name: "Recettes",
    members: 60,
    now: 20,
    gained: 3,
    lost: 3,
    isNew: false,
    hasPast: true,
    ...made,
  };
}

const hidden = { name: null };

test("an open group is named, with a size in words and where it stands", () => {
  expect(judgeGroups([group({})], floors).open).toEqual([
    { network: "Chat", name: "Recettes", purpose: "social", size: "50-99", state: "steady" },
  ]);
});

test("of a group of nine nothing is said of what happens in it", () => {
  const { open } = judgeGroups([group({ members: 9, now: 0 })], floors);
  expect(open).toMatchObject([{ size: "1-9", state: null }]);
});

test("whether four people wrote or nobody is told of no group", () => {
  const told = (now: number) => judgeGroups([group({ now, gained: 0, lost: 9 })], floors);
  expect(told(4)).toEqual(told(0));
});

test("of a closed group a purpose and a size are told, and neither name nor network nor state", () => {
  const { closed, open } = judgeGroups(
    [group({ ...hidden, privacy: "closed", members: 12 })],
    floors,
  );
  expect(closed).toEqual([{ purpose: "social", size: "10-19" }]);
  expect(open).toEqual([]);
});

test("a secret group leaves no trace but a number told by fives", () => {
  const secret = (many: number) =>
    judgeGroups(
      Array.from({ length: many }, () => group({ ...hidden, privacy: "secret" })),
      floors,
    );
  const one = secret(1);
  expect(one.open).toEqual([]);
  expect(one.closed).toEqual([]);
  expect(one.totals.filter(({ most }) => most > 0)).toEqual([
    { privacy: "secret", state: null, least: 0, most: 4 },
    ...["new", "growing", "steady", "fading", "silent"].map((state) => ({
      privacy: "closed",
      state,
      least: 0,
      most: 4,
    })),
  ]);
  expect(secret(4)).toEqual(one);
  expect(secret(5).totals).toContainEqual({ privacy: "secret", state: null, least: 5, most: 9 });
});

test("a network that was not read before is not said to have silent groups", () => {
  const { open } = judgeGroups([group({ hasPast: false, now: 0 })], floors);
  expect(open).toMatchObject([{ state: null }]);
  expect(judgeGroups([group({ hasPast: false, isNew: true })], floors).open).toMatchObject([
    { state: "new" },
  ]);
});

test("closed groups come in an order that follows from what is told of them", () => {
  const groups = [12, 200, 15].map((members) =>
    group({ ...hidden, privacy: "closed", members, purpose: members > 100 ? null : "social" }),
  );
  expect(judgeGroups(groups, floors)).toEqual(judgeGroups(groups.toReversed(), floors));
});

import { expect, test } from "vitest";
import { type CommentPlace, commentGroups } from "#app/privacy/comment-groups.ts";
import { chance } from "#fixtures/company/random.ts";

const smallest = { comments: 10, commenters: 5 };

/** A tree written as lines: id, parent, who answered, who wrote. */
const tree = (...lines: readonly (readonly [number, number | null, number, number])[]) =>
  lines.map(
    ([id, parent, respondents, commenters]): CommentPlace => ({
      id,
      parent,
      respondents,
      commenters,
    }),
  );

const said = (places: readonly CommentPlace[]) =>
  commentGroups(places, smallest).map(({ place, isRest, members, commenters }) => [
    place,
    isRest,
    members,
    commenters,
  ]);

test("a team that is large enough stands alone, and small ones join the unit above", () => {
  expect(
    said(tree([0, null, 0, 0], [1, 0, 0, 0], [2, 1, 20, 6], [3, 1, 8, 4], [4, 1, 6, 2])),
  ).toEqual([
    [2, false, [2], 6],
    [1, true, [1, 3, 4], 6],
  ]);
});

test("many who wrote among too few who answered are no group, nor few among many", () => {
  expect(said(tree([0, null, 0, 0], [1, 0, 9, 9], [2, 0, 400, 4]))).toEqual([
    [0, false, [0, 1, 2], 13],
  ]);
});

test("what is left at the top joins the nearest group, never a list of its own", () => {
  expect(said(tree([0, null, 0, 0], [1, 0, 20, 6], [2, 0, 30, 9], [3, 0, 4, 2]))).toEqual([
    [0, true, [0, 1, 3], 8],
    [2, false, [2], 9],
  ]);
});

test("where nobody wrote nothing is joined, and a whole too small is in no group", () => {
  expect(said(tree([0, null, 0, 0], [1, 0, 20, 6], [3, 0, 4, 0]))).toEqual([[1, false, [1], 6]]);
  expect(said(tree([0, null, 9, 9]))).toEqual([]);
  expect(said([])).toEqual([]);
});

test("in 300 invented companies every node is in one group at most, and every list has ten authors and five comments", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const luck = chance("groups", seed);
    const places = Array.from({ length: luck.between(1, 40) }, (_, id): CommentPlace => {
      const respondents = luck.isUnder(0.3) ? 0 : luck.between(0, 25);
      const commenters = Math.min(respondents, luck.count(respondents * luck.next()));
      return { id, parent: id === 0 ? null : luck.between(0, id - 1), respondents, commenters };
    });
    const groups = commentGroups(places, smallest);
    const members = groups.flatMap((group) => group.members);
    expect(new Set(members).size).toBe(members.length);
    for (const group of groups) {
      expect(group.respondents).toBeGreaterThanOrEqual(10);
      expect(group.commenters).toBeGreaterThanOrEqual(5);
    }
    // Hidden only where the whole company has too few.
    const all = (of: "respondents" | "commenters") =>
      places.reduce((sum, place) => sum + place[of], 0);
    const shown = groups.reduce((sum, { commenters }) => sum + commenters, 0);
    if (groups.length > 0) expect(shown).toBe(all("commenters"));
    else expect(all("respondents") < 10 || all("commenters") < 5).toBe(true);
  }
});

test("a company of 8,000 units is grouped at once", () => {
  const places = Array.from(
    { length: 8000 },
    (_, id): CommentPlace => ({
      id,
      parent: id === 0 ? null : Math.floor((id - 1) / 6),
      respondents: id % 9,
      commenters: (id % 9) >> 1,
    }),
  );
  const begun = performance.now();
  const groups = commentGroups(places, smallest);
  expect(groups.length).toBeGreaterThan(100);
  expect(performance.now() - begun).toBeLessThan(5000);
});

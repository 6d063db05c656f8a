/** A node of the organisation, without what is below it. */
export interface CommentPlace {
  readonly id: number;
  /** null at the top, which is the company. */
  readonly parent: number | null;
  /** People who answered here. */
  readonly respondents: number;
  /** Of them, those who left a comment on the question. */
  readonly commenters: number;
}

/** People whose comments are listed together. */
export interface CommentGroup {
  /** The lowest node that holds them all. */
  readonly place: number;
  /** Whether it holds others as well, who are listed elsewhere. */
  readonly isRest: boolean;
  readonly members: readonly number[];
  readonly respondents: number;
  readonly commenters: number;
}

export interface SmallestGroup {
  readonly comments: number;
  readonly commenters: number;
}

/**
 * The one grouping under which comments are shown: each node is in exactly one group, so no list
 * can be subtracted from another, and whoever reads a comment has at least as many possible authors
 * as the minimum. Each node that reaches both minimums with what its children could not place is a
 * group; the rest goes up. What is left at the top joins the nearest group. Comments that still
 * find no group are in none: they are shown to nobody.
 */
export function commentGroups(
  places: readonly CommentPlace[],
  smallest: SmallestGroup,
): readonly CommentGroup[] {
  const tree = treeOf(places);
  const groups: number[][] = [];
  const pools = new Map<number, number[]>();
  for (const place of tree.upwards) {
    const pool = [
      place.id,
      ...tree.childrenOf(place.id).flatMap((child) => pools.get(child) ?? []),
    ];
    if (tree.isEnough(pool, smallest)) groups.push(pool);
    else pools.set(place.id, pool);
  }
  for (const { id } of places.filter(({ parent }) => parent === null)) {
    const rest = pools.get(id);
    if (rest === undefined || tree.sizeOf(rest).commenters === 0) continue;
    const host = tree.nearest(rest, groups);
    if (host !== undefined) host.push(...rest);
  }
  return groups.map((members) => {
    const place = tree.above(tree.peopled(members));
    return {
      place,
      isRest: tree.peopled(tree.below(place)).length > tree.peopled(members).length,
      members: members.toSorted((a, b) => a - b),
      ...tree.sizeOf(members),
    };
  });
}

function treeOf(places: readonly CommentPlace[]) {
  const byId = new Map(places.map((place) => [place.id, place]));
  const children = new Map<number, number[]>();
  for (const { id, parent } of places) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const childrenOf = (id: number) => children.get(id) ?? [];
  const below = (id: number): readonly number[] => [id, ...childrenOf(id).flatMap(below)];
  const pathOf = (id: number): readonly number[] => {
    const parent = byId.get(id)?.parent ?? null;
    return parent === null ? [id] : [...pathOf(parent), id];
  };
  const above = (members: readonly number[]): number => {
    const paths = members.map(pathOf);
    const [first = []] = paths;
    return first.findLast((id) => paths.every((path) => path.includes(id))) ?? 0;
  };
  const sizeOf = (members: readonly number[]) =>
    members.reduce(
      (sum, id) => ({
        respondents: sum.respondents + (byId.get(id)?.respondents ?? 0),
        commenters: sum.commenters + (byId.get(id)?.commenters ?? 0),
      }),
      { respondents: 0, commenters: 0 },
    );
  const peopled = (members: readonly number[]) =>
    members.filter((id) => (byId.get(id)?.respondents ?? 0) > 0);
  /** The group that would lose least of its precision: the deepest common node, then the smallest. */
  const nearest = (rest: readonly number[], groups: readonly number[][]) => {
    const depth = (group: readonly number[]) => pathOf(above(peopled([...group, ...rest]))).length;
    return groups
      .map((group) => ({ group, depth: depth(group), ...sizeOf(group) }))
      .toSorted(
        (a, b) => b.depth - a.depth || a.commenters - b.commenters || a.respondents - b.respondents,
      )[0]?.group;
  };
  return {
    childrenOf,
    below,
    above,
    peopled,
    sizeOf,
    nearest,
    upwards: places.toSorted((a, b) => pathOf(b.id).length - pathOf(a.id).length || a.id - b.id),
    isEnough(members: readonly number[], { comments, commenters }: SmallestGroup): boolean {
      const size = sizeOf(members);
      return size.respondents >= comments && size.commenters >= commenters;
    },
  };
}

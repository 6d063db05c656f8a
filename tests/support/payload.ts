/** A figure as the scripts of a page are sent it: whatever a tooltip or an axis could be made of. */
export interface SentFigure {
  readonly release: string;
  readonly population: string;
  readonly measure: string;
  /** The value with its interval and base, as text; null when hidden. */
  readonly value: string | null;
}

type Tree = { readonly [key: string]: unknown };

/** Every figure in what the scripts of a page are sent, wherever in it. */
export function figuresIn(payload: string): readonly SentFigure[] {
  const found: SentFigure[] = [];
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    const { release, population, measure, hidden, value } = node as Tree;
    if (isTree(release) && isTree(population) && typeof measure === "string") {
      found.push({
        release: String(release.key),
        population: String(population.key),
        measure,
        value: hidden === true ? null : JSON.stringify(value),
      });
      // A hidden figure says that it is hidden, and not one thing more.
      const keys = Object.keys(node).toSorted().join();
      if (hidden === true && keys !== "hidden,measure,population,release") {
        throw new Error(`a hidden figure carries ${keys}`);
      }
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(payloadOf(payload));
  return found;
}

/** What the scripts of a page are sent, put together again: Remix sends each thing once, by number. */
export function payloadOf(text: string): unknown {
  const [line = "[]"] = text.split("\n");
  const flat: unknown[] = JSON.parse(line);
  const made = new Map<number, unknown>();
  const make = (at: number): unknown => {
    if (at < 0) return null;
    if (made.has(at)) return made.get(at);
    const raw = flat[at];
    if (Array.isArray(raw)) {
      if (typeof raw[0] === "string") {
        made.set(at, raw[1]);
        return raw[1];
      }
      const list: unknown[] = [];
      made.set(at, list);
      for (const one of raw) list.push(typeof one === "number" ? make(one) : one);
      return list;
    }
    if (typeof raw === "object" && raw !== null) {
      const tree: Record<string, unknown> = {};
      made.set(at, tree);
      for (const [key, value] of Object.entries(raw)) {
        tree[String(make(Number(key.slice(1))))] = make(Number(value));
      }
      return tree;
    }
    made.set(at, raw);
    return raw;
  };
  return make(0);
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "key" in value;
}

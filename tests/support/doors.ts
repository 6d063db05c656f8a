import routes from "#app/routes.ts";
import { type Answer, headerOf } from "./asking.ts";

/** One address of the site, as `app/routes.ts` declares it. */
export interface Door {
  /** As in the table of routes: `/teams`; `/*` for every other address. */
  readonly path: string;
  /** An address that leads there. */
  readonly address: string;
  /** How the built product calls it. */
  readonly id: string;
}

/** What stands for the part of an address that names something. */
const examples: Readonly<Record<string, string>> = {
  ":indicator": "trust",
  ":team": "unit%3Anorth",
  ":wave": "2026-03",
  ":post": "2026-05-18-1",
  ":file": "barometer-trend.svg",
};

type Declared = (typeof routes)[number] & { readonly children?: readonly Declared[] };

/** Every address there is, with those that are declared below another. */
export const doors: readonly Door[] = opened(routes as readonly Declared[], "");

function opened(declared: readonly Declared[], above: string): readonly Door[] {
  return declared.flatMap(({ file, path, index, children }) => {
    const whole = `${above}/${index ? "" : (path ?? "")}`.replace(/\/+/g, "/");
    const example = whole.replace(/:\w+/g, (name) => examples[name] ?? name);
    if (example.includes(":")) throw new Error(`${whole} needs an example before it can be tried`);
    const address = example.replace("*", "no-such-place");
    const door = { path: whole, address, id: file.replace(/\.tsx?$/, "") };
    return [door, ...opened(children ?? [], whole)];
  });
}

/** The two ways Remix opens one address: as a page, and as what the scripts of a page fetch. */
export const ways = ["document", "scripts"] as const;
export type Way = (typeof ways)[number];

/** An address as one of the ways writes it; `search` begins with a question mark or is empty. */
export function written(address: string, way: Way, search = ""): string {
  if (way === "document") return address + search;
  return `${address === "/" ? "/_root" : address}.data${search}`;
}

/** What an answer comes to, however it was asked for. */
export function outcomeOf({ headers, ...answer }: Answer): string {
  const header = (name: string) => headerOf({ headers, ...answer }, name);
  const onward = header("location");
  const { status } = answer;
  if (onward !== null) return `to ${onward.split("?")[0]}`;
  // A redirect of what scripts fetch is told in the answer.
  if (status === 202) return `to ${/"redirect","([^"?]*)/.exec(answer.body)?.[1]}`;
  if (status === 404) return "missing";
  if (status === 405) return "refused";
  if (status !== 200) return String(status);
  return header("content-disposition") === null ? "page" : "file";
}

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S])*`|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$]*|[{}[\]:,]/y;

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
};

/**
 * Reads an object as JavaScript writes it: names without quotes, single quotes, comments, a comma too
 * many, and what stands around it (`var survey = { … };`). Nothing is run.
 * @throws {SyntaxError} when it is no such thing.
 */
export function parseLiteral(text: string): unknown {
  const source = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  const json: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source)?.[0];
    if (found === undefined) {
      const line = source.slice(0, at).split("\n").length;
      throw new SyntaxError(`Line ${line}: “${source.slice(at, at + 10)}” is not expected here.`);
    }
    if (/^\s|^\/[/*]/.test(found)) continue;
    if (/^[}\]]/.test(found) && json.at(-1) === ",") json.pop();
    json.push(asJson(found));
  }
  return JSON.parse(json.join(""));
}

function asJson(found: string): string {
  if (/^["'`]/.test(found)) return JSON.stringify(unescaped(found.slice(1, -1)));
  if (/^[A-Za-z_$]/.test(found) && !/^(true|false|null)$/.test(found)) return JSON.stringify(found);
  return found;
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_, four: string | undefined, two: string | undefined, one: string | undefined) => {
      const code = four ?? two;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return escapes[one ?? ""] ?? one ?? "";
    },
  );
}

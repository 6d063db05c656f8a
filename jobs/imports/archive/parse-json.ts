/** Sixteen digits in a row: perhaps a number that JavaScript cannot hold. */
const LONG = /[\d]{16}/;
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON; whole numbers beyond 2^53, which are ids, come as strings instead of other numbers. */
export function parseJson(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  const safe = text.replace(TOKENS, (token) => {
    if (!/^-?\d{16,}$/.test(token) || Number.isSafeInteger(Number(token))) return token;
    return `"${token}"`;
  });
  return JSON.parse(safe);
}

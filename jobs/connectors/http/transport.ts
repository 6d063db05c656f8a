import type { Trouble } from "./network-error.ts";

/** Node hides the reason of a failed `fetch` in its cause, sometimes one cause deeper. */
export function transportTrouble(
  error: unknown,
  timeoutMs: number,
): { readonly trouble: Trouble; readonly said: string } {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return { trouble: "slow", said: `no complete answer within ${timeoutMs / 1000} s` };
  }
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code)) {
    return { trouble: "untrusted", said: `its certificate is not trusted (${code})` };
  }
  return { trouble: "unreachable", said: `no answer (${code})` };
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "connection lost";
}

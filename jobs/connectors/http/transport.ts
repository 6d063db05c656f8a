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
  const refused = proxyStatusOf(error);
  if (refused !== null)
    return { trouble: "unreachable", said: `the proxy refuses (HTTP ${refused})` };
  return { trouble: "unreachable", said: `no answer (${code})` };
}

/** A proxy that does not open the way: 407 for a password that is missing, 403 for a host it forbids. */
function proxyStatusOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const status = /Proxy response \((\d{3})\)/.exec(cause.message)?.[1];
    if (status !== undefined) return status;
  }
  return null;
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "connection lost";
}

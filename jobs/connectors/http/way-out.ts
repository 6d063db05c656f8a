import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";

/** How this machine reaches the networks, where a company puts something in between. */
export interface WayOut {
  readonly httpsProxy: string | null;
  readonly httpProxy: string | null;
  /** Hosts that are reached without a proxy, in the manner of `NO_PROXY`. */
  readonly noProxy: string | null;
  /** Authorities of the company's own, in PEM files, beside those everybody trusts. */
  readonly caFiles: readonly string[];
}

let chosen: Dispatcher | null = null;

/**
 * Sends every request of every network this way from now on. Nothing is put in between where nothing
 * is asked for. This machine itself is never reached through a proxy.
 * @throws when a file of authorities cannot be read.
 */
export function chooseWayOut({ httpsProxy, httpProxy, noProxy, caFiles }: WayOut): void {
  const own = caFiles.map((path) => readFileSync(path, "utf8"));
  // An authority named here replaces the usual ones, so they are named again.
  const tls = own.length === 0 ? {} : { ca: [...rootCertificates, ...own] };
  if (httpsProxy === null && httpProxy === null) {
    chosen = own.length === 0 ? null : new Agent({ connect: tls });
    return;
  }
  chosen = new EnvHttpProxyAgent({
    httpsProxy: httpsProxy ?? "",
    httpProxy: httpProxy ?? "",
    noProxy: [noProxy, "localhost,127.0.0.1,[::1]"].filter((part) => part !== null).join(","),
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
  });
}

/** What `fetch` is told of the way; nothing by default. */
export function byTheWayOut(): { readonly dispatcher?: Dispatcher } {
  return chosen === null ? {} : { dispatcher: chosen };
}

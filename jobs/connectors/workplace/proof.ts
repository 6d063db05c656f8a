import { createHmac } from "node:crypto";
import type { Client } from "../http.ts";

const MINUTE = 60_000;

/**
 * `appsecret_proof`, for integrations that demand it: HMAC-SHA256 with the application's secret over
 * `token|time`, good for five minutes. The time is the server's own, asked once and carried on, so
 * that a wrong clock here does not matter. A server that tells none gets the proof without time.
 */
export async function proofFor(
  network: Client,
  token: string,
  secret: string,
): Promise<() => Readonly<Record<string, string>>> {
  const sign = (text: string) => createHmac("sha256", secret).update(text).digest("hex");
  const { headers } = await network.look("/community", { fields: "id" });
  const told = Date.parse(headers.get("date") ?? "");
  if (!Number.isFinite(told)) return () => ({ appsecret_proof: sign(token) });
  const asked = performance.now();
  return () => {
    const now = told + performance.now() - asked;
    const time = String((Math.floor(now / MINUTE) * MINUTE) / 1000);
    return { appsecret_proof: sign(`${token}|${time}`), appsecret_time: time };
  };
}

import type { MemberRecord } from "#app/model/canonical.ts";

/** How accounts are told apart, as the administrator declares it. Nothing is guessed from a name. */
export interface Accounts {
  readonly leftOut: ReadonlySet<string>;
  memberOf(id: string): MemberRecord;
}

/**
 * An account is `@name:server`. A Matrix server says neither who is a bot nor what anybody's address
 * is; where the name is made from the address (Tchap writes `ada.martin-ville.example` for
 * ada.martin@ville.example), the setting `domains` says how to read it back.
 */
export function accountsOf(
  me: string,
  settings: { readonly bots?: string; readonly guests?: string; readonly domains?: string },
): Accounts {
  const bots = new Set(listOf(settings.bots));
  const guests = new Set(listOf(settings.guests));
  const domains = listOf(settings.domains);
  return {
    leftOut: new Set([me, ...bots]),
    memberOf(id) {
      const [, name = "", server = ""] = /^@([^:]*):(.*)$/.exec(id) ?? [];
      const isGuest = guests.has(server.toLowerCase());
      return {
        type: "member",
        id,
        email: emailOf(name.toLowerCase(), domains),
        kind: bots.has(id.toLowerCase()) ? "bot" : isGuest ? "guest" : "person",
        active: true,
      };
    },
  };
}

function emailOf(name: string, domains: readonly string[]): string | null {
  for (const domain of domains) {
    if (name.endsWith(`-${domain}`)) return `${name.slice(0, -domain.length - 1)}@${domain}`;
  }
  const [only, ...others] = domains;
  return only === undefined || others.length > 0 || name === "" ? null : `${name}@${only}`;
}

function listOf(setting: string | undefined): readonly string[] {
  return (setting ?? "")
    .split(/[\s,;]+/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
}

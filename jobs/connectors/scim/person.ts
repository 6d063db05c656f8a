import type { MemberRecord, PersonRecord } from "#app/model/canonical.ts";
import type { Choices } from "./choices.ts";
import type { Provider } from "./provider.ts";
import { extensionOf, flagAt, listAt, preferred, type Resource, textAt } from "./wire.ts";

/** The attributes to ask for, and no more; extensions only where the server has them. */
export function attributesOf(
  { number, unit }: Choices,
  extensions: Provider["extensions"],
): string {
  const of = (extension: string, ...names: readonly string[]) => {
    const urn = extensions.get(extension);
    return urn === undefined ? [] : names.map((name) => `${urn}:${name}`);
  };
  return [
    ...["userName", "active", "name", "displayName", "userType", "preferredLanguage"],
    ...["locale", "emails", "phoneNumbers", "addresses.type", "addresses.primary"],
    ...["addresses.locality", "addresses.country"],
    // Workplace writes the name of the place there, and nothing else.
    ...(extensions.has("facebook:frontline") ? ["addresses.formatted"] : []),
    ...(number === "externalId" ? ["externalId"] : []),
    ...of("enterprise", ...(number === "employeeNumber" ? [number] : []), ...unit, "manager"),
    ...of("facebook:frontline", "is_frontline"),
    ...of("facebook:starttermdates", "startDate", "termDate"),
  ].join(",");
}

/** What a server that cannot be asked for some attributes is asked to leave out. */
export const neverUsed =
  "nickName,profileUrl,title,timezone,ims,photos,groups,entitlements,roles,x509Certificates";

/** A user (with folded names) as a person; a unit that is not told by attributes is given. */
export function personOf(
  user: Resource,
  { number, unit }: Pick<Choices, "number" | "unit">,
  unitPath?: readonly string[],
): PersonRecord | null {
  const id = textAt(user, "id");
  if (id === null) return null;
  const enterprise = extensionOf(user, "enterprise");
  const dates = extensionOf(user, "facebook:starttermdates");
  const place = preferred(listAt(user, "addresses"), ["work"]);
  return {
    type: "person",
    id,
    employeeNumber:
      number === "employeeNumber"
        ? textAt(enterprise, "employeenumber")
        : textAt(user, number.toLowerCase()),
    name: nameOf(user),
    email: emailOf(user),
    telephone: telephoneOf(user),
    active: flagAt(user, "active") ?? true,
    hiredOn: dayAt(dates, "startdate"),
    leftOn: dayAt(dates, "termdate"),
    unit: unitPath ?? unit.flatMap((name) => textAt(enterprise, name.toLowerCase()) ?? []),
    manager: managerOf(enterprise),
    site: textAt(place, "locality") ?? siteOnWorkplace(user, place),
    country: textAt(place, "country"),
    language: languageOf(textAt(user, "preferredlanguage") ?? textAt(user, "locale")),
    frontline: isFrontline(user),
  };
}

/** A user as a member of the groups of the directory. */
export function memberOf({ id, email, employeeNumber, active }: PersonRecord): MemberRecord {
  return { type: "member", id, email, employeeNumber, kind: "person", active };
}

function nameOf(user: Resource): string | null {
  const [given, family] = [textAt(user, "name", "givenname"), textAt(user, "name", "familyname")];
  const parts = [given, family].filter((part) => part !== null).join(" ");
  return textAt(user, "name", "formatted") ?? (parts || textAt(user, "displayname"));
}

/** The user name is an address at most companies; one that is not is nobody's address. */
function emailOf(user: Resource): string | null {
  const told = textAt(preferred(listAt(user, "emails"), ["work"]), "value");
  const name = textAt(user, "username");
  return told ?? (name !== null && /^[^\s@]+@[^\s@]+$/.test(name) ? name : null);
}

/** Frontline people are reached on a mobile. May come as a link: `tel:+33-1-…` (RFC 3966). */
function telephoneOf(user: Resource): string | null {
  const told = textAt(preferred(listAt(user, "phonenumbers"), ["mobile"]), "value");
  return told?.replace(/^tel:/i, "").replace(/;.*$/, "").trim() || null;
}

/** Also `managerId` of version 1, or the bare id. */
function managerOf(enterprise: Resource): string | null {
  return (
    textAt(enterprise, "manager", "value") ??
    textAt(enterprise, "manager", "managerid") ??
    textAt(enterprise, "manager")
  );
}

function siteOnWorkplace(user: Resource, place: Resource | undefined): string | null {
  const isWorkplace = Object.keys(user).some((name) => name.includes(":extension:facebook:"));
  return isWorkplace ? textAt(place, "formatted") : null;
}

/** `fr`, `fr-FR`, `fr_FR`, `da, en-gb;q=0.8`. */
function languageOf(tag: string | null): string | null {
  return /^([a-z]{2})(?![a-z])/i.exec(tag ?? "")?.[1]?.toLowerCase() ?? null;
}

function isFrontline(user: Resource): boolean | null {
  const told = flagAt(extensionOf(user, "facebook:frontline"), "is_frontline");
  if (told !== null) return told;
  return textAt(user, "usertype")?.toLowerCase() === "frontline" ? true : null;
}

/** A day; Workplace wrote seconds in version 1 and ISO 8601 in version 2. */
function dayAt(dates: Resource, name: string): string | null {
  const told = textAt(dates, name);
  if (told === null) return null;
  const at = /^\d{1,11}$/.test(told) ? Number(told) * 1000 : Date.parse(told);
  return Number.isNaN(at) || at <= 0 ? null : new Date(at).toISOString().slice(0, 10);
}

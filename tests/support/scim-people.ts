/** People of an invented company, as a directory knows them; managers come before whoever reports to them. */
export interface DirectoryPerson {
  readonly number: string;
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly mobile: string | null;
  readonly unit: readonly [string, string, string];
  /** The number of the manager. */
  readonly manager: string | null;
  readonly site: string;
  readonly language: "fr" | "en";
  readonly isFrontline: boolean;
}

export const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
export const frontline = "urn:ietf:params:scim:schemas:extension:facebook:frontline:2.0:User";
export const core = "urn:ietf:params:scim:schemas:core:2.0:User";
export const patchOp = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** So many people in ten departments of two divisions: one director, a manager for each department. */
export function directoryPeople(count: number): readonly DirectoryPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const department = index % 10;
    const manager = index === 0 ? null : index <= 10 ? 0 : department + 1;
    return {
      number: numberOf(index),
      given: `Prénom${index}`,
      family: `Nom${index}`,
      email: `personne${index}@example.org`,
      mobile: index % 3 === 0 ? `+3361200${String(index).padStart(4, "0")}` : null,
      unit: ["Exemple", department < 5 ? "Nord" : "Sud", `Service ${department}`],
      manager: manager === null ? null : numberOf(manager),
      site: department < 5 ? "Lille" : "Nîmes",
      language: index % 7 === 0 ? "en" : "fr",
      isFrontline: index > 10,
    };
  });
}

function numberOf(index: number): string {
  return `E${1000 + index}`;
}

/** A person as an identity provider sends them. `managerId` is an id of the server. */
export function scimUser(person: DirectoryPerson, managerId: string | null): object {
  const { number, given, family, email, mobile, unit, site, language, isFrontline } = person;
  const [organization, division, department] = unit;
  return {
    schemas: [core, enterprise, frontline],
    userName: email,
    externalId: `object-${number}`,
    name: { givenName: given, familyName: family },
    displayName: `${given} ${family}`,
    preferredLanguage: `${language}-FR`,
    active: true,
    emails: [{ value: email, type: "work", primary: true }],
    ...(mobile === null ? {} : { phoneNumbers: [{ value: mobile, type: "mobile" }] }),
    addresses: [{ type: "work", locality: site, country: "FR" }],
    [enterprise]: {
      employeeNumber: number,
      organization,
      division,
      department,
      ...(managerId === null ? {} : { manager: { value: managerId } }),
    },
    [frontline]: { is_frontline: isFrontline },
  };
}

/** The same people as lines of an HR file, with the mapping that reads it. */
export function hrFile(people: readonly DirectoryPerson[]) {
  const lines = people.map((one) =>
    [
      ...[one.number, `${one.given} ${one.family}`, one.email, one.mobile ?? "", ...one.unit],
      ...[one.manager ?? "", one.site, "FR", one.language],
      one.isFrontline ? "frontline" : "desk",
    ].join(","),
  );
  return {
    lines: [
      "number,name,email,telephone,organisation,division,department,manager,site,country,language,work",
      ...lines,
    ],
    mapping: {
      number: "number",
      name: "name",
      email: "email",
      telephone: "telephone",
      unit: { path: ["organisation", "division", "department"] },
      manager: "manager",
      site: { key: "site", country: "country" },
      segments: {
        work: { column: "work", values: { frontline: "frontline", desk: "desk" } },
        language: "language",
        country: "country",
      },
    },
  };
}

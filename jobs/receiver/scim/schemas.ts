/** An attribute that is kept. What is in no schema here is read by nobody and stored nowhere. */
export interface Attribute {
  readonly name: string;
  readonly type: "string" | "boolean" | "complex" | "dateTime";
  readonly multiValued?: true;
  readonly required?: true;
  readonly caseExact?: true;
  readonly unique?: true;
  readonly subAttributes?: readonly Attribute[];
}

export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

const text = (name: string): Attribute => ({ name, type: "string" });
const flag = (name: string): Attribute => ({ name, type: "boolean" });
const values = (name: string, ...parts: readonly Attribute[]): Attribute => ({
  name,
  type: "complex",
  multiValued: true,
  subAttributes: [...parts, text("type"), flag("primary")],
});

/** RFC 7643, 4.1: who somebody is and how they are reached. */
export const userSchema: Schema = {
  id: "urn:ietf:params:scim:schemas:core:2.0:User",
  name: "User",
  attributes: [
    { name: "userName", type: "string", required: true, unique: true },
    {
      name: "name",
      type: "complex",
      subAttributes: [text("formatted"), text("familyName"), text("givenName")],
    },
    text("displayName"),
    text("userType"),
    text("preferredLanguage"),
    text("locale"),
    flag("active"),
    values("emails", text("value")),
    values("phoneNumbers", text("value")),
    values("addresses", text("locality"), text("country")),
  ],
};

/** RFC 7643, 4.3: where in the organisation. */
export const enterpriseSchema: Schema = {
  id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  name: "EnterpriseUser",
  attributes: [
    text("employeeNumber"),
    text("organization"),
    text("division"),
    text("department"),
    text("costCenter"),
    {
      name: "manager",
      type: "complex",
      subAttributes: [{ name: "value", type: "string", caseExact: true }],
    },
  ],
};

/** As Workplace had it: providers that were set up for it can go on. */
export const frontlineSchema: Schema = {
  id: "urn:ietf:params:scim:schemas:extension:facebook:frontline:2.0:User",
  name: "Frontline",
  attributes: [flag("is_frontline")],
};

/** First and last day, also as Workplace had it. */
export const datesSchema: Schema = {
  id: "urn:ietf:params:scim:schemas:extension:facebook:starttermdates:2.0:User",
  name: "StartTermDates",
  attributes: [
    { name: "startDate", type: "dateTime" },
    { name: "termDate", type: "dateTime" },
  ],
};

/** RFC 7643, 4.2. */
export const groupSchema: Schema = {
  id: "urn:ietf:params:scim:schemas:core:2.0:Group",
  name: "Group",
  attributes: [
    { name: "displayName", type: "string", required: true },
    {
      name: "members",
      type: "complex",
      multiValued: true,
      subAttributes: [{ name: "value", type: "string", caseExact: true }, text("type")],
    },
  ],
};

/** Every resource may have it (RFC 7643, 3.1). */
export const externalId: Attribute = { name: "externalId", type: "string", caseExact: true };

/** A resource type: its own schema and what extends it. */
export interface Shape {
  readonly core: Schema;
  readonly extensions: readonly Schema[];
}

export const userShape: Shape = {
  core: userSchema,
  extensions: [enterpriseSchema, frontlineSchema, datesSchema],
};
export const groupShape: Shape = { core: groupSchema, extensions: [] };

/** The attribute by that name, however it is written; null for one that is not kept. */
export function attributeNamed(attributes: readonly Attribute[], name: string): Attribute | null {
  const small = name.toLowerCase();
  return attributes.find((one) => one.name.toLowerCase() === small) ?? null;
}

/** The attributes a resource has outside its extensions. */
export function coreAttributes({ core }: Shape): readonly Attribute[] {
  return [externalId, ...core.attributes];
}

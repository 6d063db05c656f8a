import type { Kept } from "./kept.ts";
import { LARGEST_PAGE } from "./list.ts";
import {
  type Attribute,
  coreAttributes,
  groupShape,
  type Schema,
  type Shape,
  userShape,
} from "./schemas.ts";

const urn = "urn:ietf:params:scim:schemas:core:2.0";

/** What the server can do (RFC 7643, 5). */
export function serviceProviderConfig(base: string): Kept {
  return {
    schemas: [`${urn}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: LARGEST_PAGE },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "Bearer token",
        description: "A token made with “barometer scim token”.",
        specUri: "https://www.rfc-editor.org/info/rfc6750",
        primary: true,
      },
    ],
    meta: {
      resourceType: "ServiceProviderConfig",
      location: `${base}/ServiceProviderConfig`,
    },
  };
}

/** Users and groups (RFC 7643, 6). */
export function resourceTypes(base: string): readonly Kept[] {
  return [userShape, groupShape].map(({ core, extensions }) => ({
    schemas: [`${urn}:ResourceType`],
    id: core.name,
    name: core.name,
    endpoint: `/${core.name}s`,
    schema: core.id,
    ...(extensions.length === 0
      ? {}
      : { schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })) }),
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${core.name}` },
  }));
}

/** The attributes that are kept, and no others (RFC 7643, 7). */
export function schemas(base: string): readonly Kept[] {
  return [userShape, groupShape].flatMap((shape) => [
    schemaAs(base, { ...shape.core, attributes: coreOf(shape) }),
    ...shape.extensions.map((schema) => schemaAs(base, schema)),
  ]);
}

function schemaAs(base: string, { id, name, attributes }: Schema): Kept {
  return {
    schemas: [`${urn}:Schema`],
    id,
    name,
    attributes: attributes.map(attributeAs),
    meta: { resourceType: "Schema", location: `${base}/Schemas/${id}` },
  };
}

/** `externalId` belongs to every resource and to no schema. */
function coreOf(shape: Shape): readonly Attribute[] {
  return coreAttributes(shape).filter(({ name }) => name !== "externalId");
}

function attributeAs(attribute: Attribute): Kept {
  const { name, type, multiValued, required, caseExact, unique, subAttributes } = attribute;
  return {
    name,
    type,
    multiValued: multiValued ?? false,
    required: required ?? false,
    ...(type === "string" ? { caseExact: caseExact ?? false } : {}),
    mutability: "readWrite",
    returned: "default",
    ...(type === "string" ? { uniqueness: unique ? "server" : "none" } : {}),
    ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(attributeAs) }),
  };
}

/** A list that is short enough to be given whole. */
export function wholeList(resources: readonly Kept[]): Kept {
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** Why a request is refused, as RFC 7644 (3.12) tells it. Nothing that was sent is repeated. */
export class ScimError extends Error {
  override readonly name = "ScimError";

  constructor(
    readonly status: number,
    readonly scimType:
      | "invalidFilter"
      | "invalidPath"
      | "invalidSyntax"
      | "invalidValue"
      | "mutability"
      | "noTarget"
      | "tooMany"
      | "uniqueness"
      | null,
    readonly detail: string,
  ) {
    super(detail);
  }

  get body(): object {
    return {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(this.status),
      ...(this.scimType === null ? {} : { scimType: this.scimType }),
      detail: this.detail,
    };
  }
}

/** The resource is not there: never there, or not any more. */
export function notFound(): ScimError {
  return new ScimError(404, null, "There is no such resource.");
}

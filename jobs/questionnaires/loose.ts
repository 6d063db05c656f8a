/** What other programs write is looked at piece by piece: each piece may be missing, or another thing. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one when it is none. */
export function objectIn(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : {};
}

/** The value as a list; an object's values in their order; an empty one when it is neither. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(objectIn(value));
}

/** The value as text; null when it is neither text nor a number. */
export function textIn(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : null;
}

/** The value as a number; null when it is none. */
export function numberIn(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

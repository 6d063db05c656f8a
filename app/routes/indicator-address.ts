import { isIndicator } from "#app/model/indicator.ts";

/**
 * Where a measure is read in full, at the wave and of the population an address is about; null where it
 * has no page of its own.
 */
export function addressOfMeasure(measure: string, search: string): string | null {
  if (measure === "adoption") return "/adoption";
  if (!isIndicator(measure)) return null;
  const asked = new URLSearchParams(search);
  const kept = ["wave", "compare", "population", "by"].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value]];
  });
  const query = new URLSearchParams(kept).toString();
  return `/indicators/${measure}${query === "" ? "" : `?${query}`}`;
}

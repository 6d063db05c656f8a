import { useLocation } from "@remix-run/react";
import { Go } from "./go.tsx";
import { useReading, withParameter } from "./reading.ts";

interface PartsProps {
  /** Which rows of how many are shown; null where all of them are. */
  readonly part: {
    readonly part: number;
    readonly parts: number;
    readonly first: number;
    readonly last: number;
    readonly all: number;
  } | null;
  /** The id of the block the rows are in. */
  readonly at: string;
  /** What the address calls the part, where a page has several long lists. */
  readonly name?: string;
}

/** Which rows of a long list are shown, and the way to those before and after. */
export function Parts({ part, at, name = "part" }: PartsProps) {
  const { t } = useReading();
  const { pathname, search } = useLocation();
  if (part === null) return null;
  const to = (asked: number) => `${withParameter(pathname + search, name, String(asked))}#${at}`;
  return (
    <p className="label parts">
      {t("parts.shown", { first: part.first, last: part.last, all: part.all })}
      {part.part > 1 && <Go to={to(part.part - 1)}>{t("parts.before")}</Go>}
      {part.part < part.parts && <Go to={to(part.part + 1)}>{t("parts.after")}</Go>}
    </p>
  );
}

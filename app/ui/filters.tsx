import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { Go } from "./go.tsx";
import { useReading } from "./reading.ts";

/** One line of a list; `depth` is how far it hangs below the first level. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly depth: number;
}

interface FiltersProps {
  /** What is shown, as a sentence: it stands for the form on phones and on paper. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** A plain GET form: every view is an address, with or without scripts. */
export function Filters({ summary, children }: FiltersProps) {
  const { t, addressLanguage } = useReading();
  const { pathname, search } = useLocation();
  const frame = useRouteLoaderData("root") as { readonly pages?: readonly string[] } | undefined;
  const mayKeep = frame?.pages?.includes("views") ?? false;
  return (
    <details className="filters">
      <summary>{summary}</summary>
      {/* Another address is another form: its fields show what the address says. */}
      <Form method="get" key={search}>
        {addressLanguage !== null && <input type="hidden" name="lang" value={addressLanguage} />}
        <Leading.Provider value={true}>{children}</Leading.Provider>
        <button type="submit" className="button">
          {t("filters.show")}
        </button>
        {mayKeep && (
          <Go to={`/views?${new URLSearchParams({ of: pathname + search })}`}>
            {t("filters.keep")}
          </Go>
        )}
      </Form>
    </details>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options?: readonly Option[];
  readonly groups?: readonly {
    readonly label: string;
    readonly choices: readonly Option[];
    readonly isCut?: boolean | undefined;
  }[];
}

/** Whether a list stands in a form that leads to an address: there the rest of it can be sought. */
const Leading = createContext(false);

export function Select(props: SelectProps) {
  const isLeading = useContext(Leading);
  // Of what is too long to list the rest is found by its name.
  const isCut = isLeading && (props.groups?.some((group) => group.isCut) ?? false);
  return isCut ? (
    <>
      <List {...props} />
      <Find />
    </>
  ) : (
    <List {...props} />
  );
}

function Find() {
  const { t } = useReading();
  const { search } = useLocation();
  return (
    <label className="field">
      {t("filters.find")}
      <input
        type="search"
        name="find"
        maxLength={60}
        defaultValue={new URLSearchParams(search).get("find") ?? ""}
      />
    </label>
  );
}

function List({ name, label, value, options = [], groups = [] }: SelectProps) {
  return (
    <label className="field">
      {label}
      <select name={name} defaultValue={value}>
        {options.map(asOption)}
        {groups.map((group) =>
          group.label === "" ? (
            group.choices.map(asOption)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {group.choices.map(asOption)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

function asOption({ value, label, depth }: Option) {
  return (
    <option key={value} value={value}>
      {"\u2003".repeat(depth) + label}
    </option>
  );
}

interface WrittenFieldProps {
  readonly name: string;
  readonly label: string;
  readonly language: "fr" | "en";
  readonly value: string;
  /** Id of what is to be known before one writes. */
  readonly describedBy: string;
  readonly rows?: number;
}

/** Some lines to write in, in one of the two languages. */
export function WrittenField({
  name,
  label,
  language,
  value,
  describedBy,
  rows = 3,
}: WrittenFieldProps) {
  return (
    <label className="field">
      {label}
      <textarea
        name={`${name}-${language}`}
        lang={language}
        rows={rows}
        maxLength={600}
        defaultValue={value}
        aria-describedby={describedBy}
      />
    </label>
  );
}

import type { InputHTMLAttributes } from "react";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "name"> {
  readonly name: string;
  readonly label: string;
}

/** A labelled line to write in. */
export function Field({ label, ...rest }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input autoComplete="off" {...rest} />
    </label>
  );
}

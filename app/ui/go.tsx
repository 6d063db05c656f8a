import { Link, type LinkProps } from "@remix-run/react";
import { useReading } from "./reading.ts";

/** A link within the site: it keeps the language the address names. */
export function Go({ to, ...rest }: Omit<LinkProps, "to"> & { readonly to: string }) {
  const { keep } = useReading();
  return <Link to={keep(to)} {...rest} />;
}

import { reachable } from "./block.tsx";

/** A command to copy; the long ones scroll, also from the keyboard. */
export function Typed({ command }: { readonly command: string }) {
  return (
    <code className="typed" translate="no" {...reachable}>
      {command}
    </code>
  );
}

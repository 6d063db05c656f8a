import { Go } from "./go.tsx";

interface ToActProps {
  readonly links: {
    readonly said: string;
    readonly links: readonly { readonly address: string; readonly label: string }[];
  } | null;
}

/** From what fell to what is done about it. */
export function ToAct({ links }: ToActProps) {
  if (links === null) return null;
  return (
    <section className="to-act full on-screen" aria-label={links.said}>
      <p>{links.said}</p>
      <ul>
        {links.links.map(({ address, label }) => (
          <li key={address}>
            <Go to={address}>{label}</Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

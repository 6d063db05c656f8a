import type { ReactNode } from "react";
import { useReading } from "./reading.ts";

interface BlockProps {
  readonly topic: string;
  /** Written from the numbers and the test: who stops here was not misled. */
  readonly sentence: string;
  readonly id?: string;
  /** Definitions, for the margin. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page: topic, sentence, drawing; definitions beside it. */
export function Block({ topic, sentence, id, aside, children }: BlockProps) {
  const { t } = useReading();
  return (
    <section className="block" id={id}>
      <header>
        <h2>{topic}</h2>
        {sentence !== "" && <p className="sentence">{sentence}</p>}
      </header>
      {children}
      {aside !== undefined && <aside aria-label={t("definitions", { topic })}>{aside}</aside>}
    </section>
  );
}

/** One definition in the margin. */
export function Definition({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}) {
  return (
    <p>
      <strong>{term}</strong>
      {children}
    </p>
  );
}

/** The figures of a drawing, for those who read rather than look. */
export function TableBehind({ children }: { readonly children: ReactNode }) {
  const { t } = useReading();
  return (
    <details className="table">
      <summary>{t("table.read")}</summary>
      <Scroll label={t("table.region")}>{children}</Scroll>
    </details>
  );
}

/** For what is no control but has to be reached from the keyboard: to scroll it, or to read it. */
export const reachable = { tabIndex: 0 };

/** What may be wider than the page: it scrolls, also from the keyboard. */
export function Scroll({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="scroll" {...reachable} aria-label={label}>
      {children}
    </section>
  );
}

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly text: ReactNode }[];
}

/** Short facts side by side, as many as fit. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="fresh full">
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

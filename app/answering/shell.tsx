import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import { style } from "./style.ts";

/** Stands in for what lets the styles and scripts of one answer run, until it is sent. */
export const NONCE = "__nonce__";

export interface Shell {
  readonly words: AskedWords;
  /** The other languages this page exists in, and the address of each. */
  readonly languages: readonly { readonly words: AskedWords; readonly href: string }[];
  readonly title: string;
  readonly rules?: string;
  readonly script?: string;
  /** A script of a file of ours, where a few lines do not do. */
  readonly scriptFile?: string;
  readonly bodyClass?: string;
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A whole page in one request: its style and its few lines of script are in it. */
export function pageOf(shell: Shell): string {
  const { words, languages, title, rules = "", head, children } = shell;
  const { code, direction } = words;
  const top = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <link rel="icon" href="data:," />
      <title>{title}</title>
      {head}
    </>,
  );
  const body = renderToStaticMarkup(
    <body className={shell.bodyClass}>
      <header>
        <b>
          <Mark />
          Frontline Barometer
        </b>
        {languages.length > 1 && <Languages words={words} languages={languages} />}
      </header>
      <main id="main">{children}</main>
      {words.unreviewed !== null && (
        <footer className="quiet foot">
          <small>{sayAsked(words, words.unreviewed)}</small>
        </footer>
      )}
      {shell.scriptFile !== undefined && <script type="module" src={shell.scriptFile} />}
    </body>,
  );
  // As text, not as elements: neither is escaped the way the words of a page are.
  const styled = `<style nonce="${NONCE}">${style}${rules}</style>`;
  const acting =
    shell.script === undefined ? "" : `<script nonce="${NONCE}">${shell.script}</script>`;
  return `<!doctype html><html lang="${code}" dir="${direction}"><head>${top}${styled}</head>${body.replace("</body>", `${acting}</body>`)}</html>`;
}

/** A part of a page, for one that is there already. */
export function fragmentOf(children: ReactElement): string {
  return renderToStaticMarkup(children);
}

function Languages({ words, languages }: Pick<Shell, "words" | "languages">) {
  return (
    <nav aria-label={words.language}>
      <ul>
        {languages.map(({ words: other, href }) => (
          <li key={other.code}>
            <a
              href={href}
              lang={other.code}
              hrefLang={other.code}
              aria-label={other.name}
              aria-current={other.code === words.code ? "true" : undefined}
            >
              {other.short}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** ● and □: the frontline and the desk, as everywhere in the product. */
function Mark() {
  return (
    <svg width="30" height="18" viewBox="0 0 34 20" aria-hidden="true">
      <path d="M8 10h18" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="8" cy="10" r="7" fill="currentColor" />
      <path d="M20 4h12v12H20z" fill="var(--ground)" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}

import { inHtml } from "../in-html.ts";
import { printPage, qrDrawing } from "./print-page.ts";
import { typedCode } from "./typed.ts";

/** What a slip says, in one language. */
export interface SlipWords {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly barometer: string;
  readonly scan: string;
  /** With the address in it. */
  readonly type: string;
  readonly yours: string;
  /** Null while nobody knows when it closes. */
  readonly until: string | null;
}

/** Slips that are handed out together: to one team, or to whoever is left of a site. */
export interface SlipGroup {
  readonly name: string;
  readonly codes: readonly string[];
}

const style = `
@page{size:A4;margin:10mm}
section{break-after:page}
section:last-child{break-after:auto}
h1{font-size:14pt;margin-block-end:4mm}
h1 small{font-weight:400;font-size:11pt}
.slips{display:grid;grid-template-columns:1fr 1fr;border-block-start:1px dashed #747f88;border-inline-start:1px dashed #747f88}
.slip{display:grid;grid-template-columns:34mm 1fr;gap:4mm;align-items:center;padding:4mm;min-block-size:53mm;break-inside:avoid;border-block-end:1px dashed #747f88;border-inline-end:1px dashed #747f88;font-size:9pt}
.slip svg{inline-size:34mm;block-size:34mm}
.slip b{display:block;font-size:10pt}
.slip code{display:block;font:600 11.5pt/1.5 ui-monospace,"Liberation Mono",monospace;letter-spacing:.02em}
@media screen{body{margin:1rem auto;max-inline-size:210mm}}
`;

/**
 * A sheet of slips to cut out, each with a code that opens one page, once. A slip says nothing of whom
 * it was made for, and the slips of a group lie in no order of people: they are handed out as they come.
 */
export function codeSheet({
  title,
  publicAddress,
  words,
  groups,
}: {
  readonly title: string;
  readonly publicAddress: string;
  /** The languages each slip is in, the first one first. */
  readonly words: readonly SlipWords[];
  readonly groups: readonly SlipGroup[];
}): string {
  const slip = (code: string) => `<article class="slip">
${qrDrawing(`${publicAddress}/a/${code}`, typedCode(code))}
<div>${words
    .map(
      ({ language, direction, barometer, scan, type, yours, until }) =>
        `<div lang="${inHtml(language)}" dir="${direction}"><b>${inHtml(barometer)}</b><p>${inHtml(scan)}, ${inHtml(type)}</p>${until === null ? "" : `<p>${inHtml(until)}</p>`}<p>${inHtml(yours)}</p></div>`,
    )
    .join("")}<code dir="ltr">${typedCode(code)}</code></div>
</article>`;
  const sections = groups.map(
    ({ name, codes }) => `<section>
<h1>${inHtml(title)} <small>${inHtml(name)} · ${codes.length}</small></h1>
<div class="slips">
${codes.toSorted().map(slip).join("\n")}
</div>
</section>`,
  );
  return printPage({
    title,
    language: words[0]?.language ?? "en",
    style,
    body: `<main>\n${sections.join("\n")}\n</main>`,
  });
}

import { inHtml } from "../in-html.ts";
import { printPage, qrDrawing } from "./print-page.ts";

/** What the screen says, in one language. */
export interface TerminalWords {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly barometer: string;
  readonly scan: string;
  readonly until: string | null;
}

const style = `
body{min-block-size:100vh;display:grid;place-items:center;padding:1.5rem}
main{display:grid;gap:1.5rem;justify-items:center;text-align:center;max-inline-size:44rem}
main>svg{inline-size:min(60vmin,100%);block-size:auto}
h2{font-size:2rem;line-height:1.2}
p{font-size:1.25rem}
.address{font-weight:600;overflow-wrap:anywhere}
@page{size:A4;margin:15mm}
`;

/**
 * A plain page for the screen of a time clock, or a poster: one square that leads to where codes are
 * typed. It is the same for everybody, and can be shown by a terminal that knows no more than HTML.
 */
export function terminalPage({
  address,
  words,
}: {
  /** Where codes are typed, or a kiosk. */
  readonly address: string;
  readonly words: readonly TerminalWords[];
}): string {
  const said = words.map(
    ({ language, direction, title, barometer, scan, until }) =>
      `<div lang="${inHtml(language)}" dir="${direction}"><h2>${inHtml(title)}</h2><p>${inHtml(barometer)}</p><p>${inHtml(scan)}</p>${until === null ? "" : `<p>${inHtml(until)}</p>`}</div>`,
  );
  return printPage({
    title: words[0]?.title ?? address,
    language: words[0]?.language ?? "en",
    style,
    body: `<main>\n${said.join("\n")}\n${qrDrawing(address, address)}\n<p class="address" dir="ltr">${inHtml(address.replace(/^https?:\/\//, ""))}</p>\n</main>`,
  });
}

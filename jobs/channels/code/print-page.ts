import { renderSVG } from "uqr";
import { inHtml } from "../in-html.ts";

/** A page to print or to show: one file, nothing loaded from anywhere, no script. */
export function printPage({
  title,
  language,
  style,
  body,
}: {
  readonly title: string;
  readonly language: string;
  readonly style: string;
  readonly body: string;
}): string {
  return `<!doctype html>
<html lang="${inHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${inHtml(title)}</title>
<style>
*{box-sizing:border-box}
html{font:400 100%/1.4 system-ui,"Liberation Sans",Arial,sans-serif;color:#14191e;background:#fff}
body{margin:0}
p,h1,h2{margin:0}
svg{display:block}
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The square a telephone reads, as a drawing; `label` is what a screen reader says of it. */
export function qrDrawing(address: string, label: string): string {
  // A quarter of it may be worn or covered: these hang beside machines.
  const svg = renderSVG(address, { ecc: "Q", border: 4 });
  return svg.replace("<svg ", `<svg role="img" aria-label="${inHtml(label)}" `);
}

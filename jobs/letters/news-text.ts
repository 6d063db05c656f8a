import type { News, NewsSection } from "#app/services/digest.server.ts";

/** Wide enough for a sentence, narrow enough for any mail program. */
const WIDTH = 76;

/** News as plain text: everything that the other part says, for whoever reads that alone. */
export function newsText(news: News, publicAddress: string): string {
  const { greeting, title, lead, sections, open, rights, choice } = news;
  const parts = [
    greeting,
    title,
    ...(lead === null ? [] : [folded(lead)]),
    ...sections.map((one) => sectionText(one, publicAddress)),
    `${open}\n${publicAddress}/`,
    `-- \n${folded(rights)}\n${choice.replace("{address}", `${publicAddress}/account`)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionText(
  { title, paragraphs, table, items, address }: NewsSection,
  publicAddress: string,
): string {
  const lines = [
    `${title}\n${"=".repeat(title.length)}`,
    ...paragraphs.map(folded),
    ...(table === null
      ? []
      : [`${table.caption}\n${table.rows.map((row) => folded(rowText(row))).join("\n")}`]),
    ...items.map(({ sentence, rest, address: to }) =>
      [
        folded(`* ${[sentence, rest].filter(Boolean).join(" ")}`),
        ...(to === null ? [] : [`  ${publicAddress}${to}`]),
      ].join("\n"),
    ),
    ...(address === null ? [] : [`${publicAddress}${address}`]),
  ];
  return lines.join("\n\n");
}

/** `Confidence · 45%. Five points more.`, with what the row has. */
function rowText([name = "", value = "", ...rest]: readonly string[]): string {
  const said = rest.filter((cell) => cell !== "").join(" ");
  return `- ${name} · ${value}${said === "" ? "" : `. ${said}`}`;
}

/** Broken at ordinary spaces only: others hold a number and its unit together. */
function folded(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

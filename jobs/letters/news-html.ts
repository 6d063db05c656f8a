import type { News, NewsItem, NewsSection, NewsTable } from "#app/services/digest.server.ts";
import { inHtml } from "#jobs/channels/in-html.ts";

const ink = "#14191e";
const quiet = "#4a545e";
const line = "#d5dade";
const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";

/**
 * News as mail programs draw it: tables and styles on each element, for they know no style sheet; no
 * picture, no script, and nothing fetched from anywhere, so that nobody learns when it is read.
 */
export function newsHtml(news: News, publicAddress: string): string {
  const { language, subject, greeting, title, lead, sections, go, open, rights, choice } = news;
  const account = `${publicAddress}/account`;
  const [before = "", after = ""] = choice.split("{address}");
  const body = [
    text(greeting),
    `<h1 style="margin:0 0 16px;${font};font-size:22px;line-height:1.3;color:${ink}">${inHtml(title)}</h1>`,
    lead === null ? "" : text(lead),
    ...sections.map((one) => sectionHtml(one, go, publicAddress)),
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${ink}" style="padding:12px 20px;border-radius:4px"><a href="${inHtml(`${publicAddress}/`)}" style="${font};font-size:16px;font-weight:600;color:#ffffff;text-decoration:none">${inHtml(open)}</a></td></tr></table>`,
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${line};${font};font-size:14px;line-height:1.5;color:${quiet}">${inHtml(rights)}<br>${inHtml(before)}${link(account, account)}${inHtml(after)}</p>`,
  ];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light">',
    `<title>${inHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:0;background-color:#ffffff;color:${ink}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td align="left">',
    ...body,
    "</td></tr></table></td></tr></table></body></html>",
  ].join("\n");
}

function sectionHtml(
  { title, paragraphs, table, items, address }: NewsSection,
  go: string,
  publicAddress: string,
): string {
  return [
    `<h2 style="margin:24px 0 8px;${font};font-size:18px;line-height:1.3;color:${ink}">${inHtml(title)}</h2>`,
    ...paragraphs.map(text),
    table === null ? "" : tableHtml(table),
    items.length === 0 ? "" : itemsHtml(items, go, publicAddress),
    address === null ? "" : `<p style="margin:0 0 16px">${link(publicAddress + address, go)}</p>`,
  ].join("\n");
}

function tableHtml({ caption, head, rows }: NewsTable): string {
  const cell = `padding:8px 12px 8px 0;border-bottom:1px solid ${line};${font};font-size:15px;line-height:1.4;color:${ink};text-align:left;vertical-align:top`;
  const heads = head.map(
    (one) => `<th scope="col" style="${cell};font-weight:600">${inHtml(one)}</th>`,
  );
  const lines = rows.map(([name = "", ...rest]) => {
    const cells = rest.map((one) => `<td style="${cell}">${inHtml(one)}</td>`);
    return `<tr><th scope="row" style="${cell};font-weight:600">${inHtml(name)}</th>${cells.join("")}</tr>`;
  });
  return [
    '<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-collapse:collapse">',
    `<caption style="${font};font-size:14px;color:${quiet};text-align:left;padding-bottom:4px">${inHtml(caption)}</caption>`,
    `<thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>`,
  ].join("\n");
}

function itemsHtml(items: readonly NewsItem[], go: string, publicAddress: string): string {
  const lines = items.map(({ sentence, rest, address }) => {
    const to = address === null ? "" : ` ${link(publicAddress + address, go)}`;
    return `<li style="margin:0 0 10px;${font};font-size:16px;line-height:1.5;color:${ink}"><strong>${inHtml(sentence)}</strong> ${inHtml(rest)}${to}</li>`;
  });
  return `<ul style="margin:0 0 16px;padding-left:20px">${lines.join("")}</ul>`;
}

function text(paragraph: string): string {
  return `<p style="margin:0 0 12px;${font};font-size:16px;line-height:1.5;color:${ink}">${inHtml(paragraph)}</p>`;
}

function link(address: string, words: string): string {
  return `<a href="${inHtml(address)}" style="${font};color:${ink};text-decoration:underline">${inHtml(words)}</a>`;
}

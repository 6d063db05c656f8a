import { isQuestion } from "../question.ts";

/**
 * Whether a message of Microsoft's asks something: HTML without its tags, quotations and code. The
 * text goes no further than this.
 */
export function asks(texts: readonly (string | null | undefined)[], isHtml: boolean): boolean {
  return texts.some((text) => isQuestion(isHtml ? plain(text ?? "") : (text ?? "")));
}

const named: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

function plain(html: string): string {
  return html
    .replaceAll(/<(blockquote|code|pre|codeblock)\b[\s\S]*?<\/\1>/gi, " ")
    .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, "\n")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => named[entity] ?? " ");
}

import {createHash} from "node:crypto";

/**
 * Names an article by what it says and where it stands: the same text at another outlet is another article. Only the
 * host counts of an address, so the same text at two addresses of one outlet is one article.
 *
 * @param host of the outlet that printed it; null for a text from a file or from stdin, which is one wherever it lies.
 * @returns 16 hexadecimal digits.
 */
export function articleId(text: string, host: string | null): string {
  return createHash("sha256")
    .update(host === null ? text : `${host}\n${text}`)
    .digest("hex")
    .slice(0, 16);
}

import type {ArticleAudit} from "../../api/index.ts";
import {counted} from "./number-words.ts";

/** Whether what a reader gave is the address of a page and nothing more. */
export function isAddress(given: string): boolean {
  return /^https?:\/\/\S+$/i.test(given.trim());
}

/** What is said of an article as a whole, a heading and its lines; headings without lines are left out. */
export function wholeArticle({
  chain,
  marks,
  loaded,
  repairs,
  missing,
}: ArticleAudit): {readonly head: string; readonly lines: readonly string[]}[] {
  return [
    {
      head: "Who is its source for what",
      lines: chain.map(({who, claims, seen}) => {
        const known = seen === false ? ", its report not seen" : seen === true ? ", seen here" : "";
        return `${who}: ${counted(claims, "claim")}${known}`;
      }),
    },
    {head: "Marks of how it was made", lines: [...new Set(marks.map(({note}) => note))]},
    {
      head: "Loaded words, the author’s own",
      lines: loaded.map(({words, times}) => (times > 1 ? `“${words}” × ${times}` : `“${words}”`)),
    },
    {head: "Tables repaired", lines: [...new Set(repairs)]},
    {head: "What is missing", lines: missing.map(({what, why}) => `${what}: ${why}`)},
  ].filter(({lines}) => lines.length > 0);
}

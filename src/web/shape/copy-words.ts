import type {CopiesBody} from "../../api/index.ts";
import {dayWords, fixed} from "./number-words.ts";

type Known = CopiesBody["articles"][string];
type Edge = CopiesBody["clusters"][number]["edges"][number];

/** What an article calls itself, else where it came from. */
export function titleOf(article: Pick<Known, "title" | "origin"> | undefined, id: string): string {
  if (article === undefined) return id;
  return typeof article.title === "string" ? article.title : `(no title) ${article.origin}`;
}

/** Whose it is and of when: "Antara, 28 November 2026". */
export function bylineOf(article: Pick<Known, "outlet" | "published"> | undefined): string {
  if (article === undefined) return "not known";
  const {outlet, published} = article;
  const when = typeof published === "string" ? dayWords(published) : "undated";
  return `${typeof outlet === "string" ? outlet : "outlet not known"}, ${when}`;
}

const kinds: Readonly<Record<Edge["kind"], string>> = {
  copy: "a copy",
  update: "its own update",
  translation: "a translation",
};

/** What makes it a copy: "a copy, 24 hours later; 97 % of the shorter text is the same; credits Antara". */
export function edgeWords({kind, hours, shared, credited}: Edge): string {
  const when = hours === null ? "undated" : hours === 0 ? "the same day" : `${hours} hours later`;
  return [
    `${kinds[kind]}, ${when}`,
    kind === "translation"
      ? `${fixed(shared * 100, 0)} % of its figures and names are the same`
      : `${fixed(shared * 100, 0)} % of the shorter text is the same`,
    ...(credited === null ? [] : [`credits ${credited}`]),
  ].join("; ");
}

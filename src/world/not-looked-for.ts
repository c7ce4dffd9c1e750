import type {Article} from "./article.ts";
import {gap} from "./gap.ts";

const notLooked = (what: string) =>
  gap(what, "the reader of that day did not look for it", "the capture, read again");

/** What readers before version 2 did not look for in an article, as gaps and empty lists. */
export const notLookedFor = {
  publishedFrom: notLooked("origin of the date"),
  updated: notLooked("date of the last update"),
  updatedFrom: notLooked("origin of the date of update"),
  credit: notLooked("agency credit"),
  genre: notLooked("genre"),
  attributions: [],
  days: [],
} satisfies Partial<Article>;

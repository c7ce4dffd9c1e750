import type {Day, Gap} from "../../api/index.ts";
import {dayWords} from "./number-words.ts";

/** The date of a move for its line: "3 March 2025"; first of January alone stands for a year known without its day. */
export function whenWords(when: Day | Gap): string {
  if (typeof when !== "string") return "undated";
  return when.endsWith("-01-01") ? when.slice(0, 4) : dayWords(when);
}

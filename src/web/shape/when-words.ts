import type {Move} from "../../api/index.ts";
import {dayWords} from "./number-words.ts";

/** The date of a move, no finer than it is known: "3 March 2025", "March 2025", "2025", "undated". */
export function whenWords({when, precision}: Pick<Move, "when" | "precision">): string {
  if (typeof when !== "string") return "undated";
  if (precision === "year") return when.slice(0, 4);
  const words = dayWords(when);
  return precision === "month" ? words.slice(words.indexOf(" ") + 1) : words;
}

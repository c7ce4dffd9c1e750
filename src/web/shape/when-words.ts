import type {AccessionStep, Move} from "../../api/index.ts";
import {dayWords} from "./number-words.ts";

/** The date of a move, no finer than it is known: "3 March 2025", "March 2025", "2025", "undated". */
export function whenWords({when, precision}: Pick<Move, "when" | "precision">): string {
  if (typeof when !== "string") return "undated";
  if (precision === "year") return when.slice(0, 4);
  const words = dayWords(when);
  return precision === "month" ? words.slice(words.indexOf(" ") + 1) : words;
}

/** The date of a step, no finer than it is known, as it stands in a table: "2025-01-06", "2025-01", "2025". */
export function stepDay({on, precision}: Pick<AccessionStep, "on" | "precision">): string {
  return on.slice(0, precision === "day" ? 10 : precision === "month" ? 7 : 4);
}

import type {DayOrder} from "./day-in-words.ts";

/**
 * States that write the month first, and those where both orders are in use, so that nothing can be told (Unicode CLDR,
 * short dates; Canada and the Philippines write both in official papers). All others write the day first, or the year.
 */
const monthFirst = new Set(["USA", "FSM", "MHL", "PLW"]);
const both = new Set(["CAN", "PHL", "PRI"]);

/** How a country writes a day in figures; `null` where that is not known. */
export function dayOrder(country: string | null): DayOrder | null {
  if (country === null || both.has(country)) return null;
  return monthFirst.has(country) ? "month-first" : "day-first";
}

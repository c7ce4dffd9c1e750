import type {Day, Measured} from "../world/index.ts";
import {inDigits, tellLarge, yearOf} from "../world/index.ts";

/** From this age on, in years, a figure is called old: our choice, about one term of government. */
const oldFrom = 5;

/** A figure in its unit: "0.4 %", "US$ 2.1 billion", "14". */
export function tellValue(value: number, unit: string, digits = 2): string {
  if (unit === "share") return `${inDigits(100 * value, digits)} %`;
  if (unit === "percent") return `${inDigits(value, digits)} %`;
  if (unit === "usd") return `US$ ${tellLarge(value, digits)}`;
  if (unit === "count") return String(value);
  if (unit === "index") return inDigits(value, digits);
  if (unit === "tonne") return `${tellLarge(value, digits)} tonnes`;
  return `${tellLarge(value, digits)} ${unit}`;
}

/**
 * Error and age, in brackets: "(90 %: 0.35 to 0.42 %; 11 years old)"; empty where there is neither. An interval of all
 * is one of bounds, as from rounding.
 */
export function tellError(figure: Measured, asOf: Day): string {
  const parts: string[] = [];
  if (figure.interval !== null) {
    const {level} = figure.interval;
    const head = level >= 1 ? "bounds" : `${Math.round(100 * level)} %:`;
    parts.push(`${head} ${tellRange(figure.interval, figure)}`);
  }
  const years = ageOf(figure, asOf);
  if (years !== null && years >= oldFrom) parts.push(`${years} years old`);
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

/** A third figure stands where two would not tell a bound from the value, or would round a hard bound away. */
function tellRange(
  {low, high, level}: NonNullable<Measured["interval"]>,
  {value, unit}: Measured,
): string {
  const told = tellValue(value, unit);
  const close = [low, high].some((bound) => bound !== value && tellValue(bound, unit) === told);
  const digits = close || level >= 1 ? 3 : 2;
  const first = tellValue(low, unit, digits);
  const last = tellValue(high, unit, digits);
  // "8.5 to 9.5 %": the sign stands once, behind.
  return `${first.endsWith(" %") ? first.slice(0, -2) : first} to ${last}`;
}

/** Whole years between the newest period in a figure and a day; `null` when the vintage names no year. */
function ageOf({vintage}: Measured, asOf: Day): number | null {
  const years = vintage.match(/\d{4}/g);
  const last = years?.at(-1);
  return last === undefined ? null : yearOf(asOf) - Number(last);
}

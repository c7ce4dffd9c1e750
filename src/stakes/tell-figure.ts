import type {Day, Measured} from "../world/index.ts";
import {yearOf} from "../world/index.ts";

/** From this age on, in years, a figure is called old: our choice, about one term of government. */
const oldFrom = 5;

/** A number in significant figures, two unless more are asked for: 0.4, 11, 240,000; "under 0.01" where it is smaller. */
export function inDigits(value: number, digits = 2): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no figures`);
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 0.01) return `${sign}under 0.01`;
  const rounded = Number(size.toPrecision(digits));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(rounded)));
  const text = rounded.toFixed(decimals);
  const told = decimals > 0 ? text.replace(/\.?0+$/, "") : text.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${told}`;
}

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

function tellLarge(value: number, digits: number): string {
  const size = Math.abs(value);
  for (const [least, word] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (size >= least) return `${inDigits(value / least, digits)} ${word}`;
  return inDigits(value, digits);
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

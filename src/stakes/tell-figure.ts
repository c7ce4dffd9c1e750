import type {Day, Measured} from "../world/index.ts";
import {yearOf} from "../world/index.ts";

/** From this age on, in years, a figure is called old: our choice, about one term of government. */
const oldFrom = 5;

/** Two significant figures: 0.4, 11, 240; a number that rounds to nothing says how small it is at most. */
export function twoDigits(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no figures`);
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 0.01) return `${sign}under 0.01`;
  const rounded = Number(size.toPrecision(2));
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(rounded)));
  const text = rounded.toFixed(decimals);
  return `${sign}${decimals > 0 ? text.replace(/\.?0+$/, "") : text}`;
}

/** A figure in its unit: "0.4 %", "US$ 2.1 billion", "14". */
export function tellValue(value: number, unit: string): string {
  if (unit === "share") return `${twoDigits(100 * value)} %`;
  if (unit === "percent") return `${twoDigits(value)} %`;
  if (unit === "usd") return `US$ ${tellLarge(value)}`;
  if (unit === "count") return String(value);
  if (unit === "index") return twoDigits(value);
  return `${tellLarge(value)} ${unit}`;
}

function tellLarge(value: number): string {
  const size = Math.abs(value);
  for (const [least, word] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (size >= least) return `${twoDigits(value / least)} ${word}`;
  return twoDigits(value);
}

/** Error and age, in brackets: "(90 %: 0.3 to 0.5 %; 11 years old)"; empty where there is neither. */
export function tellError(figure: Measured, asOf: Day): string {
  const parts: string[] = [];
  if (figure.interval !== null) {
    const {low, high, level} = figure.interval;
    const short = figure.unit === "share" ? twoDigits(100 * low) : tellValue(low, figure.unit);
    parts.push(`${Math.round(100 * level)} %: ${short} to ${tellValue(high, figure.unit)}`);
  }
  const years = ageOf(figure, asOf);
  if (years !== null && years >= oldFrom) parts.push(`${years} years old`);
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

/** Whole years between the newest period in a figure and a day; `null` when the vintage names no year. */
function ageOf({vintage}: Measured, asOf: Day): number | null {
  const years = vintage.match(/\d{4}/g);
  const last = years?.at(-1);
  return last === undefined ? null : yearOf(asOf) - Number(last);
}

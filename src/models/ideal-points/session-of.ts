import type {Day} from "../../world/index.ts";

const digits: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10, L: 50};
/** "A/RES/68/262", and until 1976 "A/RES/3281(XXIX)". */
const numbered = /^A\/RES\/(\d+)\//;
const roman = /^A\/RES\/\d+[A-Z]?\s?\(([IVXL]+)\)/;

/**
 * The regular session of the General Assembly to which a vote belongs: the one that the resolution's symbol names; for an
 * emergency or special session the regular one that was in course, which begins in September of 1945 and its number.
 */
export function sessionOf(symbol: string, date: Day): number {
  const number = numbered.exec(symbol)?.[1];
  if (number !== undefined) return Number(number);
  const numeral = roman.exec(symbol)?.[1];
  if (numeral !== undefined) return romanNumber(numeral);
  const [year, month] = date.split("-").map(Number) as [number, number];
  return Math.max(1, year - 1945 - (month >= 9 ? 0 : 1));
}

function romanNumber(numeral: string): number {
  const values = [...numeral].map((letter) => digits[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

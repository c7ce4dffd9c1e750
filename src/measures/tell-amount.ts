import {tellLarge} from "../world/index.ts";

/** "12.3 %" of a share; small shares keep two digits, so that what is not zero does not read as zero. */
export function tellShare(share: number): string {
  const percent = 100 * share;
  if (percent === 0) return "0 %";
  const digits = Math.abs(percent) < 1 ? Number(percent.toPrecision(2)) : percent.toFixed(1);
  return `${digits} %`;
}

/** "1.26 billion US dollars". */
export function tellUsd(usd: number): string {
  return `${tellLarge(usd, 3)} US dollars`;
}

interface OfState {
  readonly state: string;
  readonly value: number;
}

/** The spread of an aggregate's members: "members from 0 % (MLT) to 11.3 % (JPN)". Empty for fewer than two. */
export function tellSpread(values: readonly OfState[], tell: (value: number) => string): string {
  if (values.length < 2) return "";
  let least = values[0] as OfState;
  let most = least;
  for (const one of values) {
    if (one.value < least.value) least = one;
    if (one.value > most.value) most = one;
  }
  return `${values.length} members from ${tell(least.value)} (${least.state}) to ${tell(most.value)} (${most.state})`;
}

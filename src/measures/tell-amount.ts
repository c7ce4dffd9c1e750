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

/**
 * The spread of an aggregate's members: "27 members from 0 % (MLT) to 11.3 % (JPN)", or "each of 27
 * members 0 %" where they read alike. Empty for fewer than two.
 */
export function tellSpread(values: readonly OfState[], tell: (value: number) => string): string {
  if (values.length < 2) return "";
  let least = values[0] as OfState;
  let most = least;
  for (const one of values) {
    if (one.value < least.value) least = one;
    if (one.value > most.value) most = one;
  }
  const [from, to] = [tell(least.value), tell(most.value)];
  if (from === to) return `each of ${values.length} members ${from}`;
  return `${values.length} members from ${from} (${least.state}) to ${to} (${most.state})`;
}

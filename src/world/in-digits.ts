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

/** A large number in words, two significant figures unless more are asked for: "2.1 billion", "504 million", "120". */
export function tellLarge(value: number, digits = 2): string {
  const size = Math.abs(value);
  for (const [least, word] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (size >= least) return `${inDigits(value / least, digits)} ${word}`;
  return inDigits(value, digits);
}

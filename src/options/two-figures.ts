/**
 * A number with two significant figures, for readers: 0.034, −1.2, 15, 120. Below 0.0005 either way it is "0.000",
 * because the model's own rounding would show.
 */
export function twoFigures(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) throw new Error(`${value} has no figures`);
  if (size < 0.0005) return "0.000";
  const exponent = Math.floor(Math.log10(Number(size.toPrecision(2))));
  const text = Number(size.toPrecision(2)).toFixed(Math.max(0, 1 - exponent));
  return value < 0 ? `−${text}` : text;
}

/** A percentage with its interval: "−0.12 % (90 %: −0.20 to −0.07)". */
export function percentWithInterval(figure: {
  readonly value: number;
  readonly interval: {readonly low: number; readonly high: number; readonly level: number} | null;
}): string {
  const {value, interval} = figure;
  const sign = value >= 0.0005 ? "+" : "";
  if (interval === null) return `${sign}${twoFigures(value)} %`;
  const level = Math.round(100 * interval.level);
  return `${sign}${twoFigures(value)} % (${level} %: ${twoFigures(interval.low)} to ${twoFigures(interval.high)})`;
}

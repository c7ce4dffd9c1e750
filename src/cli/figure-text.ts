import {type Gap, isGap, type Measured} from "../world/index.ts";

const digits = (number: number) => number.toPrecision(3);

/** "0.471 [0.442, 0.500]", or why there is none. */
export function figureText(figure: Measured | Gap): string {
  if (isGap(figure)) return `gap: ${figure.why}`;
  const {value, interval} = figure;
  return interval === null
    ? digits(value)
    : `${digits(value)} [${digits(interval.low)}, ${digits(interval.high)}]`;
}

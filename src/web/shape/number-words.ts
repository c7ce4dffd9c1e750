import type {Measured} from "../../api/index.ts";

/** Prints a number in its unit: 0.471 share → "47.1 %", 1.2e9 usd → "$1.2 bn". Missing numbers never come here. */
export function amount(value: number, unit: string): string {
  switch (unit) {
    case "share":
      return `${fixed(value * 100, value !== 0 && Math.abs(value) < 0.01 ? 2 : 1)} %`;
    case "percent":
      return `${fixed(value, Math.abs(value) < 1 ? 2 : 1)} %`;
    case "usd":
      return `${value < 0 ? "−" : ""}$${scaled(Math.abs(value))}`;
    case "eur":
      return `${value < 0 ? "−" : ""}€${scaled(Math.abs(value))}`;
    case "count":
      return grouped(Math.round(value));
    case "tiv":
      return `${fixed(value, value < 10 ? 1 : 0)} m TIV`;
    case "tonne":
      return `${scaled(value)} tonnes`;
    case "index":
    case "log-ratio":
    case "tilt":
    case "difference of shares":
      return short(value);
    default:
      return `${short(value)} ${unit.replaceAll("-", " ")}`;
  }
}

/** "44.2–50.0 %": the interval in the unit of its figure; null where the figure is a complete count. */
export function intervalWords({interval, unit}: Measured): string | null {
  if (interval === null) return null;
  const low = amount(interval.low, unit);
  const high = amount(interval.high, unit);
  return low.endsWith(" %") && high.endsWith(" %")
    ? `${low.slice(0, -2)} to ${high}`
    : `${low} to ${high}`;
}

/** A number on an axis, as short as it goes. */
export function axisWords(value: number, unit: string): string {
  if (unit === "share") return `${Number((value * 100).toPrecision(3))} %`;
  if (unit === "usd" || unit === "eur") return amount(value, unit).replace(".0", "");
  return short(value).replace(".0", "");
}

/** Three meaningful digits, a true minus, thousands apart. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 10_000) return scaled(value);
  if (size >= 100 || Number.isInteger(value)) return grouped(Math.round(value));
  return fixed(value, size >= 10 ? 1 : 2);
}

/** With a sign, for changes: "+0.31", "−1.20", "0.00". */
export function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** Two significant figures with a sign, for what a model says: "+0.031", "−1.2", "+120"; below 0.0005 either way "0". */
export function twoFigures(value: number): string {
  if (Math.abs(value) < 0.0005) return "0";
  const rounded = Number(value.toPrecision(2));
  const digits = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return signed(rounded, digits);
}

export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (Number(text) === 0) return (0).toFixed(digits);
  return text.replace("-", "−");
}

function scaled(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e12) return `${fixed(value / 1e12, 1)} tn`;
  if (size >= 1e9) return `${fixed(value / 1e9, 1)} bn`;
  if (size >= 1e6) return `${fixed(value / 1e6, 1)} m`;
  if (size >= 1e3) return `${fixed(value / 1e3, 1)} k`;
  return fixed(value, size < 10 ? 1 : 0);
}

function grouped(value: number): string {
  return String(value)
    .replace("-", "−")
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1 move", "2 moves", "1,204 moves". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026-11-24" → "24 November 2026". Anything else is given back. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split("-");
  const name = months[Number(month) - 1];
  return date === undefined || name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

import type {FlatTable, TableValue} from "./flat-table.ts";

/**
 * A text that a spreadsheet would run as a formula, and one that an apostrophe already keeps from it: reading back takes
 * exactly one apostrophe off, and gives the text that went in (after OWASP, "CSV Injection").
 */
const wouldRun = /^'*[=+\-@\t\r\n]/;

/**
 * CSV by RFC 4180 with CRLF. A text that a spreadsheet would run (it starts with = + - @, a tab or an end of line) gets a
 * leading apostrophe; numbers are written as they are, so "-3" as a number stays a number.
 */
export function toCsv({columns, rows}: Pick<FlatTable, "columns" | "rows">): string {
  return csvLines([columns.map(({name}) => name), ...rows]);
}

export function csvLines(lines: readonly (readonly TableValue[])[]): string {
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

/** The text that a cell of ours stands for. */
export function fromCsvText(cell: string): string {
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}

function field(value: TableValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const tame = wouldRun.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

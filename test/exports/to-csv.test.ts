import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fromCsvText, toCsv} from "../../src/exports/index.ts";

const columns = ["a", "b"].map((name) => ({name, type: "text" as const, means: ""}));
const starts = ["=", "+", "-", "@", "\t", "\r", "\n"];
/** Words that spreadsheets run, and that others have tried to slip past a guard. */
const hostile = fc.oneof(
  fc.string({unit: "binary"}),
  fc
    .tuple(fc.constantFrom("", "'", "''"), fc.constantFrom(...starts), fc.string({unit: "binary"}))
    .map((parts) => parts.join("")),
  fc.constantFrom('=HYPERLINK("http://x","y")', "@SUM(1+1)", "-2+3+cmd|' /C calc'!A0", "'", "''"),
);
const value = fc.oneof(
  hostile,
  fc.double({noNaN: true, noDefaultInfinity: true}),
  fc.boolean(),
  fc.constant(null),
);
const rows = fc.array(fc.tuple(value, value), {minLength: 1, maxLength: 20});

const cellsOf = (csv: string) => parse(csv, {record_delimiter: "\r\n"}) as string[][];

describe("CSV", () => {
  it("has no cell that a spreadsheet would run, unless it is a number", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [, ...cells] = cellsOf(toCsv({columns, rows: table}));
        cells.forEach((row, line) => {
          row.forEach((cell, at) => {
            if (typeof table[line]?.[at] !== "number") expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          });
        });
      }),
      {numRuns: 500},
    );
  });

  it("gives every value back when it is read", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [head, ...cells] = cellsOf(toCsv({columns, rows: table}));
        expect(head).toEqual(["a", "b"]);
        expect(cells).toHaveLength(table.length);
        cells.forEach((row, line) => {
          row.forEach((cell, at) => {
            const meant = table[line]?.[at];
            if (typeof meant === "string") expect(fromCsvText(cell)).toBe(meant);
            else if (typeof meant === "number") expect(Number(cell)).toBe(meant === 0 ? 0 : meant);
            else expect(cell).toBe(meant === null ? "" : String(meant));
          });
        });
      }),
      {numRuns: 500},
    );
  });

  it("leaves numbers numbers and writes nothing for null", () => {
    const three = [...columns, {name: "c", type: "truth" as const, means: ""}];
    expect(toCsv({columns: three, rows: [[-3, null, true]]})).toBe("a,b,c\r\n-3,,true\r\n");
  });
});

import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {expect, it} from "vitest";
import {toCsv} from "../../src/briefs/index.ts";

it("comes back from a CSV reader as it went in, but for the apostrophe", () => {
  const row = fc.array(fc.string({unit: "binary"}), {minLength: 2, maxLength: 2});
  fc.assert(
    fc.property(fc.array(row, {minLength: 1}), (rows) => {
      const back = parse(toCsv(["a", "b"], rows), {record_delimiter: "\r\n"}) as string[][];
      const expected = rows.map((cells) =>
        cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
      );
      expect(back).toEqual([["a", "b"], ...expected]);
    }),
  );
});

it("takes the formula out of every text", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r"])
    expect(toCsv(["x"], [[`${start}1`]])).toContain(`'${start}1`);
});

it("leaves numbers numbers and writes nothing for null", () => {
  expect(toCsv(["a", "b", "c"], [[-3, null, true]])).toBe("a,b,c\r\n-3,,true\r\n");
});

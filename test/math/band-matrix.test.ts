import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bandMatrix} from "../../src/math/index.ts";

describe("bandMatrix", () => {
  it("multiplies as the sum over columns does, whatever its size and where its entries lie", () => {
    const entry = fc.oneof(fc.constant(0), fc.double({min: -10, max: 10, noNaN: true}));
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 14}).chain((n) =>
          fc.record({
            rows: fc.array(fc.array(entry, {minLength: n, maxLength: n}), {
              minLength: n,
              maxLength: n,
            }),
            vector: fc.array(entry, {minLength: n, maxLength: n}),
            plus: entry,
          }),
        ),
        ({rows, vector, plus}) => {
          const n = rows.length;
          const into = new Float64Array(n).fill(Number.NaN);
          const matrix = bandMatrix(n, (row, column) => rows[row]?.[column] ?? Number.NaN);
          matrix.times(Float64Array.from(vector), into, plus);
          for (const [at, row] of rows.entries())
            expect(into[at]).toBeCloseTo(
              row.reduce((sum, one, column) => sum + one * (vector[column] ?? 0), plus),
              9,
            );
        },
      ),
    );
  });
});

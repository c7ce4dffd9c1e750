/** The system has no single solution: `column` is explained by those before it. */
export class Collinear extends Error {
  readonly column: number;

  constructor(column: number) {
    super(`column ${column} is explained by the others`);
    this.name = "Collinear";
    this.column = column;
  }
}

/** Gauss-Jordan with pivoting, for systems of a few rows. @throws Collinear */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: Float64Array,
): Float64Array {
  const k = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let c = 0; c < k; c++) {
    let pivot = c;
    for (let r = c + 1; r < k; r++) {
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    }
    const row = rows[pivot] as number[];
    rows[pivot] = rows[c] as number[];
    rows[c] = row;
    const head = row[c] as number;
    if (!(Math.abs(head) > 1e-12 * Math.abs(matrix[c]?.[c] ?? 0)) || head === 0)
      throw new Collinear(c);
    for (let at = c; at <= k; at++) row[at] = (row[at] as number) / head;
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[c] as number;
      for (let at = c; at <= k; at++)
        other[at] = (other[at] as number) - factor * (row[at] as number);
    }
  }
  return Float64Array.from(rows, (row) => row[k] as number);
}

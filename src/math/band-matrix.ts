/** A matrix whose rows have their entries in runs of neighbouring columns, laid out for products with vectors. */
export interface BandMatrix {
  /** The product with a vector, `plus` added to each of its entries, into `into`, which must be another array. */
  times(vector: Float64Array, into: Float64Array, plus?: number): void;
}

/** Rows that are multiplied at one go: each entry of the vector is then read once for four, and no sum waits for another. */
const together = 4;

/** Lays out an n × n matrix; what is 0 outside a row's run costs nothing. */
export function bandMatrix(n: number, entry: (row: number, column: number) => number): BandMatrix {
  const blocks = Math.ceil(n / together);
  const [from, to, start] = [0, 0, 0].map(() => new Int32Array(blocks)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const entries: number[] = [];
  for (let block = 0; block < blocks; block++) {
    const rows = Array.from({length: together}, (_, at) => block * together + at);
    const at = (row: number, column: number) => (row < n ? entry(row, column) : 0);
    const filled = Array.from({length: n}, (_, column) => column).filter((column) =>
      rows.some((row) => at(row, column) !== 0),
    );
    from[block] = filled[0] ?? 0;
    to[block] = (filled.at(-1) ?? -1) + 1;
    start[block] = entries.length;
    for (let column = from[block] as number; column < (to[block] as number); column++)
      for (const row of rows) entries.push(at(row, column));
  }
  const packed = Float64Array.from(entries);
  return {
    times: (vector, into, plus = 0) => {
      for (let block = 0; block < blocks; block++) {
        const last = to[block] as number;
        let [first, second, third, fourth] = [plus, plus, plus, plus];
        let at = start[block] as number;
        for (let column = from[block] as number; column < last; column++, at += together) {
          const factor = vector[column] as number;
          first += (packed[at] as number) * factor;
          second += (packed[at + 1] as number) * factor;
          third += (packed[at + 2] as number) * factor;
          fourth += (packed[at + 3] as number) * factor;
        }
        const row = block * together;
        into[row] = first;
        if (row + 1 < n) into[row + 1] = second;
        if (row + 2 < n) into[row + 2] = third;
        if (row + 3 < n) into[row + 3] = fourth;
      }
    },
  };
}

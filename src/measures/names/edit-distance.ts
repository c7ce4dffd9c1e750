/** Rows of the table, used again at each call. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/**
 * Fewest letters to insert, delete, change or swap with their neighbour that make one word of the other (restricted
 * Damerau-Levenshtein), or `most + 1` where it takes more. The beginning that both share is passed over.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  if (shared > 0) shared -= 1;
  const wide = b.length - shared + 1;
  if (rows[0].length < wide)
    rows = [new Uint16Array(wide * 2), new Uint16Array(wide * 2), new Uint16Array(wide * 2)];
  let [before, above, row] = rows;
  for (let k = 0; k < wide; k += 1) above[k] = k;
  for (let i = 1; i <= a.length - shared; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(shared + i - 1);
    const letterBefore = a.charCodeAt(shared + i - 2);
    for (let k = 1; k < wide; k += 1) {
      const other = b.charCodeAt(shared + k - 1);
      let cost = (above[k - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (above[k] as number) + 1, (row[k - 1] as number) + 1);
      if (i > 1 && k > 1 && letter === b.charCodeAt(shared + k - 2) && letterBefore === other)
        cost = Math.min(cost, (before[k - 2] as number) + 1);
      row[k] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[wide - 1] as number, most + 1);
}

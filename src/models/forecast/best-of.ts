/**
 * Moves the `count` items of highest score to the front of `items` (in no order) and returns how many stand there.
 * Hoare's selection (1961): linear in the number of items.
 */
export function bestOf(
  items: Int32Array,
  length: number,
  scores: Float64Array,
  count: number,
): number {
  if (length <= count) return length;
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = scores[items[(low + high) >> 1] as number] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((scores[items[i] as number] as number) > pivot) i++;
      while ((scores[items[j] as number] as number) < pivot) j--;
      if (i <= j) {
        const kept = items[i] as number;
        items[i] = items[j] as number;
        items[j] = kept;
        i++;
        j--;
      }
    }
    if (count - 1 <= j) high = j;
    else if (count - 1 >= i) low = i;
    else break;
  }
  return count;
}

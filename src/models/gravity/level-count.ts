/** How many levels (0, 1, …) there are up to the highest that is named; 0 where none is. */
export function levelCount(levels: Int32Array): number {
  return 1 + levels.reduce((a, b) => Math.max(a, b), -1);
}

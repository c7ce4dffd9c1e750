/** The items again, every key once before any key twice; otherwise their order is kept. */
export function inTurn<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const met = new Map<string, number>();
  return items
    .map((item) => {
      const key = keyOf(item);
      const turn = met.get(key) ?? 0;
      met.set(key, turn + 1);
      return {item, turn};
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({item}) => item);
}

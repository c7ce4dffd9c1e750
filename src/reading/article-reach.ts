/**
 * How far into a text its sources, its language and a machine's leftovers are looked for, in characters. The longest
 * articles that are printed run to some 100,000; a longer text is kept whole, but what stands beyond is not searched.
 */
export const articleReach = 200_000;

/** A straight line from a domain to a range of pixels. */
export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

export function scale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain;
  const width = to - from || 1;
  const at = (value: number) => range[0] + ((value - from) / width) * (range[1] - range[0]);
  return Object.assign(at, {domain});
}

/** Round ticks that cover a domain: steps of 1, 2 or 5 times a power of ten, at most `most` of them. */
export function ticks([from, to]: readonly [number, number], most: number): readonly number[] {
  if (!(to > from)) return [from];
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Smallest and largest of the values, widened to round numbers; [0, 1] when there are none. */
export function extent(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Moves labels apart so that none stands within `gap` of another, keeping their order; input and output in pixels. */
export function spreadLabels(at: readonly number[], gap: number): readonly number[] {
  const order = at.map((_, index) => index).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  const placed = [...at];
  for (let round = 0; round < 8; round++)
    for (let k = 1; k < order.length; k++) {
      const [above, below] = [order[k - 1] as number, order[k] as number];
      const short = gap - ((placed[below] as number) - (placed[above] as number));
      if (short > 0) {
        placed[above] = (placed[above] as number) - short / 2;
        placed[below] = (placed[below] as number) + short / 2;
      }
    }
  return placed;
}

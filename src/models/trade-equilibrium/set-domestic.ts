/** Writes the domestic flows for a ratio of gross output to GDP. A row's other flows are its exports. */
export function setDomestic(flows: Float64Array, gdp: Float64Array, ratio: number): void {
  const n = gdp.length;
  for (let i = 0; i < n; i++) {
    let exported = 0;
    for (let j = 0; j < n; j++) if (j !== i) exported += flows[i * n + j] as number;
    flows[i * n + i] = (gdp[i] as number) * ratio - exported;
  }
}

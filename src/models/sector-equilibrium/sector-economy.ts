/**
 * The world by states and sectors in one year. Cells of a flow are sector × exporter × importer (importer fastest),
 * cells of a sector in a state are sector × state. Any one currency unit.
 */
export interface SectorEconomy {
  readonly states: number;
  readonly sectors: number;
  /** At border prices, before tariffs; what is sold at home has exporter = importer. */
  readonly flows: Float64Array;
  /** Tariffs that stand, by flow: 0.1 is ten per cent of the value at the border. */
  readonly tariffs: Float64Array;
  /** Share of value added in the value of output, sector × state. */
  readonly valueAdded: Float64Array;
  /** Share of each input in the value of output, state × sector × input; with the value added they sum to 1. */
  readonly inputs: Float64Array;
  /** Share of each sector in final spending (α), sector × state; each state's sum to 1. */
  readonly finalShares: Float64Array;
  /** Value added, state by state. */
  readonly income: Float64Array;
  /** Spending less income at border prices: what a state buys abroad beyond what it sells there. */
  readonly deficits: Float64Array;
}

/** What a sectoral economy is built from. */
export interface SectorData {
  readonly states: number;
  readonly sectors: number;
  readonly flows: Float64Array;
  readonly tariffs: Float64Array;
  /** Cost share of each input, state × sector × input; what is left of 1 is value added. Published tables hold a few below 0. */
  readonly inputs: Float64Array;
}

/**
 * Output, value added, deficits and final spending as the flows imply them (Caliendo & Parro 2015, Rev. Econ. Stud. 82,
 * section 4 and the authors' programs): final spending on a sector is what is left of all spending on it, tariffs
 * included, when producers' inputs are taken off. Where inputs are more than all spending, it is put to 0 and the
 * others are scaled to add up to 1. An input that a state does not buy at all is counted to value added.
 *
 * @throws Error when a flow is below 0, a tariff at −100 % or less, an input share outside −1 to 1, or a state earns nothing.
 */
export function buildSectorEconomy(data: SectorData): SectorEconomy {
  const {states: n, sectors, flows, tariffs} = data;
  const output = new Float64Array(sectors * n);
  const spending = new Float64Array(sectors * n);
  const deficits = new Float64Array(n);
  const revenue = new Float64Array(n);
  for (let s = 0, k = 0; s < sectors; s++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++, k++) {
        const flow = flows[k] as number;
        const rate = tariffs[k] as number;
        if (!(flow >= 0) || flow === Number.POSITIVE_INFINITY)
          throw new Error(`sector ${s}: the flow from ${i} to ${j} is ${flow}`);
        if (!(rate > -1))
          throw new Error(`sector ${s}: a tariff of ${100 * rate} % from ${i} to ${j}`);
        output[s * n + i] = (output[s * n + i] as number) + flow;
        spending[s * n + j] = (spending[s * n + j] as number) + flow * (1 + rate);
        deficits[j] = (deficits[j] as number) + flow;
        deficits[i] = (deficits[i] as number) - flow;
        revenue[j] = (revenue[j] as number) + flow * rate;
      }
    }
  }
  const {inputs, valueAdded} = boughtInputs(data, spending);
  const income = new Float64Array(n);
  const finalShares = Float64Array.from(spending);
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < sectors; s++) {
      const made = output[s * n + i] as number;
      income[i] = (income[i] as number) + (valueAdded[s * n + i] as number) * made;
      for (let k = 0; k < sectors; k++) {
        finalShares[k * n + i] =
          (finalShares[k * n + i] as number) -
          (inputs[(i * sectors + s) * sectors + k] as number) * made;
      }
    }
    if (!((income[i] as number) > 0)) throw new Error(`state ${i} earns nothing`);
    let total = 0;
    for (let k = 0; k < sectors; k++) {
      finalShares[k * n + i] = Math.max(0, finalShares[k * n + i] as number);
      total += finalShares[k * n + i] as number;
    }
    if (!(total > 0)) throw new Error(`state ${i} is left with no final spending`);
    for (let k = 0; k < sectors; k++)
      finalShares[k * n + i] = (finalShares[k * n + i] as number) / total;
  }
  return {states: n, sectors, flows, tariffs, valueAdded, inputs, finalShares, income, deficits};
}

function boughtInputs({states: n, sectors, inputs: given}: SectorData, spending: Float64Array) {
  const inputs = Float64Array.from(given);
  const valueAdded = new Float64Array(sectors * n);
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < sectors; s++) {
      let cost = 0;
      for (let k = 0; k < sectors; k++) {
        const at = (i * sectors + s) * sectors + k;
        const share = inputs[at] as number;
        if (!(share > -1 && share <= 1))
          throw new Error(`state ${i}, sector ${s}: a share of input ${k} of ${share}`);
        if (!((spending[k * n + i] as number) > 0)) inputs[at] = 0;
        cost += inputs[at] as number;
      }
      if (cost > 1 + 1e-6) throw new Error(`state ${i}, sector ${s}: inputs of ${cost} of output`);
      valueAdded[s * n + i] = Math.max(0, 1 - cost);
    }
  }
  return {inputs, valueAdded};
}

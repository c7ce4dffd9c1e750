import type {FactBook, Gap, MirroredFlow, Reference, StateCode, Watch} from "../../world/index.ts";
import {gap, membersOf} from "../../world/index.ts";
import {type ChosenGdp, chooseGdp, mayBeOffBy} from "./choose-gdp.ts";
import {setDomestic} from "./set-domestic.ts";
import {outputToGdp, type TradeMatrix} from "./trade-matrix.ts";

/**
 * The newest full matrix with domestic flows. An exporter that reported nothing is filled in from mirror data of a year
 * nearby (`book.mirrored`), and named in a flag; without any it is left out, as its exports are unknown and not zero. What a state sells at home is its gross output less its exports, and
 * its gross output is GDP × `outputToGdp`. GDP comes from the dataset
 * gdp, else from military spending over its share of GDP. A state without either, or whose exports exceed its output at the lowest
 * ratio, is left out and listed. Without a matrix, or with fewer than three states, the answer is a gap.
 */
export function buildTradeMatrix(
  book: FactBook,
  watch: Watch,
  reference: Reference,
): TradeMatrix | Gap {
  const year = book.matrix.reduce((newest, flow) => Math.max(newest, flow.year), 0);
  if (year === 0) {
    return gap(
      "a matrix of trade between all states",
      book.datasets.has("trade-matrix")
        ? `no matrix was known on ${book.asOf}`
        : "the dataset trade-matrix is not in the ledger",
      "dataset trade-matrix",
    );
  }
  const flows = book.matrix.filter(
    (flow) => flow.year === year && flow.sitcSection === null && flow.exporter !== flow.importer,
  );
  const trading = [
    ...new Set(flows.flatMap(({exporter, importer}) => [exporter, importer])),
  ].sort();
  const mirrored = mirroredFlows(book, year, new Set(trading));
  const mirroredFrom = new Map(mirrored.map(({exporter, year: of}) => [exporter, of]));
  const gdpOf = chooseGdp(book, year);
  const exported = new Map<StateCode, number>();
  let worldTrade = 0;
  for (const {exporter, valueUsd} of [...flows, ...mirrored]) {
    exported.set(exporter, (exported.get(exporter) ?? 0) + valueUsd);
    worldTrade += valueUsd;
  }

  const leftOut: Gap[] = [];
  const states = trading.filter((state) => {
    const chosen = gdpOf.get(state);
    if (chosen === undefined) {
      leftOut.push(
        gap(
          `${state} in the trade equilibrium`,
          `no GDP within ${mayBeOffBy} years of ${year}, so its domestic trade is unknown`,
          `datasets gdp or military-spending: ${state} ${year}`,
        ),
      );
      return false;
    }
    if (!exported.has(state)) {
      leftOut.push(
        gap(
          `${state} in the trade equilibrium`,
          `it reported no exports for ${year}, and no mirror data within ${mayBeOffBy} years fill them in`,
          `datasets trade-matrix or trade-sections: exports of ${state} ${year}`,
        ),
      );
      return false;
    }
    if (chosen.usd * outputToGdp.low <= (exported.get(state) ?? 0)) {
      leftOut.push(
        gap(
          `${state} in the trade equilibrium`,
          `its exports of ${year} exceed ${outputToGdp.low} × GDP: domestic trade would not be positive (re-exports are not told apart)`,
          "exports without re-exports",
        ),
      );
      return false;
    }
    return true;
  });
  if (states.length < 3) {
    return gap(
      `a trade matrix of ${year} with domestic flows`,
      `only ${states.length} states have both trade and GDP`,
      "datasets trade-matrix and gdp",
    );
  }

  const n = states.length;
  const at = new Map(states.map((state, i) => [state, i]));
  const matrix = new Float64Array(n * n);
  const rowsPerFlow = new Uint8Array(n * n);
  let placed = 0;
  for (const {exporter, importer, valueUsd, rows} of [
    ...flows.map((flow) => ({...flow, rows: 1})),
    ...mirrored,
  ]) {
    if (!(valueUsd >= 0))
      throw new Error(`${exporter} to ${importer} ${year}: a flow of ${valueUsd}`);
    const i = at.get(exporter);
    const j = at.get(importer);
    if (i === undefined || j === undefined) continue;
    const k = i * n + j;
    matrix[k] = (matrix[k] as number) + valueUsd;
    rowsPerFlow[k] = (rowsPerFlow[k] as number) + rows;
    placed += valueUsd;
  }
  const gdp = Float64Array.from(states, (state) => gdpOf.get(state)?.usd ?? 0);
  setDomestic(matrix, gdp, outputToGdp.central);

  const powers = [...new Set([...watch.powers, ...watch.optionalPowers, ...watch.aggregates])];
  const focus = new Set([
    ...watch.states,
    ...powers.flatMap((power) => membersOf(reference, power, book.asOf)),
  ]);
  return {
    kind: "trade-matrix",
    year,
    asOf: book.asOf,
    states,
    flows: matrix,
    gdp,
    gdpFrom: new Map(
      states.flatMap((state) => {
        const from = gdpOf.get(state)?.from;
        return from === undefined ? [] : [[state, from]];
      }),
    ),
    rowsPerFlow,
    mirroredFrom: new Map([...mirroredFrom].filter(([state]) => at.has(state))),
    watched: watch.states,
    powers: watch.powers,
    focus: states.filter((state) => focus.has(state)),
    flags: [
      ...flagsOf(year, gdpOf, states, placed / worldTrade),
      ...mirrorFlags(mirrored, at, worldTrade),
    ],
    assumptions: [
      `Domestic flows are gross output less exports of ${year}; gross output is ${outputToGdp.central} × GDP for every state (World Input-Output Database, world total 2014), varied from ${outputToGdp.low} to ${outputToGdp.high}.`,
      ...gdpAssumptions(gdpOf, states, year),
      "The matrix holds trade in goods; services are counted as if sold at home.",
    ],
    leftOut,
  };
}

/** Mirror data of a year near enough, of exporters that have no row of their own; places that trade with nobody else are left out. */
function mirroredFlows(
  {mirrored}: FactBook,
  year: number,
  trading: ReadonlySet<StateCode>,
): MirroredFlow[] {
  return mirrored.filter(
    (flow) =>
      Math.abs(flow.year - year) <= mayBeOffBy &&
      flow.exporter !== flow.importer &&
      trading.has(flow.exporter) &&
      trading.has(flow.importer),
  );
}

function mirrorFlags(
  mirrored: readonly MirroredFlow[],
  at: ReadonlyMap<StateCode, number>,
  worldTrade: number,
): string[] {
  const placed = mirrored.filter(({exporter, importer}) => at.has(exporter) && at.has(importer));
  if (placed.length === 0) return [];
  const value = placed.reduce((sum, {valueUsd}) => sum + valueUsd, 0);
  const states = [...new Set(placed.map(({exporter}) => exporter))];
  const years = [...new Set(placed.map(({year}) => year))];
  return [
    `Mirror filling: ${states.length} exporters that reported nothing (${((100 * value) / worldTrade).toFixed(1)} % of trade) stand with what partners and UNCTAD say of ${years.join(", ")}: ${states.join(", ")}`,
  ];
}

/** One sentence per kind of GDP figure, with the states where they are few. */
function gdpAssumptions(
  gdpOf: ReadonlyMap<StateCode, ChosenGdp>,
  states: readonly StateCode[],
  year: number,
): string[] {
  const kinds = new Map<string, {states: StateCode[]; factor: number | null}>();
  for (const state of states) {
    const chosen = gdpOf.get(state);
    if (chosen === undefined) continue;
    const kind = kinds.get(chosen.from.basis) ?? {states: [], factor: chosen.factor};
    kind.states.push(state);
    kinds.set(chosen.from.basis, kind);
  }
  return [...kinds].map(([basis, {states: these, factor}]) => {
    const who = these.length > 20 ? `${these.length} states` : these.join(", ");
    const prices =
      factor === null
        ? `taken as it is, though trade is in current US$ of ${year}`
        : factor === 1
          ? `prices of ${year}`
          : `brought to ${year} by the US price level alone (× ${factor.toFixed(2)}; exchange rates that moved since are not undone)`;
    return `GDP of ${who}: ${basis}, ${prices}.`;
  });
}

function flagsOf(
  year: number,
  gdpOf: ReadonlyMap<StateCode, ChosenGdp>,
  states: readonly StateCode[],
  shareOfTrade: number,
): string[] {
  const borrowed = states.filter((state) => gdpOf.get(state)?.from.year !== year);
  return [
    `${states.length} states with ${(100 * shareOfTrade).toFixed(1)} % of the trade recorded for ${year}`,
    ...(borrowed.length > 0 ? [`GDP of a neighbouring year: ${borrowed.join(", ")}`] : []),
  ];
}

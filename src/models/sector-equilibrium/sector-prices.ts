import type {SectorEconomy} from "./sector-economy.ts";
import type {SectorShock} from "./sector-shock.ts";

/**
 * Who buys where at given unit costs: prices, shares of sellers and what each sector of each state sells. Its arrays
 * are written anew by each `at`. Sectors that nobody trades are gone through on the diagonal alone.
 */
export class SectorPrices {
  /** Spending of the base with tariffs, sector × state. */
  readonly baseSpending: Float64Array;
  readonly tariffs: Float64Array;
  /** Logarithm of the change of the price index, sector × state; 0 where nothing is bought. */
  readonly logPrices: Float64Array;
  /** Sales at border prices, sector × state. */
  readonly netSales: Float64Array;
  /** Share of spending that is left when tariffs are taken off, sector × state. */
  readonly netShares: Float64Array;
  readonly #n: number;
  readonly #sectors: number;
  readonly #elasticities: Float64Array;
  /** Base shares with changed trade costs in them, and the same without the tariff that the buyer pays. */
  readonly #demand: Float64Array;
  readonly #net: Float64Array;
  readonly #traded: readonly boolean[];
  readonly #power: Float64Array;
  readonly #priceTerm: Float64Array;

  /** @throws Error when an elasticity is not above 0, or a tariff leaves no price. */
  constructor(economy: SectorEconomy, shock: SectorShock) {
    const {states: n, sectors, flows} = economy;
    const cells = sectors * n;
    this.#n = n;
    this.#sectors = sectors;
    this.#elasticities = shock.elasticities;
    this.tariffs = shock.tariffs ?? economy.tariffs;
    this.baseSpending = new Float64Array(cells);
    this.logPrices = new Float64Array(cells);
    this.netSales = new Float64Array(cells);
    this.netShares = new Float64Array(cells);
    this.#power = new Float64Array(n);
    this.#priceTerm = new Float64Array(n);
    this.#demand = new Float64Array(cells * n);
    this.#net = new Float64Array(cells * n);
    const traded: boolean[] = [];
    for (let s = 0, k = 0; s < sectors; s++) {
      const theta = shock.elasticities[s] as number;
      if (!(theta > 0)) throw new Error(`sector ${s}: an elasticity of ${theta}`);
      let abroad = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++, k++) {
          const before = 1 + (economy.tariffs[k] as number);
          const after = 1 + (this.tariffs[k] as number);
          if (!(after > 0)) throw new Error(`sector ${s}: a tariff of ${100 * (after - 1)} %`);
          const spent = (flows[k] as number) * before;
          const cost = after === before ? 1 : (after / before) ** -theta;
          this.baseSpending[s * n + j] = (this.baseSpending[s * n + j] as number) + spent;
          this.#demand[k] = spent * cost * (shock.costFactors?.[k] ?? 1);
          this.#net[k] = (this.#demand[k] as number) / after;
          if (i !== j) abroad += spent;
        }
      }
      for (let i = 0, at = s * n * n; i < n; i++) {
        for (let j = 0; j < n; j++, at++) {
          const all = this.baseSpending[s * n + j] as number;
          if (all === 0) continue;
          this.#demand[at] = (this.#demand[at] as number) / all;
          this.#net[at] = (this.#net[at] as number) / all;
        }
      }
      traded.push(abroad > 0);
    }
    this.#traded = traded;
  }

  /** Works everything out at changes of unit costs (logarithms) and spending, both sector × state. */
  at(logCosts: Float64Array, spending: Float64Array): void {
    const n = this.#n;
    const power = this.#power;
    const term = this.#priceTerm;
    const demand = this.#demand;
    const net = this.#net;
    const {logPrices, netSales, netShares} = this;
    for (let s = 0; s < this.#sectors; s++) {
      const theta = this.#elasticities[s] as number;
      const first = s * n;
      const block = first * n;
      for (let i = 0; i < n; i++) {
        power[i] = Math.exp(-theta * (logCosts[first + i] as number));
        term[i] = 0;
        netShares[first + i] = 0;
      }
      const traded = this.#traded[s] === true;
      for (let i = 0; i < n; i++) {
        const power_i = power[i] as number;
        const from = traded ? 0 : i;
        const to = traded ? n : i + 1;
        for (let j = from, k = block + i * n + from; j < to; j++, k++) {
          term[j] = (term[j] as number) + (demand[k] as number) * power_i;
          netShares[first + j] = (netShares[first + j] as number) + (net[k] as number) * power_i;
        }
      }
      for (let j = 0; j < n; j++) {
        const at = first + j;
        const price = term[j] as number;
        logPrices[at] = price > 0 ? -Math.log(price) / theta : 0;
        netShares[at] = price > 0 ? (netShares[at] as number) / price : 1;
        term[j] = price > 0 ? (spending[at] as number) / price : 0;
      }
      for (let i = 0; i < n; i++) {
        let sold = 0;
        const from = traded ? 0 : i;
        const to = traded ? n : i + 1;
        for (let j = from, k = block + i * n + from; j < to; j++, k++) {
          sold += (net[k] as number) * (term[j] as number);
        }
        netSales[first + i] = sold * (power[i] as number);
      }
    }
  }

  /** Flows at border prices, at the unit costs and spending that `at` was last called with. */
  flows(logCosts: Float64Array, spending: Float64Array): Float64Array {
    const n = this.#n;
    const flows = new Float64Array(this.#net.length);
    for (let s = 0, k = 0; s < this.#sectors; s++) {
      const theta = this.#elasticities[s] as number;
      for (let i = 0; i < n; i++) {
        const power = Math.exp(-theta * (logCosts[s * n + i] as number));
        for (let j = 0; j < n; j++, k++) {
          const at = s * n + j;
          // The price term again, from its logarithm.
          const perTerm =
            (spending[at] as number) * Math.exp(theta * (this.logPrices[at] as number));
          flows[k] = (this.#net[k] as number) * power * perTerm;
        }
      }
    }
    return flows;
  }
}

import {run as coder} from "./coder.ts";
import {run as events} from "./events.ts";
import {run as pages} from "./pages.ts";
import {run as trade} from "./trade.ts";
import {run as watch} from "./watch.ts";

/** What every bench gives: fractions and ratios, never a bare claim. Keys of floors and peers are `figure` or `figure who`. */
export interface BenchResult {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly floors: Readonly<Record<string, number>>;
  readonly peers: Readonly<Record<string, number>>;
  readonly n: number;
}

interface Bench {
  readonly defaultData: string;
  readonly run: (options: {data: string}) => Promise<BenchResult>;
}

/** Every bench by name, with the data that it runs on when none is named. */
export const benches = {
  watch: {defaultData: "data", run: watch},
  trade: {defaultData: "../shared/gold/trade", run: trade},
  coder: {defaultData: "../shared/gold/coding/plv-train.tsv", run: coder},
  events: {defaultData: "bench/data/events.json", run: events},
  pages: {defaultData: ".demarche/bench/pages", run: pages},
} satisfies Record<string, Bench>;

export type BenchName = keyof typeof benches;

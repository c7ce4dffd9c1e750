import {existsSync} from "node:fs";
import {codedLanguages} from "../src/world/index.ts";
import {run as audit} from "./audit.ts";
import {run as auditAtSize} from "./audit-at-size.ts";
import {run as backcast} from "./backcast.ts";
import {run as change} from "./change.ts";
import {run as coder} from "./coder.ts";
import {run as coderSpeed} from "./coder-speed.ts";
import {run as collect} from "./collect.ts";
import {run as engagementBands} from "./engagement-bands.ts";
import {run as eventStore} from "./event-store.ts";
import {run as events} from "./events.ts";
import {run as feeds} from "./feeds.ts";
import {run as forecast, runMultiStep as forecastMultiStep} from "./forecast.ts";
import {run as fuzz} from "./fuzz.ts";
import {run as gdelt} from "./gdelt.ts";
import {run as headlines, newsFeeds} from "./headlines.ts";
import {run as idealPoints} from "./ideal-points.ts";
import {run as idealPointsCarried, publishedIn2025} from "./ideal-points-carried.ts";
import {run as importers} from "./importers.ts";
import {run as kill} from "./kill.ts";
import {run as language} from "./language.ts";
import {run as languagesCoder} from "./languages-coder.ts";
import {run as linking} from "./linking.ts";
import {run as linkingSpeed} from "./linking-speed.ts";
import {run as measuresSpeed} from "./measures-speed.ts";
import {run as mentions} from "./mentions.ts";
import {run as modes} from "./modes.ts";
import {run as names} from "./names.ts";
import {run as ngec} from "./ngec.ts";
import {run as pages} from "./pages.ts";
import {run as pagesOwn} from "./pages-own.ts";
import {run as pledges} from "./pledges.ts";
import {run as questions} from "./questions.ts";
import {run as replay} from "./replay.ts";
import {run as scenario} from "./scenario.ts";
import {run as sides} from "./sides.ts";
import {run as syndication} from "./syndication.ts";
import {run as trade} from "./trade.ts";
import {run as tradeSpeed} from "./trade-speed.ts";
import {run as verify} from "./verify.ts";
import {run as warc} from "./warc.ts";
import {run as watch} from "./watch.ts";

/** What every bench gives: fractions and ratios, never a bare claim. Keys of floors and peers are `figure` or `figure who`. */
export interface BenchResult {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly floors: Readonly<Record<string, number>>;
  readonly peers: Readonly<Record<string, number>>;
  readonly n: number;
  /** What must be known of the cases to read the figures. */
  readonly note?: string;
}

interface Bench {
  readonly defaultData: string;
  /** What it reads beside its data. */
  readonly alsoNeeds?: string;
  /** Figures that say how right we are, and which way is better: CI fails when one gets worse than `recorded.json`. */
  readonly accuracy: Readonly<Record<string, "higher" | "lower">>;
  readonly run: (options: {
    data: string;
    multiStep?: boolean;
    only?: readonly string[];
    minutes?: number;
  }) => Promise<BenchResult>;
}

/** Every bench by name, with the data that it runs on when none is named. */
export const benches = {
  watch: {defaultData: "data", accuracy: {}, run: watch},
  trade: {
    defaultData: "../shared/gold/trade",
    accuracy: {
      maxAbsErrorAdditive: "lower",
      maxAbsErrorMultiplicative: "lower",
      maxRelativeErrorFlowsAdditive: "lower",
      maxRelativeErrorFlowsMultiplicative: "lower",
      naftaWrongDigits: "lower",
    },
    run: trade,
  },
  "trade-speed": {defaultData: "../shared/gold/trade", accuracy: {}, run: tradeSpeed},
  scenario: {defaultData: "data", accuracy: {}, run: scenario},
  change: {
    defaultData: "bench/simulated-watch.ts",
    // Minutes, so that CI does not run it.
    accuracy: {},
    run: change,
  },
  backcast: {
    defaultData: "data",
    accuracy: {correlation: "higher", hitShare: "higher"},
    run: backcast,
  },
  coder: {
    defaultData: "../shared/gold/coding/plv-train.tsv",
    accuracy: {
      rootMacroF1: "higher",
      quadMacroF1: "higher",
      binaryMacroF1: "higher",
      rootMacroF1FiveFold: "higher",
      falseEventShare: "lower",
      calibrationError: "lower",
      accuracyAt80Coverage: "higher",
    },
    run: coder,
  },
  "coder-speed": {
    defaultData: "../shared/gold/coding/plv-train.tsv",
    accuracy: {},
    run: coderSpeed,
  },
  events: {
    defaultData: "bench/data/events.json",
    accuracy: {eventF1: "higher", typeGivenPair: "higher", falseEventShare: "lower"},
    run: events,
  },
  headlines: {
    defaultData: "bench/data/headlines.json",
    alsoNeeds: newsFeeds,
    accuracy: {eventF1: "higher", typeGivenPair: "higher", falseEventShare: "lower"},
    run: headlines,
  },
  audit: {
    defaultData: "bench/data/audit",
    accuracy: {
      precisionSupported: "higher",
      precisionContradicted: "higher",
      coverage: "higher",
      claimsPer100Sentences: "lower",
    },
    run: audit,
  },
  "audit-at-size": {
    defaultData: "bench/data/audit-at-size.json",
    accuracy: {},
    run: auditAtSize,
  },
  "engagement-bands": {defaultData: "data", accuracy: {}, run: engagementBands},
  "event-store": {defaultData: "bench/data/event-store.json", accuracy: {}, run: eventStore},
  gdelt: {
    defaultData: "test/input/importers/gdelt-events/20310214101500.export.CSV",
    accuracy: {},
    run: gdelt,
  },
  language: {
    defaultData: "bench/data/language",
    accuracy: {
      malayOrIndonesian: "higher",
      malayOrIndonesianPassages: "higher",
      malayOrIndonesianEvents: "higher",
      otherLanguages: "higher",
    },
    run: language,
  },
  "languages-coder": {
    defaultData: "corpus/sentences",
    accuracy: Object.fromEntries(
      codedLanguages.flatMap((language) => [
        [`${language}:eventF1`, "higher"],
        [`${language}:typeMacroF1`, "higher"],
        [`${language}:falseEventShare`, "lower"],
        [`${language}:modeMacroF1`, "higher"],
        [`${language}:sectorMacroF1`, "higher"],
      ]),
    ),
    run: languagesCoder,
  },
  linking: {
    defaultData: "bench/data/happenings.json",
    accuracy: {bCubedF1: "higher", pairwiseF1: "higher"},
    run: linking,
  },
  "linking-speed": {
    defaultData: "bench/data/happenings.json",
    accuracy: {},
    run: linkingSpeed,
  },
  modes: {
    defaultData: "corpus/sentences",
    accuracy: {modeMacroF1: "higher", sectorMacroF1: "higher", amountRecall: "higher"},
    run: modes,
  },
  collect: {defaultData: "bench/data/happenings.json", accuracy: {}, run: collect},
  feeds: {
    defaultData: "../shared/gold/reading/feeds-dev.tar.gz",
    accuracy: {
      itemShare: "higher",
      titleShare: "higher",
      linkShare: "higher",
      dateShare: "higher",
      readShare: "higher",
    },
    run: feeds,
  },
  // Minutes each, so no test runs them.
  forecast: {defaultData: "../shared/gold/forecast/icews14", accuracy: {}, run: forecast},
  "forecast-multi-step": {
    defaultData: "../shared/gold/forecast/icews14",
    accuracy: {},
    run: forecastMultiStep,
  },
  fuzz: {defaultData: "test/input/importers", accuracy: {}, run: fuzz},
  "ideal-points": {defaultData: "../shared/gold/votes", accuracy: {}, run: idealPoints},
  "ideal-points-carried": {
    defaultData: "data/un-votes.parquet",
    alsoNeeds: publishedIn2025,
    accuracy: {},
    run: idealPointsCarried,
  },
  importers: {defaultData: "test/input/importers", accuracy: {}, run: importers},
  "measures-speed": {defaultData: "data", accuracy: {}, run: measuresSpeed},
  mentions: {
    defaultData: "corpus/mentions/mentions.tsv",
    accuracy: {recall: "higher", precision: "higher"},
    run: mentions,
  },
  names: {
    defaultData: "../shared/gold/names/name-bench-dev.csv",
    accuracy: {f1: "higher", precision: "higher", recall: "higher"},
    run: names,
  },
  ngec: {
    defaultData: "../shared/gold/coding",
    // The stories take half a minute, so that CI does not run it.
    accuracy: {},
    run: ngec,
  },
  pages: {
    defaultData: "../shared/gold/reading/pages-dev.tar.gz",
    accuracy: {tokenF1: "higher", titleShare: "higher", dateShare: "higher"},
    run: pages,
  },
  questions: {defaultData: "data", accuracy: {}, run: questions},
  pledges: {defaultData: "data", accuracy: {}, run: pledges},
  sides: {
    defaultData: "corpus/sentences",
    accuracy: {sourceRight: "higher", targetRight: "higher", bothRight: "higher"},
    run: sides,
  },
  syndication: {
    defaultData: "bench/data/syndication",
    accuracy: {
      adjustedRand: "higher",
      pairPrecision: "higher",
      pairRecall: "higher",
      distinctLeftApart: "higher",
    },
    run: syndication,
  },
  "pages-own": {
    defaultData: "bench/data/pages",
    accuracy: {tokenF1: "higher", titleShare: "higher", dateShare: "higher"},
    run: pagesOwn,
  },
  verify: {defaultData: "data", accuracy: {}, run: verify},
  replay: {defaultData: "data", accuracy: {}, run: replay},
  warc: {
    defaultData: "../shared/gold/reading/warc.tar.gz",
    accuracy: {recordShare: "higher", pages: "higher", fileShare: "higher"},
    run: warc,
  },
  kill: {defaultData: "data", accuracy: {}, run: kill},
} satisfies Record<string, Bench>;

export type BenchName = keyof typeof benches;

/** What a bench lacks on this machine to be run on its own data; null where it can be run. */
export function lackedBy(name: keyof typeof benches): string | null {
  const {defaultData, alsoNeeds}: Bench = benches[name];
  return [defaultData, alsoNeeds ?? defaultData].find((path) => !existsSync(path)) ?? null;
}

import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {readReference, readWatch, version} from "../src/cli/house.ts";
import {forecastWatch, type WatchForecast} from "../src/pipeline/index.ts";
import {initLedger, openLedger} from "../src/store/index.ts";
import {day, isGap} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";

/** The day as of which the record is told; a later import into a ledger of one's own makes another record. */
export const recordedAsOf = day("2026-11-24");

/** The questions on the carried data between ASEAN and the powers, asked year by year. */
export async function askAll(data: string): Promise<WatchForecast> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-questions-"));
  const reference = readReference();
  // A ledger of the carried data that was made before serves as well as a new one.
  const {DEMARCHE_FOUNDING_LEDGER: made = ""} = process.env;
  const useMade = data === "data" && existsSync(made);
  const path = useMade ? made : join(folder, "ledger.duckdb");
  try {
    if (!useMade)
      await initLedger({
        path,
        dataDir: resolve(data),
        reference,
        appVersion: version(),
        progress: () => {},
      });
    const ledger = await openLedger({path, readOnly: true});
    try {
      const watch = readWatch("watches/asean.yaml", reference);
      return await forecastWatch({ledger, reference, watch, asOf: recordedAsOf});
    } finally {
      await ledger.close();
    }
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/**
 * Brier and log scores of our questions' probabilities beside the base rate and the last value, on all of history that
 * the rule lets ask. The peer is another platform's own record, on other questions: its level, no rival.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const {events, votes} = await askAll(data);
  if (isGap(events) || isGap(votes)) throw new Error("the carried data settle no question");
  const of = (family: string, record: typeof events) => ({
    figures: {
      [`${family}Brier`]: record.ours.brier.value,
      [`${family}BrierLow`]: record.ours.brier.low,
      [`${family}BrierHigh`]: record.ours.brier.high,
      [`${family}LogScore`]: record.ours.logScore.value,
      [`${family}GainOnBaseRate`]: record.gainOnBaseRate.value,
      [`${family}GainLow`]: record.gainOnBaseRate.low,
      [`${family}GainHigh`]: record.gainOnBaseRate.high,
      [`${family}GainLowByYear`]: record.gainOnBaseRateByYear.low,
      [`${family}GainHighByYear`]: record.gainOnBaseRateByYear.high,
      [`${family}WinShare`]: record.wins / record.questions,
      [`${family}VoidShare`]: record.voidShare,
      [`${family}BrierVoidsWorst`]: record.brierWithVoids.worst,
      [`${family}Questions`]: record.questions,
    },
    floors: {
      [`${family}Brier base-rate`]: record.baseRate.brier.value,
      [`${family}Brier last-value`]: record.lastValue.brier.value,
      [`${family}LogScore base-rate`]: record.baseRate.logScore.value,
      [`${family}LogScore last-value`]: record.lastValue.logScore.value,
    },
  });
  const acts = of("events", events);
  const cast = of("votes", votes);
  return {
    bench: "questions",
    figures: {...acts.figures, ...cast.figures},
    floors: {...acts.floors, ...cast.floors},
    peers: {"eventsBrier World-Monitor-32-other-questions": 0.202},
    n: events.questions + votes.questions,
  };
}

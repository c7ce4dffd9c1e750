import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {auditArticle} from "../src/audit/index.ts";
import {readReference} from "../src/cli/house.ts";
import {readArticle} from "../src/pipeline/index.ts";
import {splitSentences} from "../src/reading/index.ts";
import {captureOf} from "../src/sources/index.ts";
import type {Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";
import {
  asOf,
  coverage,
  type JudgedClaim,
  judgeClaims,
  type Labelling,
  precision,
  readClaims,
} from "./judge-claims.ts";
import {longText, timeToAudit} from "./time-to-audit.ts";

/** The later batch, written in the manner of newspapers before the rules were tried on it. */
const laterBatch = "claims-2026-11-27.json";

/**
 * Verdicts on labelled claims, held against the carried data: the labels come from the rows that each names, written down
 * before the auditor was first run on them; half of each batch is held out from tuning. And claims found in texts that tell of no event,
 * and how long an article of 1,500 words takes (the middle of three runs in one process).
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  return withCarriedLedger(reference, async (ledger) => {
    const first = await readClaims(join(data, "claims.json"), ledger, reference);
    const rows = await judgeClaims(first, reference);
    const later = await readClaims(join(data, laterBatch), ledger, reference);
    const laterRows = await judgeClaims(later, reference);
    const heldOut = partOf(rows, "held-out");
    const laterHeldOut = partOf(laterRows, "held-out");
    const laterTuning = partOf(laterRows, "tuning");
    const floor = heldOut.map(({expected, floor: found}) => ({expected, found}));
    const eventFree = await claimsIn(join(data, "event-free"), first, reference);
    const timed = await timeToAudit(ledger, longText(first.claims), reference, asOf);
    return {
      bench: "audit",
      figures: {
        precisionSupported: precision(heldOut, "supported"),
        precisionContradicted: precision(heldOut, "contradicted"),
        coverage: coverage(heldOut),
        precisionSupportedTuning: precision(partOf(rows, "tuning"), "supported"),
        precisionContradictedTuning: precision(partOf(rows, "tuning"), "contradicted"),
        precisionSupportedLater: precision(laterHeldOut, "supported"),
        precisionContradictedLater: precision(laterHeldOut, "contradicted"),
        coverageLater: coverage(laterHeldOut),
        precisionSupportedLaterTuning: precision(laterTuning, "supported"),
        precisionContradictedLaterTuning: precision(laterTuning, "contradicted"),
        coverageLaterTuning: coverage(laterTuning),
        claimsPer100Sentences: eventFree,
        secondsFor1500Words: timed.seconds,
        cpuSecondsFor1500Words: timed.cpuSeconds,
      },
      floors: {
        "precisionSupported any-evidence": precision(floor, "supported"),
        "coverage any-evidence": coverage(floor),
      },
      peers: {},
      n: rows.length + laterRows.length,
    };
  });
}

const partOf = (rows: readonly JudgedClaim[], part: JudgedClaim["claim"]["part"]) =>
  rows.filter(({claim}) => claim.part === part);

/** Claims found in texts that say nothing of what states do, per hundred of their sentences. */
async function claimsIn(
  folder: string,
  {book, watch}: Labelling,
  reference: Reference,
): Promise<number> {
  let claims = 0;
  let sentences = 0;
  for (const file of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, file));
    const {article, events} = await readArticle(
      captureOf(bytes, `bench:${file}`, asOf, false),
      reference,
    );
    const {blocks, text} = article;
    for (const {start, end} of blocks) sentences += splitSentences(text, start, end).length;
    claims += auditArticle({article, events, moves: [], series: [], book, watch, reference}).length;
  }
  return (100 * claims) / sentences;
}

import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {readReference, readRepeatedTexts, today} from "../src/cli/house.ts";
import {type IdealPoints, usualPlan} from "../src/models/index.ts";
import {compareToPublished, idealPointsKnown} from "../src/pipeline/index.ts";
import {isGap} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";

export const publishedIn2025 = "../shared/data/unga/IdealpointsJuly2025.csv.gz";

const series = {"final-passage": "fp", all: "all", legacy: "legacy"} as const;

/**
 * The same model on the votes that Demarche carries (whole texts adopted, to October 2025), held against the three series
 * that were published in July 2025. Our votes are not theirs: they have paragraphs, amendments and drafts that failed, and
 * their repeats are known to us in part. So these figures say how far the carried votes serve, not how right the sampler is.
 */
export async function run(): Promise<BenchResult> {
  return withCarriedLedger(readReference(), async (ledger, ledgerPath) => {
    const points = await idealPointsKnown({
      ledger,
      ledgerPath,
      repeated: readRepeatedTexts(),
      asOf: today(),
      plan: usualPlan,
      chains: 2,
      work: true,
    });
    if (isGap(points)) throw new Error(points.why);
    return await heldAgainst2025(points);
  });
}

/** Points held against each series of July 2025. */
async function heldAgainst2025(points: IdealPoints): Promise<BenchResult> {
  const lines: Record<string, string>[] = parse(gunzipSync(readFileSync(publishedIn2025)), {
    columns: true,
  });
  const numberOrNull = (text: string | undefined) =>
    text === undefined || text === "" || text === "NA" ? null : Number(text);
  const rows = lines.flatMap((line) =>
    Object.entries(series).flatMap(([name, short]) => {
      const {iso3c = "", year} = line;
      const point = numberOrNull(line[`idealpoint${short}`]);
      if (point === null) return [];
      const [low, high] = [numberOrNull(line[`q5${short}`]), numberOrNull(line[`q95${short}`])];
      return [[iso3c, Number(year), name, point, low, high]];
    }),
  );
  const columns = ["state", "year", "series", "point", "low", "high"];
  const published = {rows: async () => ({columns, rows, total: rows.length})};
  const found = await compareToPublished(points, published, today());
  if (isGap(found)) throw new Error(found.why);
  const figures = found.flatMap((one) => [
    [`correlation ${one.series}`, one.correlation],
    [`worstSessionCorrelation ${one.series}`, one.worst.correlation],
    ...(one.insideBandShare === null
      ? []
      : [[`insideBandShare ${one.series}`, one.insideBandShare]]),
  ]);
  return {
    bench: "ideal-points-carried",
    figures: Object.fromEntries(figures),
    floors: {},
    peers: {},
    n: points.seats.length,
  };
}

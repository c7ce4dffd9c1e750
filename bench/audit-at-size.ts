import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {z} from "zod";
import {makeLedger, readReference} from "../src/cli/house.ts";
import {openDatabase} from "../src/store/database.ts";
import {openLedger} from "../src/store/index.ts";
import {day} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {takeIn} from "./event-store.ts";
import {longText, timeToAudit} from "./time-to-audit.ts";

const asOf = day("2026-11-24");
const textsAt = "bench/data/audit/claims.json";
const claimsSchema = z.object({
  claims: z.array(z.object({text: z.string(), language: z.string().optional()})),
});

/**
 * An article of 1,500 words read back on the carried ledger, and again when so many made-up event rows were taken into it
 * (`data` is a JSON file with their count). The floor is the time without them.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const {rows} = z.strictObject({rows: z.int()}).parse(JSON.parse(readFileSync(data, "utf8")));
  const text = longText(claimsSchema.parse(JSON.parse(readFileSync(textsAt, "utf8"))).claims);
  const reference = readReference();
  const folder = mkdtempSync(join(tmpdir(), "demarche-audit-"));
  const path = join(folder, "ledger.duckdb");
  const timed = async () => {
    const ledger = await openLedger({path, readOnly: true});
    try {
      return await timeToAudit(ledger, text, reference, asOf);
    } finally {
      await ledger.close();
    }
  };
  try {
    await makeLedger(path, reference, {}, () => {});
    const without = await timed();
    const database = await openDatabase(path, false);
    try {
      await takeIn(database, rows, asOf);
    } finally {
      await database.close();
    }
    const over = await timed();
    return {
      bench: "audit-at-size",
      figures: {
        secondsFor1500Words: over.seconds,
        cpuSecondsFor1500Words: over.cpuSeconds,
      },
      floors: {
        "secondsFor1500Words without-event-rows": without.seconds,
        "cpuSecondsFor1500Words without-event-rows": without.cpuSeconds,
      },
      peers: {},
      n: rows,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

import {spawn} from "node:child_process";
import {once} from "node:events";
import {describe, expect, it} from "vitest";
import {type Database, openDatabase} from "../../../src/store/database.ts";
import {eventRows} from "../../../src/store/events/event-rows.ts";
import {sweepEventFiles} from "../../../src/store/events/sweep-event-files.ts";
import {verifyEventFiles} from "../../../src/store/events/verify-event-files.ts";
import {day} from "../../../src/world/index.ts";
import {emptyLedger, eventOf, eventsFile, jsonLines, takeIn} from "./event-ledger.ts";

const count = 20_000;
const kills = 6;

/** Starts an import in a process of its own; `killAfterMs` counts from when it has begun. */
async function importAndKill(
  path: string,
  killAfterMs: number | null,
): Promise<{said: string; elapsedMs: number}> {
  const child = spawn(process.execPath, [
    ...["--import", "tsx", "test/store/events/import-child.ts", path, String(count)],
  ]);
  let said = "";
  let began = 0;
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  child.stdout.on("data", (chunk) => {
    said += chunk;
    if (said !== "begun\n") return;
    began = performance.now();
    if (killAfterMs !== null) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  await once(child, "close");
  return {said, elapsedMs: performance.now() - began};
}

const rowsOf = async (ledger: Database) =>
  (await eventRows(ledger, {asOf: day("2024-06-02"), limit: 0, offset: 0})).total;

describe("an import of events that is killed", () => {
  it("loses nothing acknowledged, leaves nothing torn, and is taken in once when tried again", async () => {
    const [ledger, whole] = [await emptyLedger(), await emptyLedger()];
    await whole.close();
    const {elapsedMs} = await importAndKill(whole.path, null);
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([eventOf({eventId: "before"})]));
    const {path} = ledger;
    await ledger.close();
    for (let kill = 0; kill < kills; kill += 1) {
      const {said} = await importAndKill(path, (elapsedMs * (kill + 1)) / (kills + 1));
      const opened = await openDatabase(path, false);
      await sweepEventFiles(opened);
      expect(await verifyEventFiles(opened)).toMatchObject({fault: null, unnamed: []});
      const rows = await rowsOf(opened);
      // All of it or nothing, and all of it once that was said.
      expect(said.includes("acknowledged") ? [count + 1] : [1, count + 1]).toContain(rows);
      await opened.close();
    }
    expect((await importAndKill(path, null)).said).toBe("begun\nacknowledged\n");
    const opened = await openDatabase(path, false);
    expect(await rowsOf(opened)).toBe(count + 1);
    expect(await verifyEventFiles(opened)).toMatchObject({fault: null, unnamed: []});
    await opened.close();
  });
});

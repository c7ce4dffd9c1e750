import {copyFileSync, mkdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {codes} from "./events/event-ledger.ts";
import {emptyFolder, makeLedger, makeSmallLedger, without} from "./make-ledger.ts";

const file = resolve("test/input/importers/gdelt-events/20310214101500.export.CSV");

describe("a ledger in a folder whose name has the signs of a pattern", () => {
  it.each(["what*ever", "drafts [2026]", "it's [a-z]*"])(
    "takes events in at %s, counts and verifies them, and meets no file of a folder beside it",
    async (name) => {
      const root = emptyFolder();
      // As a pattern each of those names would also find this one's files, or nothing.
      for (const one of [name, "whatsoever", "drafts 2"]) mkdirSync(join(root, one));
      const path = join(root, name, "ledger[1].duckdb");
      copyFileSync(await makeSmallLedger(), path);
      const from = join(root, name, "20310214101500.export.CSV");
      copyFileSync(file, from);
      const ledger = await openLedger({path});
      const taken = await ledger.importEvents({
        importerId: "gdelt-events",
        paths: [from],
        recordedOn: day("2031-02-14"),
        codes,
        isTrial: false,
        progress: () => undefined,
      });
      const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
      expect(taken.receipt.events.added).toBeGreaterThan(0);
      expect(taken.receipt.events.added).toBeLessThanOrEqual(lines);
      const months = () => ledger.eventWorldMonths(day("2031-02-14"));
      const counted = await months();
      await ledger.rebuildEvents();
      expect(await months()).toEqual(counted);
      expect((await ledger.verify()).faults).toEqual([]);
      const {rows} = await ledger.eventRows({
        asOf: day("2031-02-14"),
        limit: 10,
        offset: 0,
      });
      expect(rows.length).toBeGreaterThan(0);
      await ledger.close();
    },
  );

  it("is refused in a line where the database cannot keep one there", async () => {
    const folder = join(emptyFolder(), "what?");
    mkdirSync(folder);
    const path = join(folder, "ledger.duckdb");
    await expect(makeLedger({path, without})).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(`has a "?" in it`),
      whatToDo: expect.stringContaining("--ledger"),
    });
  });
});

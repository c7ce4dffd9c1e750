import {describe, expect, it} from "vitest";
import {begin, exportEverything, liveOn, sameShare} from "../../bench/replay.ts";
import {readReference} from "../../src/cli/house.ts";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {emptyFolder, makeSmallLedger} from "./make-ledger.ts";
import {foundingWatch} from "./small-reference.ts";

describe("an old answer", () => {
  it("comes back byte for byte after a month of entries, corrections, retractions and revised downloads", async () => {
    const reference = readReference();
    const ledger = await openLedger({path: await makeSmallLedger()});
    await begin(ledger, reference);
    const asked = day("2026-11-30");
    const facts = async () =>
      JSON.stringify(await ledger.readFacts(foundingWatch, reference, asked), (_, value) =>
        value instanceof Map || value instanceof Set ? [...value] : value,
      );
    const before = await exportEverything(ledger, asked, emptyFolder());
    const factsBefore = await facts();
    await liveOn(ledger, reference);
    const after = await exportEverything(ledger, asked, emptyFolder());
    expect([...after]).toEqual([...before]);
    expect(await facts()).toBe(factsBefore);
    const today = await exportEverything(ledger, day("2026-12-31"), emptyFolder());
    const [first] = await ledger.imports(day("2026-12-31"));
    expect(first?.datasets["arms-orders"]?.superseded).toBeGreaterThan(0);
    expect(sameShare(before, today)).toBeLessThan(0.7);
    expect((await ledger.verify()).faults).toEqual([]);
    await ledger.close();
  });
});

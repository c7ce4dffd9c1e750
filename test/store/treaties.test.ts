import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";
import {foundingWatch, smallReference} from "./small-reference.ts";

describe("an agreement that several collections have is one agreement", () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await openLedger({path: await makeSmallLedger()});
  });
  afterEach(() => ledger.close());

  const collect = async (on: string, source: string, signed: string, precision: string) => {
    const rows = [
      {
        id: "EXAMPL_2001A",
        title: `Example by ${source}`,
        signed,
        signed_precision: precision,
        source_dataset: source,
      },
    ];
    await ledger.importRows(smallImport({on, rows, dataset: "agreements"}));
    const parties = ["IDN", "RUS"].map((state) => ({
      id: "EXAMPL_2001A",
      state,
      source_dataset: source,
    }));
    await ledger.importRows(smallImport({on, rows: parties, dataset: "agreement-members"}));
  };
  const agreements = async (on: string) =>
    (await ledger.readFacts(foundingWatch, smallReference(), day(on))).agreements.map(
      ({title, signed, members}) => `${title}, ${signed}: ${members.join(" ")}`,
    );

  it("with the days of the collection that knows them, and else of the newest", async () => {
    await collect("2026-11-01", "DESTA", "2001-01-01", "year");
    await collect("2026-11-02", "HUGGO", "2001-05-17", "day");
    await collect("2026-11-03", "DESTA+", "2001-01-01", "year");
    await collect("2026-11-04", "HUGGO+", "2001-05-18", "day");
    expect(await agreements("2026-11-01")).toEqual(["Example by DESTA, 2001-01-01: IDN RUS"]);
    expect(await agreements("2026-11-02")).toEqual(["Example by HUGGO, 2001-05-17: IDN RUS"]);
    expect(await agreements("2026-11-03")).toEqual(["Example by HUGGO, 2001-05-17: IDN RUS"]);
    expect(await agreements("2026-11-04")).toEqual(["Example by HUGGO+, 2001-05-18: IDN RUS"]);
  });
});

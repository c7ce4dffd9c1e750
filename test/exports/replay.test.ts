import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {answerWatch, exportItems, gatherMatter} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {told} from "../store/made-articles.ts";

/** Every file of an answer, the captures, and each format of two datasets: the others are written by the same statement. */
const items = exportItems.filter(
  ({dataset}) => dataset === null || dataset === "fdi" || dataset === "event-rows",
);
const asOf = day("2026-12-01");

describe("exports as of a day", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  beforeAll(async () => {
    house = await foundingLedger();
    const {capture, article, events} = told({
      text: "Indonesia and Russia signed an agreement on grain.",
      recordedOn: "2026-11-28",
    });
    await house.ledger.addArticle(capture, article, events);
  });
  afterAll(() => house.ledger.close());

  const folder = mkdtempSync(join(tmpdir(), "demarche-replay-"));
  const files = async (): Promise<ReadonlyMap<string, Buffer>> => {
    const matter = gatherMatter(await answerWatch({...house, asOf}), house);
    const written = new Map<string, Buffer>();
    for (const item of items) {
      const path = join(folder, item.name);
      await item.write(path, {...house, asOf, matter: () => matter});
      written.set(item.name, readFileSync(path));
    }
    return written;
  };

  it("are the same bytes in every format after a later article came in", async () => {
    const before = await files();
    const {capture, article, events} = told({
      text: "Russia and Malaysia opened talks on palm oil.",
      sources: ["MYS"],
      recordedOn: "2026-12-02",
    });
    await house.ledger.addArticle(capture, article, events);
    const after = await files();
    expect(after.size).toBe(items.length);
    for (const [name, bytes] of after)
      expect(bytes.equals(before.get(name) ?? Buffer.alloc(0)), name).toBe(true);
    // The later article is no blank: the next day has it.
    const {ledgerMoves} = await answerWatch({...house, asOf: day("2026-12-02")});
    expect(ledgerMoves.some(({summary}) => summary.includes("palm oil"))).toBe(true);
  }, 180_000);
});

import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {answerWatch, exportItems, gatherMatter} from "../../src/pipeline/index.ts";
import type {ImportOrder} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {told} from "../store/made-articles.ts";

/** Every file of an answer, the captures, and each format of two datasets: the others are written by the same statement. */
const items = exportItems.filter(
  ({dataset}) => dataset === null || dataset === "fdi" || dataset === "event-rows",
);
const asOf = day("2026-12-01");

const later = day("2026-12-02");

const earlier = told({
  text: "Indonesia and Russia signed an agreement on grain.",
  recordedOn: "2026-11-28",
});

/** Another figure for a position that the ledger carries, and one that it does not. */
const revisedPositions: ImportOrder = {
  card: {
    id: "test-positions",
    version: 1,
    title: "Positions made up",
    reads: "nothing",
    citation: "Nobody, Positions made up",
    licence: "made up",
    commercialUse: true,
    datasets: ["fdi"],
    whole: false,
    scope: {},
  },
  fileName: "positions.csv",
  fileSha256: "0".repeat(64),
  recordedOn: later,
  rows: (async function* () {
    const position = {economy: "CHN", counterpart: "ABW", direction: "in", derived: false};
    yield [2014, 2030].map((year, at) => ({
      kind: "row" as const,
      dataset: "fdi" as const,
      line: at + 1,
      values: {...position, year, value_usd: 1},
    }));
  })(),
};

describe("exports as of a day", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  beforeAll(async () => {
    house = await foundingLedger();
    await house.ledger.addArticles([earlier]);
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

  it("are the same bytes in every format after a later article, judgement, import and retraction", async () => {
    const before = await files();
    const {capture, article, events} = told({
      text: "Russia and Malaysia opened talks on palm oil.",
      sources: ["MYS"],
      recordedOn: later,
    });
    await house.ledger.addArticles([{capture, article, events}]);
    const [judged] = (await answerWatch({...house, asOf})).ledgerMoves;
    await house.ledger.addJudgement({
      id: "0123456789abcdef",
      kind: "reject",
      about: [judged?.id ?? ""],
      author: "Ana Reader",
      recordedOn: later,
      reason: "It did not happen.",
      follows: null,
    });
    await house.ledger.importRows(revisedPositions);
    await house.ledger.retract({
      kind: "article",
      id: earlier.article.id,
      by: "Ana Reader",
      reason: "The publisher withdrew it.",
      recordedOn: later,
    });
    const after = await files();
    expect(after.size).toBe(items.length);
    for (const [name, bytes] of after)
      expect(bytes.equals(before.get(name) ?? Buffer.alloc(0)), name).toBe(true);
    // What came later is no blank: the day on which it was recorded has it.
    const {ledgerMoves} = await answerWatch({...house, asOf: later});
    expect(ledgerMoves.some(({summary}) => summary.includes("opened talks on palm oil"))).toBe(
      true,
    );
    expect(ledgerMoves.some(({summary}) => summary.includes("agreement on grain"))).toBe(false);
    expect(await house.ledger.imports(later)).toHaveLength(1);
  });
});

import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {movesFromFacts} from "../../src/ledger/index.ts";
import {parseWatch} from "../../src/sources/index.ts";
import type {Ledger} from "../../src/store/index.ts";
import {day, type Move, type Watch} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {realDisk, reference} from "../sources/real-reference.ts";
import {unreached} from "./small-book.ts";

const today = day("2026-11-24");
const founding = parseWatch(realDisk.readText("watches/founding.yaml"), "founding.yaml", reference);
const other = parseWatch(
  "name: other\nstates: [VNM, KAZ]\npowers: [RUS, CHN, EU]\n",
  "other.yaml",
  reference,
);

describe("moves from the carried data", () => {
  let ledger: Ledger;
  let moves: Move[];
  const movesOf = async (watch: Watch, asOf = today) =>
    movesFromFacts(await ledger.readFacts(watch, reference, asOf), watch, reference);
  beforeAll(async () => {
    ({ledger} = await foundingLedger());
    moves = await movesOf(founding);
  });
  afterAll(() => ledger.close());
  const find = (pattern: RegExp) => moves.filter(({summary}) => pattern.test(summary));

  it("lists the votes on Ukraine one by one, the same for Indonesia and Malaysia", () => {
    const choices = (state: string) =>
      moves
        .filter(({from, sources}) => from === "vote" && sources[0] === state)
        .map(({summary}) => /voted (yes|no)|abstained|cast no vote/.exec(summary)?.[0]);
    expect(choices("IDN")).toHaveLength(23);
    expect(choices("IDN").filter((choice) => choice === "voted yes")).toHaveLength(7);
    expect(choices("IDN").filter((choice) => choice === "abstained")).toHaveLength(16);
    expect(choices("MYS")).toEqual(choices("IDN"));
  });

  it("knows Indonesia's Sukhois, and what came of the orders", () => {
    const orders = find(/Indonesia ordered \d+ Su-\w+ .* from Russia/);
    expect(orders.length).toBeGreaterThanOrEqual(4);
    expect(orders.every(({mode, sectors}) => mode === "done" && sectors[0] === "defence")).toBe(
      true,
    );
  });

  it("holds a regional agreement once, with both watched states and several powers in it", () => {
    const regional = moves.filter(
      ({from, sources, targets}) =>
        from === "agreement" && sources.length === 2 && targets.length >= 3,
    );
    expect(regional.length).toBeGreaterThan(0);
    expect(new Set(regional.map(({summary}) => summary)).size).toBe(regional.length);
  });

  it("knows that Indonesia joined BRICS, and that Malaysia became a partner of it", () => {
    expect(find(/^Indonesia became a member of BRICS/)).toHaveLength(1);
    expect(find(/^Malaysia became a partner of BRICS/)).toHaveLength(1);
  });

  it("reaches every party of every move, for any watch", async () => {
    const others = await movesOf(other);
    for (const some of [moves, others]) {
      expect(some.length).toBeGreaterThan(100);
      expect(some.filter((move) => unreached(move).length > 0)).toEqual([]);
    }
    expect(new Set(others.map(({from}) => from)).size).toBeGreaterThanOrEqual(4);
  });

  it("gives every move an id of its own, and keeps it as knowledge grows", async () => {
    expect(new Set(moves.map(({id}) => id)).size).toBe(moves.length);
    const now = new Set(moves.map(({id}) => id));
    const then = await movesOf(founding, day("2019-06-01"));
    expect(then.length).toBeGreaterThan(0);
    expect(then.every(({recordedOn}) => recordedOn <= "2019-06-01")).toBe(true);
    expect(then.filter(({id}) => !now.has(id)).map(({summary}) => summary)).toEqual([]);
  });

  it("counts no machine-coded row as an independent origin", () => {
    const coded = moves.filter(({from}) => from === "event-row");
    expect(coded.length).toBeGreaterThan(0);
    expect(
      coded.every(
        ({independentOrigins, grade}) => independentOrigins === 0 && grade.reliability === "F",
      ),
    ).toBe(true);
  });
});

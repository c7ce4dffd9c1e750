import {copyFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readReference} from "../../src/cli/house.ts";
import {movesFromEvents, settleJudgements} from "../../src/ledger/index.ts";
import {judgedMoves} from "../../src/pipeline/known-moves.ts";
import {recordKnownMoves} from "../../src/pipeline/record-known-moves.ts";
import {judgementOf} from "../../src/sources/index.ts";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {canonicalJson, carriedDatasetIds, type Day, day} from "../../src/world/index.ts";
import {type Told, told} from "../store/made-articles.ts";
import {emptyFolder, makeLedger} from "../store/make-ledger.ts";

const reference = readReference();
const template = makeLedger({without: carriedDatasetIds});
/** A ledger without anything, copied from one that is made once. */
async function emptyLedger(): Promise<string> {
  const path = join(emptyFolder(), "ledger.duckdb");
  copyFileSync(await template, path);
  return path;
}
const dayOf = (at: number) => day(`2025-06-${String(at + 1).padStart(2, "0")}`);

/** Reports that are often of one happening: few parties, few subjects, few days. */
const report = fc.record({
  text: fc
    .array(
      fc.constantFrom("gas", "reactors", "rail", "palm oil", "a visit", "fuel", "Natuna", "ports"),
      {minLength: 2, maxLength: 4},
    )
    .map((words) => `Indonesia and its partner spoke of ${words.join(" and ")}.`),
  outlet: fc.constantFrom("Antara", "Tempo", "Kiosk"),
  type: fc.constantFrom("AGREE" as const, "CONSULT" as const),
  targets: fc.constantFrom(["RUS"] as const, ["CHN"] as const),
  mode: fc.constantFrom("done" as const, "planned" as const, "denied" as const),
  coderVersion: fc.constantFrom(1, 1, 1, 2),
}) satisfies fc.Arbitrary<Told>;

/** What is read on one day after another; on some days nothing is. */
const days = fc.array(fc.array(report, {maxLength: 3}), {minLength: 2, maxLength: 6});

/** Moves of reports as the ledger's versions have them on a day. */
async function recorded(ledger: Ledger, on: Day): Promise<readonly string[]> {
  const newest = new Map((await ledger.moveVersions(on)).map(({id, move}) => [id, move]));
  return [...newest.values()]
    .flatMap((move) => (move === null ? [] : [canonicalJson(move)]))
    .sort();
}

/** The same, all reports linked anew and together. */
async function linkedAnew(ledger: Ledger, on: Day): Promise<readonly string[]> {
  const held = {
    articles: await ledger.articles(on),
    events: await ledger.events(on),
    judgements: await ledger.judgements(on),
  };
  return judgedMoves(held, [], reference).moves.map(canonicalJson).sort();
}

describe("versions of moves, kept day by day", () => {
  it("are what linking everything anew would give, however few reports are linked at once", async () => {
    await fc.assert(
      fc.asyncProperty(days, fc.constantFrom(1, 3, 100), async (read, reportsAtOnce) => {
        const ledger = await openLedger({path: await emptyLedger()});
        for (const [at, reports] of read.entries()) {
          const on = dayOf(at);
          for (const facts of reports) {
            await ledger.addArticles([told({...facts, recordedOn: on, published: on})]);
            await recordKnownMoves(ledger, reference, on, {reportsAtOnce});
          }
          expect(await recorded(ledger, on)).toEqual(await linkedAnew(ledger, on));
        }
        await ledger.close();
      }),
      {numRuns: 8},
    );
  });

  it("are so too after people have joined, parted, rejected and recoded", async () => {
    const ledger = await openLedger({path: await emptyLedger()});
    const read = async (at: number, facts: Told) => {
      const one = told({...facts, recordedOn: dayOf(at), published: dayOf(at)});
      await ledger.addArticles([one]);
      await recordKnownMoves(ledger, reference, dayOf(at), {reportsAtOnce: 1});
      return one;
    };
    const [a, b, c, d] = [
      await read(0, {text: "Indonesia and Russia spoke of gas.", outlet: "Antara"}),
      await read(0, {text: "Indonesia and China agreed on rail.", targets: ["CHN"]}),
      await read(1, {text: "Indonesia and Russia spoke of gas at length.", outlet: "Tempo"}),
      await read(1, {text: "Indonesia and Russia planned a port.", mode: "planned"}),
    ];
    const idOf = ({events}: typeof a) => events[0]?.id ?? "";
    const said = [
      {kind: "same-move", about: [idOf(a), idOf(b)]},
      {kind: "not-same", about: [idOf(a), idOf(c)]},
      {kind: "reject", about: [idOf(d)]},
      {kind: "recode", about: [idOf(c)], change: {field: "type", value: "CONSULT"}},
    ] as const;
    for (const [at, one] of said.entries()) {
      const on = dayOf(2 + at);
      const given = {...one, author: "Ana", reason: "a test"};
      await ledger.addJudgement(judgementOf(given, on, null));
      for (const reportsAtOnce of [1, 100]) {
        await recordKnownMoves(ledger, reference, on, {reportsAtOnce});
        expect(await recorded(ledger, on)).toEqual(await linkedAnew(ledger, on));
      }
      await read(2 + at, {text: `Indonesia and Russia spoke of gas again, ${at}.`});
      expect(await recorded(ledger, on)).toEqual(await linkedAnew(ledger, on));
    }
    await ledger.close();
  });

  it("end where an article's better reading, or its retraction, takes their report away", async () => {
    const ledger = await openLedger({path: await emptyLedger()});
    const first = told({text: "Indonesia and Russia agreed on gas.", recordedOn: "2025-06-01"});
    const other = told({text: "Malaysia and China met.", recordedOn: "2025-06-01"});
    await ledger.addArticles([first, other]);
    await recordKnownMoves(ledger, reference, day("2025-06-01"));
    expect((await recorded(ledger, day("2025-06-01"))).length).toBe(2);
    const again = {
      ...first,
      article: {...first.article, recordedOn: day("2025-06-03")},
      events: [],
    };
    await ledger.addArticles([again]);
    await recordKnownMoves(ledger, reference, day("2025-06-03"));
    expect((await recorded(ledger, day("2025-06-03"))).length).toBe(1);
    const {id} = other.article;
    const reason = {by: "an editor", reason: "a hoax", recordedOn: day("2025-06-04")};
    await ledger.retract({kind: "article", id, ...reason});
    await recordKnownMoves(ledger, reference, day("2025-06-04"));
    expect(await recorded(ledger, day("2025-06-04"))).toEqual([]);
    expect((await recorded(ledger, day("2025-06-02"))).length).toBe(2);
    await ledger.close();
  });

  it("are worked out of the touched reports alone: others are not linked again", async () => {
    const ledger = await openLedger({path: await emptyLedger()});
    const asked: string[] = [];
    const watched: Ledger = {
      ...ledger,
      articlesOf: (ids, asOf) => {
        asked.push(...ids);
        return ledger.articlesOf(ids, asOf);
      },
    };
    const read = async (on: string, facts: Told) => {
      const one = told({...facts, recordedOn: on});
      await ledger.addArticles([one]);
      asked.length = 0;
      await recordKnownMoves(watched, reference, day(on));
      return one.article.id;
    };
    const russian = await read("2025-06-01", {text: "Indonesia and Russia agreed on gas."});
    await read("2025-06-01", {text: "Malaysia and China agreed on rail.", targets: ["CHN"]});
    const later = await read("2025-06-02", {text: "Indonesia and Russia agreed on gas again."});
    expect(asked.sort()).toEqual([russian, later].sort());
    await recordKnownMoves(watched, reference, day("2025-06-02"));
    expect(await recorded(ledger, day("2025-06-02"))).toEqual(
      movesFromEvents(
        await ledger.articles(day("2025-06-02")),
        await ledger.events(day("2025-06-02")),
        reference,
        settleJudgements([]),
      )
        .map(canonicalJson)
        .sort(),
    );
    await ledger.close();
  });
});

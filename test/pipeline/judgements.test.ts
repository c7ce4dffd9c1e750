import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  answerWatch,
  changesBetween,
  changesOf,
  keepJudgement,
  keepReading,
} from "../../src/pipeline/index.ts";
import {parseJudgement} from "../../src/sources/index.ts";
import {type Answer, type Cell, day, type Move} from "../../src/world/index.ts";
import {told} from "../store/made-articles.ts";
import {foundingLedger} from "./founding-ledger.ts";

const before = day("2026-12-01");
const on = day("2026-12-02");

describe("a judgement kept in the ledger", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let asItWas: Answer;
  let asItIs: Answer;
  let judgementId: string;
  let move: Move;
  beforeAll(async () => {
    house = await foundingLedger();
    const {ledger, reference} = house;
    for (const [text, outlet] of [
      ["Russia accused Indonesia of hiding the cost of reactors.", "Antara"],
      ["Indonesia hid the cost of its reactors, Russia charged.", "Tempo"],
    ] as const)
      await keepReading(
        ledger,
        reference,
        told({
          text,
          outlet,
          type: "ACCUSE",
          sources: ["RUS"],
          targets: ["IDN"],
          symmetric: false,
          published: "2026-11-29",
          recordedOn: "2026-11-30",
        }),
      );
    asItWas = await answerWatch({...house, asOf: before});
    const found = asItWas.ledgerMoves.find(
      ({from, type}) => from === "article" && type === "ACCUSE",
    );
    if (found === undefined) throw new Error("no move was made of the reports");
    move = found;
    const given = parseJudgement(
      {
        kind: "recode",
        about: [move.id.slice(0, 10)],
        change: {field: "type", value: "CONSULT"},
        author: "Ana",
        reason: "they met; nobody accused",
      },
      reference,
    );
    const {judgement} = await keepJudgement({ledger, reference, answer: asItWas, given, on});
    judgementId = judgement.id;
    asItIs = await answerWatch({...house, asOf: on});
  });
  afterAll(() => house.ledger.close());

  it("leaves the answer of the day before as it was, byte for byte", async () => {
    const again = await answerWatch({...house, asOf: before});
    expect(JSON.stringify(again)).toBe(JSON.stringify(asItWas));
  });

  it("shapes all that follows: the move, its row, and the risk that was told of it", () => {
    expect(move).toMatchObject({articles: 2, independentOrigins: 2});
    expect(asItIs.ledgerMoves.find(({id}) => id === move.id)?.type).toBe("CONSULT");
    const risks = (answer: Answer): readonly Cell[] =>
      answer.stakes.find(
        ({country, partner, sector}) =>
          country === "IDN" && partner === "RUS" && sector === "energy",
      )?.risks ?? [];
    const conflict = /Conflict recorded/;
    expect(risks(asItWas).some(({text}) => conflict.test(text))).toBe(true);
    expect(risks(asItIs).some(({text}) => conflict.test(text))).toBe(false);
    expect(asItIs.judgements.map(({effect}) => effect)).toEqual(["applied"]);
  });

  it("is the cause that each change names", async () => {
    const changes = changesBetween(asItWas, asItIs);
    const cause = {kind: "judgement", id: judgementId};
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "move",
        what: move.id,
        before: expect.stringContaining("ACCUSE"),
        after: expect.stringContaining("CONSULT"),
        because: [cause],
      }),
    );
    const stakes = changes.filter(({kind}) => kind === "stake");
    expect(stakes.length).toBeGreaterThan(0);
    expect(stakes.every(({because}) => because.some(({id}) => id === judgementId))).toBe(true);
    expect(await changesOf({...house, asOf: on}, before)).toEqual(changes);
  });

  it("makes a version of the move, beside the one that its reports made", async () => {
    const versions = await house.ledger.moveVersions(on, move.id);
    expect(
      versions.map(({recordedOn, move: then}) => [recordedOn, then?.type, then?.articles]),
    ).toEqual([
      ["2026-11-30", "ACCUSE", 1],
      ["2026-11-30", "ACCUSE", 2],
      [on, "CONSULT", 2],
    ]);
    expect(versions.at(-1)?.recipe).toEqual({id: "same-happening", version: 3});
  });

  it("is told of new articles as of their day, and of nothing between equal answers", async () => {
    const changes = await changesOf({...house, asOf: before}, day("2026-11-29"));
    const moves = changes.filter(({kind}) => kind === "move");
    expect(moves).toEqual([
      expect.objectContaining({
        what: move.id,
        before: null,
        because: [
          expect.objectContaining({kind: "article"}),
          expect.objectContaining({kind: "article"}),
        ],
      }),
    ]);
    expect(changesBetween(asItIs, asItIs)).toEqual([]);
  });

  it("refuses an id that names nothing, several things, or what cannot be judged so", async () => {
    const {ledger, reference} = house;
    const keep = (raw: object) =>
      keepJudgement({
        ledger,
        reference,
        answer: asItIs,
        given: parseJudgement({author: "Ana", reason: "a test", ...raw}, reference),
        on,
      });
    await expect(keep({kind: "reject", about: ["ffffffffff"]})).rejects.toThrow(
      /no move.*is known/,
    );
    const article = asItIs.verdicts[0]?.articleId ?? "";
    await expect(keep({kind: "same-move", about: [article, move.id]})).rejects.toThrow(
      /is an article/,
    );
    await expect(keep({kind: "not-same", about: [move.id, move.id.slice(0, 9)]})).rejects.toThrow(
      /one and the same/,
    );
    const change = {field: "symmetric", value: true};
    await expect(keep({kind: "recode", about: [move.id], change})).rejects.toThrow(/coded events/);
    expect((await ledger.judgements(on)).map(({id}) => id)).toEqual([judgementId]);
  });
});

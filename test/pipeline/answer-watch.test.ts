import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {answerWatch, readArticle} from "../../src/pipeline/index.ts";
import {captureOf, parseWatch} from "../../src/sources/index.ts";
import {
  type Answer,
  type Cell,
  day,
  type Evidence,
  membersOf,
  type PartyId,
  type Reference,
} from "../../src/world/index.ts";
import {foundingLedger} from "./founding-ledger.ts";

const asOf = day("2026-11-24");

function cellsOf(answer: Answer): {where: string; cell: Cell}[] {
  return [
    ...answer.moves.flatMap((row) =>
      [row.focus, ...row.moves].map((cell) => ({
        where: `moves ${row.country} ${row.partner} ${row.sector}`,
        cell,
      })),
    ),
    ...answer.stakes.flatMap((stake) =>
      [...stake.benefits, ...stake.risks].map((cell) => ({
        where: `stakes ${stake.country} ${stake.partner} ${stake.sector}`,
        cell,
      })),
    ),
    ...answer.options.flatMap((option) =>
      [option.action, ...option.outcomes].map((cell) => ({where: `options ${option.id}`, cell})),
    ),
  ];
}

/** Whether a piece of evidence speaks of a party: by a recorded link. */
const reaches = (evidence: Evidence, party: PartyId) =>
  evidence.reaches.some((reach) => reach.party === party);

describe("the founding watch", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let answer: Answer;
  beforeAll(async () => {
    house = await foundingLedger();
    answer = await answerWatch({...house, asOf});
  });
  afterAll(() => house.ledger.close());

  it("fills all three tables for both states", () => {
    for (const state of ["IDN", "MYS"]) {
      expect(
        answer.moves.filter((row) => row.country === state && row.moves.length > 0).length,
      ).toBeGreaterThan(0);
      expect(answer.stakes.filter((stake) => stake.country === state).length).toBeGreaterThan(0);
    }
    expect(answer.options.length).toBeGreaterThan(5);
  });

  it("has no cell without evidence", () => {
    const cells = cellsOf(answer);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(({cell}) => cell.evidence.length === 0).map(({where}) => where)).toEqual(
      [],
    );
  });

  it("cites, for every party that a cell is about, evidence that names it or reaches it by a recorded link", () => {
    const missing = cellsOf(answer).flatMap(({where, cell}) =>
      cell.about
        .filter((party) => !cell.evidence.some((evidence) => reaches(evidence, party)))
        .map((party) => `${where}: ${party} in “${cell.text}”`),
    );
    expect(missing).toEqual([]);
  });

  it("cites rows that exist and name the party, or a member of it", async () => {
    const problems: string[] = [];
    const opened = new Map<string, string>();
    for (const {where, cell} of cellsOf(answer)) {
      for (const evidence of cell.evidence) {
        if (evidence.kind !== "rows") continue;
        const key = JSON.stringify([evidence.dataset, evidence.where]);
        let text = opened.get(key);
        if (text === undefined) {
          const {rows, total} = await house.ledger.rows({
            dataset: evidence.dataset,
            where: evidence.where,
            asOf,
            limit: 1000,
            offset: 0,
          });
          text = total === 0 ? "" : JSON.stringify(rows);
          opened.set(key, text);
        }
        if (text === "") problems.push(`${where}: no row in ${key}`);
        for (const reach of evidence.reaches.filter(
          (one) => one.how === "named" || one.how === "column",
        )) {
          if (!namesParty(text, reach.party, house.reference))
            problems.push(`${where}: ${reach.party} is not in ${key}`);
        }
      }
    }
    expect(problems.slice(0, 10)).toEqual([]);
    expect(opened.size).toBeGreaterThan(20);
  });

  it("quotes passages that stand in the article where it says", () => {
    const passages = cellsOf(answer).flatMap(({cell}) =>
      cell.evidence.filter((evidence) => evidence.kind === "passage"),
    );
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.every((passage) => passage.specimen)).toBe(true);
  });

  it("never counts the specimen", () => {
    for (const row of answer.moves) {
      for (const move of row.moves.filter((one) => one.specimen))
        expect(move.grade?.reliability).toBe("F");
    }
    const only = answer.moves.find(
      (row) => row.moves.length > 0 && row.moves.every((move) => move.specimen),
    );
    if (only)
      expect(only.focus.text).toMatch(
        /^0 moves; 0 articles, 0 independent origins; and \d+ of the specimen/,
      );
  });

  it("answers the same bytes for the same day", async () => {
    const again = await answerWatch({...house, asOf});
    expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
  });

  it("did not know in 2015 what was published later", async () => {
    const then = await answerWatch({...house, asOf: day("2015-01-01")});
    expect(cellsOf(then).every(({cell}) => cell.evidence.length > 0)).toBe(true);
    expect(then.ledgerMoves.every((move) => move.recordedOn <= "2015-01-01")).toBe(true);
    expect(then.ledgerMoves.length).toBeLessThan(answer.ledgerMoves.length);
  });

  it("adds the moves of another article that is read, from the day on which it was read", async () => {
    const text =
      "Malaysia and Russia signed an agreement on nuclear energy\n\nKUALA LUMPUR, 3 March 2025 - Malaysia signed an agreement on nuclear energy with Russia on Monday, the foreign ministry said.\n";
    const capture = captureOf(new TextEncoder().encode(text), "note.txt", day("2026-11-25"), false);
    const {article, events} = await readArticle(capture, house.reference);
    await house.ledger.addArticles([{capture, article, events}]);
    const ofArticle = (one: Answer) =>
      one.ledgerMoves.filter((move) =>
        move.evidence.some(
          (evidence) => evidence.kind === "passage" && evidence.articleId === article.id,
        ),
      );
    const after = ofArticle(await answerWatch({...house, asOf: day("2026-11-25")}));
    expect(
      after.some(
        (move) =>
          move.sources.includes("MYS") &&
          [...move.sources, ...move.targets].includes("RUS") &&
          move.sectors.includes("energy"),
      ),
    ).toBe(true);
    expect(ofArticle(await answerWatch({...house, asOf: day("2026-11-24")}))).toEqual([]);
  });

  it("answers for other states and powers likewise", async () => {
    const text = "name: Vietnam and Kazakhstan\nstates: [VNM, KAZ]\npowers: [RUS, CHN, EU]\n";
    const watch = parseWatch(text, "test", house.reference);
    const other = await answerWatch({...house, watch, asOf});
    expect(cellsOf(other).filter(({cell}) => cell.evidence.length === 0)).toEqual([]);
    for (const state of ["VNM", "KAZ"]) {
      expect(
        other.moves.filter((row) => row.country === state && row.moves.length > 0).length,
      ).toBeGreaterThan(0);
      expect(
        other.stakes.some(
          (stake) =>
            stake.country === state &&
            [...stake.benefits, ...stake.risks].some((cell) => cell.figure !== null),
        ),
      ).toBe(true);
    }
  });
});

describe("a dataset taken away", () => {
  it("turns its cells into gaps that cite where we looked", async () => {
    const house = await foundingLedger({
      without: ["arms-orders", "arms-deliveries", "trade-matrix"],
    });
    const answer = await answerWatch({...house, asOf});
    await house.ledger.close();
    expect(answer.ledgerMoves.some((move) => move.from === "arms")).toBe(false);
    expect(cellsOf(answer).every(({cell}) => cell.evidence.length > 0)).toBe(true);
    const computed = answer.options.filter((option) => option.basis === "trade-equilibrium");
    expect(computed.length).toBeGreaterThan(0);
    expect(
      computed.every((option) =>
        option.outcomes.every((cell) => cell.gap !== null && cell.figure === null),
      ),
    ).toBe(true);
    const citesTaken = cellsOf(answer).filter(({cell}) =>
      cell.evidence.some((one) => one.kind === "rows" && one.dataset.startsWith("arms-")),
    );
    expect(citesTaken).toEqual([]);
  });
});

function namesParty(text: string, party: PartyId, reference: Reference): boolean {
  if (text.includes(`"${party}"`)) return true;
  return membersOf(reference, party, asOf).some((member) => text.includes(`"${member}"`));
}

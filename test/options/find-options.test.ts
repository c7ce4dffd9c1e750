import {describe, expect, it} from "vitest";
import {buildTradeMatrix} from "../../src/models/index.ts";
import {findOptions} from "../../src/options/index.ts";
import {
  type ActionEntry,
  type ComputedAction,
  day,
  type FactBook,
  type JudgedAction,
  type Move,
} from "../../src/world/index.ts";
import {smallBook, smallMove, smallReference, smallWatch} from "./small-world.ts";

const base = {
  id: "trade-agreement",
  focus: "Economic collaboration",
  action: "$state and $power conclude a trade agreement",
  whoseChoice: ["$state", "$power"],
  sectors: ["trade"] as const,
  assumes: ["as deep as accession"],
  expected: "More trade for $state",
  mechanism: "Costs of trade fall between $state and $power",
  gains: "Exporters in $state",
  loses: "Third states",
  cost: null,
  reversibility: {ease: "hard", because: "an agreement binds"} as const,
  source: "test",
};
const entry = (over: Partial<ComputedAction>): ComputedAction => ({
  ...base,
  basis: "trade-equilibrium",
  scenario: "agreement",
  ...over,
});
const judged: JudgedAction = {
  ...base,
  id: "dialogue-platform",
  action: "$state and $power open a dialogue",
  basis: "judgement",
  precedentTypes: ["AGREE", "CONSULT"],
  precedentWords: ["agree", "talk"],
};

const find = (
  actions: readonly ActionEntry[],
  {moves = [], book = smallBook()}: {moves?: readonly Move[]; book?: FactBook} = {},
) => {
  const reference = smallReference(actions);
  const matrix = buildTradeMatrix(book, smallWatch, reference);
  return findOptions({book, watch: smallWatch, reference, series: [], moves, matrix});
};

describe("findOptions", () => {
  it("says how it works, who gains and loses, what it costs, how it is undone and what it rests on", () => {
    const [computed, , dialogue] = find([entry({}), judged], {moves: [smallMove({})]});
    expect(computed).toMatchObject({
      strength: "modelled",
      mechanism: "Costs of trade fall between State AAA and State BBB",
      cost: {kind: "gap", what: expect.stringContaining("trade-agreement")},
      reversibility: {ease: "hard"},
      precedents: 0,
    });
    expect(computed?.gains.text).toMatch(
      /^Exporters in State AAA\. If State AAA is the state, real income clearly rises for State AAA and State BBB/,
    );
    expect(computed?.loses.text).toMatch(/real income .* falls/);
    for (const side of [computed?.gains, computed?.loses])
      expect(side?.evidence.length).toBeGreaterThan(1);
    expect(dialogue).toMatchObject({strength: "precedents", precedents: 1, dominatedBy: null});
    const [alone] = find([judged]);
    expect(alone).toMatchObject({strength: "opinion", precedents: 0});
  });

  it("marks what another option of the same choosers beats, under the same acts of others", () => {
    const own = {whoseChoice: ["$state"], reversibility: {ease: "easy", because: "test"} as const};
    const actions = [
      entry({...own, id: "answer", scenario: "tariff-answered"}),
      entry({...own, id: "leave", scenario: "power-tariff"}),
      entry({...own, id: "shun", scenario: "buy-elsewhere"}),
      entry({...own, id: "open", scenario: "lower-duty"}),
      entry({...own, id: "theirs", scenario: "lower-duty", whoseChoice: ["$power"]}),
    ];
    const marks = Object.fromEntries(
      find(actions).map(({id, dominatedBy}) => [id, dominatedBy?.split(":")[0] ?? null]),
    );
    expect(marks["shun:BBB"]).toBe("open");
    expect(marks["open:BBB"]).toBeNull();
    expect(marks["theirs:BBB"]).toBeNull();
    // A tariff of the power is no choice of the state: answering is weighed against leaving it, never against free trade.
    expect([null, "leave"]).toContain(marks["answer:BBB"]);
    expect([null, "answer"]).toContain(marks["leave:BBB"]);
    const harder = {...own, reversibility: {ease: "hard", because: "test"} as const};
    const bound = find([
      entry({...own, id: "shun", scenario: "buy-elsewhere"}),
      entry({...harder, id: "open", scenario: "lower-duty"}),
    ]);
    expect(bound.map(({dominatedBy}) => dominatedBy)).toEqual([null, null, null, null]);
  });

  it("computes each action for each state and power, and leaves no cell without evidence", () => {
    const options = find(
      [entry({}), entry({id: "tariff-answered", scenario: "tariff-answered"}), judged],
      {
        moves: [smallMove({})],
      },
    );
    expect(options.map(({id}) => id)).toEqual([
      "trade-agreement:BBB",
      "trade-agreement:PACT",
      "tariff-answered:BBB",
      "tariff-answered:PACT",
      "dialogue-platform:BBB",
      "dialogue-platform:PACT",
    ]);
    for (const option of options) {
      for (const cell of [option.action, ...option.outcomes]) {
        expect(cell.evidence.length).toBeGreaterThan(0);
        const reached = new Set(cell.evidence.flatMap(({reaches}) => reaches.map((r) => r.party)));
        for (const party of cell.about) expect(reached).toContain(party);
      }
    }
    const [agreement] = options;
    expect(agreement?.action.text).toBe("State AAA and State BBB conclude a trade agreement");
    expect(agreement?.whoseChoice).toEqual(["AAA", "BBB"]);
    expect(agreement?.outcomes[0]?.text).toMatch(
      /^State AAA, real income: \+0\.\d+ % \(90 %: .*; 2016 structure/,
    );
    expect(agreement?.outcomes[0]?.figure?.interval?.level).toBe(0.9);
    expect(agreement?.assumptions[0]).toBe("as deep as accession");
  });

  it("judges by precedents, counted by mode, and never counts the specimen", () => {
    const moves = [
      smallMove({id: "a", when: day("2019-01-01"), summary: "older talks"}),
      smallMove({id: "b", mode: "planned", when: day("2021-01-01"), summary: "newer agreement"}),
      smallMove({id: "c", specimen: true}),
      smallMove({id: "d", type: "ACCUSE"}),
      smallMove({id: "e", sectors: ["defence"]}),
      smallMove({id: "g", summary: "AAA orders tanks from BBB"}),
      smallMove({id: "f", sources: ["CCC"], targets: ["BBB"]}),
    ];
    const [withB, withPact] = find([judged], {moves});
    expect(withB?.outcomes[0]?.text).toBe(
      "Judgement: More trade for State AAA. 2 precedents of State AAA with State BBB (1 done, 1 planned), newest: newer agreement (2021-01-01).",
    );
    expect(withPact?.outcomes[0]?.gap?.why).toContain("no move of this kind");
    expect(withPact?.outcomes[0]?.evidence.map(({kind}) => kind)).toEqual([
      "reference",
      "searched",
    ]);
  });

  it("finds a bloc's precedents through its members", () => {
    const [, withPact] = find([judged], {moves: [smallMove({targets: ["DDD"]})]});
    expect(withPact?.outcomes[0]?.text).toContain("1 precedent of State AAA with The Pact");
  });

  it("is a gap with its reason when the matrix is missing", () => {
    const [option] = find([entry({})], {
      book: {...smallBook(), matrix: [], datasets: new Set()},
    });
    expect(option?.outcomes[0]?.gap?.why).toBe("the dataset trade-matrix is not in the ledger");
    expect(option?.outcomes[0]?.evidence.some(({kind}) => kind === "searched")).toBe(true);
  });

  it("does not count an agreement twice that is already in force", () => {
    const book: FactBook = {
      ...smallBook(),
      agreements: [
        {
          row: 7,
          recordedOn: day("2021-01-01"),
          id: "x",
          title: "AAA-BBB",
          signed: null,
          inForce: day("2010-01-01"),
          ended: null,
          members: ["AAA", "BBB"],
        },
      ],
    };
    const [withB, withPact] = find([entry({})], {book});
    expect(withB?.outcomes[0]?.gap?.why).toContain("already in force (AAA-BBB, 2010)");
    expect(withPact?.outcomes[0]?.figure).not.toBeNull();
  });

  it("takes a vote for a precedent by its words, for it has no type", () => {
    const vote = smallMove({type: null, summary: "AAA voted yes on talks"});
    expect(find([judged], {moves: [vote]})[0]?.outcomes[0]?.text).toContain("1 precedent");
    const other = smallMove({type: null, summary: "AAA voted yes on fish"});
    expect(find([judged], {moves: [other]})[0]?.outcomes[0]?.text).toContain("No precedent");
  });

  it("loses from buying elsewhere and from a tariff of the power, and sells more where duties fall on both sides", () => {
    const [elsewhere] = find([entry({id: "elsewhere", scenario: "buy-elsewhere"})]);
    expect(elsewhere?.outcomes[0]?.figure?.value).toBeLessThan(0);
    const [hit] = find([entry({id: "hit", scenario: "power-tariff"})]);
    expect(hit?.outcomes[0]?.figure?.value).toBeLessThan(0);
    const [both] = find([entry({id: "both", scenario: "lower-duties-both-ways"})]);
    expect(both?.outcomes[1]?.figure?.value).toBeGreaterThan(0);
  });
});

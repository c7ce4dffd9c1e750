import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isOnUkraine, movesFromFacts} from "../../src/ledger/index.ts";
import {day, type FactBook, type Move, type Watch} from "../../src/world/index.ts";
import {foundingWatch, smallReference} from "../store/small-reference.ts";
import {
  agreement,
  eventRow,
  order,
  rollCall,
  sanctionYear,
  smallBook,
  unreached,
} from "./small-book.ts";

const reference = smallReference([]);

function movesOf(facts: Partial<FactBook>, watch: Watch = foundingWatch): Move[] {
  return movesFromFacts(smallBook(facts), watch, reference);
}

const ofKind = (from: Move["from"], facts: Partial<FactBook>, watch?: Watch) =>
  movesOf(facts, watch).filter((move) => move.from === from);

const onAggression = rollCall("A/RES/ES-11/1", "Aggression against Ukraine : resolution", {
  IDN: "yes",
  MYS: "yes",
  RUS: "no",
  CHN: "abstain",
  USA: "yes",
});

describe("votes", () => {
  it("makes a move of each watched state that was listed, with how the powers voted", () => {
    const moves = ofKind("vote", {rollCalls: [onAggression]});
    expect(moves.map(({sources}) => sources)).toEqual(expect.arrayContaining([["IDN"], ["MYS"]]));
    expect(moves).toHaveLength(2);
    const [first] = moves;
    expect(first?.summary).toMatch(/voted yes on A\/RES\/ES-11\/1 \(Aggression against Ukraine\)/);
    expect(first?.summary).toContain("China abstain");
    expect(first?.targets).toEqual(["UKR", "RUS"]);
    expect(first?.grade).toMatchObject({reliability: "A", credibility: 1});
  });

  it("codes no type: a vote is on a text, not for or against a state", () => {
    expect(ofKind("vote", {rollCalls: [onAggression]}).every(({type}) => type === null)).toBe(true);
  });

  it("tells an absence from an abstention", () => {
    const votes = {IDN: "absent", MYS: "abstain"} as const;
    const summaries = ofKind("vote", {
      rollCalls: [rollCall("A/RES/ES-11/7", "Advancing peace in Ukraine", votes)],
    }).map(({summary}) => summary);
    expect(summaries.some((text) => /^IDN was listed and cast no vote/.test(text))).toBe(true);
    expect(summaries.some((text) => /^MYS abstained/.test(text))).toBe(true);
  });

  it("makes none of a state that was not listed", () => {
    const listed = rollCall("A/RES/68/262", "Territorial integrity of Ukraine", {IDN: "abstain"});
    expect(ofKind("vote", {rollCalls: [listed]}).map(({sources}) => sources)).toEqual([["IDN"]]);
  });

  it("knows a text on the war by its session or title, not by a list of symbols", () => {
    const on = (symbol: string, title: string, date?: string) =>
      isOnUkraine(rollCall(symbol, title, {}, date));
    expect(on("A/RES/ES-11/99", "")).toBe(true);
    expect(on("A/RES/76/179", "Human rights in the temporarily occupied Crimea")).toBe(true);
    expect(on("A/RES/77/1", "The situation in Palestine")).toBe(false);
    expect(on("A/RES/65/131", "Chernobyl and Ukraine", "2016-12-15")).toBe(false);
    expect(on("A/RES/48/1", "Admission of Ukraine to an agency", "1993-01-01")).toBe(false);
  });

  it("does not make the parties to the matter voters in their own row", () => {
    const watch = {...foundingWatch, states: ["RUS", "IDN"]};
    const moves = ofKind("vote", {rollCalls: [onAggression]}, watch);
    expect(moves.map(({sources}) => sources)).toEqual([["IDN"]]);
  });

  it("cites only rows of states that voted, and the title where it is held", () => {
    const [move] = ofKind("vote", {rollCalls: [onAggression]});
    const rows = move?.evidence.filter((one) => one.kind === "rows") ?? [];
    const states = rows[0]?.where.find((one) => one.column === "state");
    expect(states).toMatchObject({in: expect.not.arrayContaining(["UKR", "EU"])});
    expect(rows[0]?.count).toBe(states !== undefined && "in" in states ? states.in.length : 0);
    expect(rows.map(({dataset}) => dataset)).toEqual(["un-votes", "un-resolutions"]);
    const without = smallBook({rollCalls: [onAggression], datasets: new Set(["un-votes"])});
    const [bare] = movesFromFacts(without, foundingWatch, reference).filter(
      ({from}) => from === "vote",
    );
    expect(bare?.evidence).toHaveLength(1);
  });
});

describe("agreements", () => {
  it("is one move however many states are in it", () => {
    const many = agreement({members: ["IDN", "MYS", "THA", "CHN", "JPN"]});
    const moves = ofKind("agreement", {agreements: [many]});
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({sources: ["IDN", "MYS"], targets: ["CHN", "JPN"]});
    expect(moves[0]?.summary).toContain("(5 parties; in force since 2021-05-06)");
  });

  it("makes none among watched states alone, nor with states outside the watch", () => {
    const agreements = [
      agreement({id: "1", members: ["IDN", "MYS"]}),
      agreement({id: "2", members: ["IDN", "THA"]}),
      agreement({id: "3", members: ["USA", "RUS"]}),
    ];
    expect(ofKind("agreement", {agreements})).toEqual([]);
  });

  it("names a bloc as a party only where all its members of that day are in it", () => {
    const union = ["DEU", "FRA", "ITA", "NLD", "BEL", "POL", "ESP", "SWE", "CZE", "HUN"];
    const of = (members: readonly string[]) =>
      ofKind("agreement", {agreements: [agreement({members: ["IDN", ...members]})]})[0];
    expect(of(union)?.targets).toContain("EU");
    expect(of(union)?.summary).toContain("with the European Union (");
    expect(of(union.slice(1))?.targets).not.toContain("EU");
    // A single member still reaches the bloc's row, by a link that says how.
    const reach = of(["DEU"])?.evidence[0]?.reaches.find(({party}) => party === "EU");
    expect(reach).toMatchObject({how: "member-of", by: expect.stringContaining("DEU")});
  });

  it("is announced, and dated by nothing, where no signature or entry into force is known", () => {
    const [move] = ofKind("agreement", {agreements: [agreement({signed: null, inForce: null})]});
    expect(move).toMatchObject({mode: "announced", precision: "unknown", when: {kind: "gap"}});
  });

  it("says when it ended, but not before that day", () => {
    const ended = agreement({ended: day("2024-01-01")});
    const summaryOn = (asOf: string) =>
      ofKind("agreement", {agreements: [ended], asOf: day(asOf)})[0]?.summary;
    expect(summaryOn("2025-01-01")).toContain("ended 2024-01-01");
    expect(summaryOn("2023-01-01")).not.toContain("ended");
  });
});

describe("arms orders", () => {
  it("goes from the supplier to the recipient, and says what came", () => {
    const [move] = ofKind("arms", {armsOrders: [order({})]});
    expect(move).toMatchObject({
      sources: ["RUS"],
      targets: ["IDN"],
      mode: "done",
      precision: "year",
      when: "2012-01-01",
      sectors: ["defence"],
    });
    expect(move?.summary).toContain("(ordered 2012; 6 delivered in 2013)");
  });

  it("is announced while nothing has come, and says what is not known", () => {
    const of = (over: Parameters<typeof order>[0]) =>
      ofKind("arms", {armsOrders: [order(over)]})[0];
    expect(of({delivered: 0, deliveryYears: []})).toMatchObject({
      mode: "announced",
      summary: expect.stringContaining("none delivered"),
    });
    expect(of({delivered: null, deliveryYears: []})?.summary).toContain("no delivery recorded");
    expect(of({orderYear: null})).toMatchObject({precision: "unknown", when: {kind: "gap"}});
    expect(of({orderYear: 2012, orderYearUncertain: true})?.grade.reasons.join()).toContain(
      "uncertain",
    );
  });

  it("keeps two orders of one designation and year apart", () => {
    const armsOrders = [order({row: 1}), order({row: 2})];
    const ids = ofKind("arms", {armsOrders}).map(({id}) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it("leaves out sellers who are no power of the watch, and a state's orders from itself", () => {
    const armsOrders = [order({supplier: "KAZ"}), order({supplier: "IDN"})];
    expect(ofKind("arms", {armsOrders})).toEqual([]);
  });
});

describe("memberships", () => {
  it("makes a move of joining a body to which a power belonged on that day", () => {
    const moves = ofKind("membership", {});
    const joined = moves.find(({summary}) => /^IDN became a member of BRICS/.test(summary));
    expect(joined).toMatchObject({when: "2025-01-06", targets: ["RUS", "CHN"], type: "AGREE"});
    expect(moves.some(({summary}) => /^MYS became a partner of BRICS/.test(summary))).toBe(true);
  });

  it("does not count a power that joined later as a peer of the joining", () => {
    const apec = ofKind("membership", {}).find(({summary}) => /^IDN.*APEC/.test(summary));
    expect(apec?.targets).toContain("USA");
    expect(apec?.targets).not.toContain("RUS");
  });

  it("was not known before it happened", () => {
    const before = ofKind("membership", {asOf: day("2024-12-31")});
    expect(before.filter(({summary}) => summary.includes("BRICS"))).toEqual([]);
  });
});

describe("sanctions", () => {
  it("joins years in a row with the same kinds into one move, and a pause or a change parts them", () => {
    const sanctions = [
      sanctionYear("USA", "IDN", 1999, ["arms", "military"]),
      sanctionYear("USA", "IDN", 2000, ["military", "arms"]),
      sanctionYear("USA", "IDN", 2002, ["arms", "military"]),
      sanctionYear("USA", "IDN", 2003, ["trade"]),
    ];
    const moves = ofKind("sanction", {sanctions});
    expect(moves.map(({summary}) => summary)).toEqual([
      expect.stringContaining("in 2003 (trade)"),
      expect.stringContaining("in 2002 (arms and military)"),
      expect.stringContaining("from 1999 to 2000 (arms and military)"),
    ]);
    expect(moves[1]?.sectors).toEqual(["defence"]);
  });

  it("is no move of the watch between two powers", () => {
    const sanctions = [sanctionYear("USA", "RUS", 2021, ["trade"])];
    expect(ofKind("sanction", {sanctions})).toEqual([]);
  });
});

describe("machine-coded event rows", () => {
  it("takes rows of one pair, day and type for one happening, whichever side is named first", () => {
    const eventRows = [
      eventRow({row: 1, globalEventId: "1", articles: 4}),
      eventRow({row: 2, globalEventId: "2", source: "RUS", target: "IDN", articles: 9}),
    ];
    const moves = ofKind("event-row", {eventRows});
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({type: "CONSULT", articles: 9, independentOrigins: 0});
    expect(moves[0]?.evidence[0]).toMatchObject({count: 2});
  });

  it("keeps directions apart where one side acts on the other", () => {
    const accusation = {cameo: "111", cameoText: "Criticize or denounce"};
    const eventRows = [
      eventRow({row: 1, globalEventId: "1", ...accusation}),
      eventRow({row: 2, globalEventId: "2", ...accusation, source: "RUS", target: "IDN"}),
    ];
    expect(ofKind("event-row", {eventRows})).toHaveLength(2);
  });

  it("reads the longest code: signing an agreement is not praise", () => {
    const [move] = ofKind("event-row", {eventRows: [eventRow({cameo: "057"})]});
    expect(move?.type).toBe("AGREE");
  });

  it("calls an intent announced and an appeal proposed", () => {
    const modeOf = (cameo: string) =>
      ofKind("event-row", {eventRows: [eventRow({cameo})]})[0]?.mode;
    expect(modeOf("036")).toBe("announced");
    expect(modeOf("022")).toBe("proposed");
    expect(modeOf("042")).toBe("done");
  });

  it("keeps a code that the book does not know, without a type", () => {
    const [move] = ofKind("event-row", {eventRows: [eventRow({cameo: "202", cameoText: ""})]});
    expect(move).toMatchObject({type: null, summary: expect.stringContaining("CAMEO 202")});
  });

  it("cannot be judged, since nobody here opened the article", () => {
    const [move] = ofKind("event-row", {eventRows: [eventRow({})]});
    expect(move?.grade).toMatchObject({reliability: "F", credibility: 6});
  });
});

describe("all of them", () => {
  const facts: Partial<FactBook> = {
    rollCalls: [onAggression],
    agreements: [agreement({}), agreement({id: "B", members: ["MYS", "DEU", "USA"]})],
    armsOrders: [order({}), order({row: 8, supplier: "FRA", orderYear: null})],
    sanctions: [sanctionYear("EU", "MYS", 2020, ["travel"])],
    eventRows: [eventRow({}), eventRow({row: 4, globalEventId: "5", target: "ITA"})],
  };

  it("reaches every party of every move by its evidence", () => {
    const moves = movesOf(facts);
    expect(new Set(moves.map(({from}) => from)).size).toBe(6);
    expect(moves.filter((move) => unreached(move).length > 0)).toEqual([]);
    expect(moves.every(({evidence}) => evidence.length > 0)).toBe(true);
  });

  it("lists the newest first and the undated last", () => {
    const days = movesOf(facts).map(({when}) => (typeof when === "string" ? when : ""));
    expect(days).toEqual([...days].sort().reverse());
  });

  it("gives the same moves whatever the order of the rows", () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...(facts.agreements ?? [])], {minLength: 2}),
      fc.shuffledSubarray([...(facts.armsOrders ?? [])], {minLength: 2}),
    );
    const told = (moves: readonly Move[]) => moves.map(({id, summary}) => `${id} ${summary}`);
    fc.assert(
      fc.property(shuffled, ([agreements, armsOrders]) => {
        expect(told(movesOf({...facts, agreements, armsOrders}))).toEqual(told(movesOf(facts)));
      }),
      {numRuns: 10},
    );
  });

  it("answers for another watch likewise", () => {
    const watch = {...foundingWatch, states: ["KAZ"], powers: ["RUS", "EU"]};
    const moves = movesOf({armsOrders: [order({recipient: "KAZ"})]}, watch);
    expect(moves.some(({from, targets}) => from === "arms" && targets[0] === "KAZ")).toBe(true);
  });
});

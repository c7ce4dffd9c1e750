import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {auditArticle} from "../../src/audit/index.ts";
import type {Article, CodedEvent, Move, Verdict} from "../../src/world/index.ts";
import {day, detailNotLookedFor, gap, isGap} from "../../src/world/index.ts";
import {book, buildArticle, reference, tradeShare, watch} from "./build-world.ts";

function audit(article: Article, events: CodedEvent[] = [], moves: Move[] = []): Verdict[] {
  return auditArticle({article, events, moves, series: [tradeShare], book, watch, reference});
}
function one(text: string, published: string | null = null): Verdict {
  const [first] = audit(buildArticle(text, published));
  if (first === undefined) throw new Error(`no claim found in: ${text}`);
  return first;
}

describe("a claim that names its object and period", () => {
  it.each([
    ["Indonesia voted for resolution A/RES/ES-11/1 in March 2022.", "supported"],
    ["Indonesia abstained on resolution ES-11/1 in March 2022.", "contradicted"],
    ["Indonesia voted for resolution A/RES/ES-11/1 in March 2023.", "contradicted"],
    ["Kazakhstan did not vote for resolution ES-11/1.", "supported"],
    [
      "Indonesia and Malaysia backed the resolution “Aggression against Ukraine” in 2022.",
      "supported",
    ],
    ["Indonesia voted for resolution A/RES/99/7.", "not tested"],
    ["Indonesia joined BRICS in January 2025.", "supported"],
    ["Indonesia joined BRICS in 2023.", "contradicted"],
    ["Vietnam joined BRICS in January 2025.", "not tested"],
    ["Malaysia became a partner of BRICS in January 2025.", "supported"],
    ["Russia supplied 47 % of Indonesia's arms in 2001-05.", "supported"],
    ["Russia supplied 80 percent of Indonesia's arms between 2001 and 2005.", "contradicted"],
    ["Russia supplied 53 % of Indonesia's arms in 2001-05.", "not tested"],
    ["Russia supplied more than 80 % of Kazakhstan's weapons in 2016-2020.", "supported"],
    ["Russia supplied 47 % of Indonesia's arms in 2016-2025.", "contradicted"],
    ["Russia delivered no major arms to Indonesia in 2016-25.", "supported"],
    ["Russia delivered major arms to Indonesia in 2016-25.", "contradicted"],
    ["Russia delivered weapons to Indonesia in 2018.", "not tested"],
    ["Russia supplied 47 % of Indonesia's arms in 2024-30.", "not tested"],
    ["Indonesia exported goods worth $1.26 billion to Russia in 2016.", "supported"],
    ["Indonesia exported goods worth $9 billion to Russia in 2016.", "contradicted"],
    ["Russia accounted for 5 % of Indonesia's exports in 2016.", "supported"],
    ["Russia accounted for 40 % of Indonesia's exports in 2016.", "contradicted"],
    ["Russia accounted for 40 % of Indonesia's exports in 2024.", "not tested"],
    ["Indonesia's exports to Russia rose by 40 % in 2016.", "not tested"],
    ["Kazakhstan and Russia signed a free trade agreement in 1992.", "supported"],
    ["The Kazakhstan-Russia free trade agreement entered into force in 2005.", "contradicted"],
    ["Indonesia and Russia signed a free trade agreement in 2019.", "not tested"],
  ])("%s: %s", (text, verdict) => {
    const found = one(text);
    expect(found.verdict, found.because).toBe(verdict);
    expect(found.for.length > 0).toBe(verdict === "supported");
    expect(found.against.length > 0).toBe(verdict === "contradicted");
    for (const evidence of [...found.for, ...found.against])
      expect(evidence.kind).not.toBe("passage");
  });

  it("does not take the day of a dateline for the claim's own", () => {
    const found = one(
      "JAKARTA, 10 March 2025 (Antara) - Indonesia joined BRICS in January 2025.",
      "2025-03-10",
    );
    expect(found.claim.text).toBe("Indonesia joined BRICS in January 2025");
    expect(found.verdict, found.because).toBe("supported");
  });

  it("takes the day of a dated article for what is so, not for what happened", () => {
    expect(one("Indonesia is a member of BRICS.", "2025-03-01").verdict).toBe("supported");
    expect(one("Indonesia is a member of BRICS.", "2024-03-01").verdict).toBe("contradicted");
    expect(one("Indonesia is a member of BRICS.").verdict).toBe("stale");
    expect(one("Indonesia joined BRICS.", "2025-03-01").verdict).toBe("not tested");
  });

  it("judges the tested part apart from the rest of the sentence", () => {
    const text =
      "Indonesia voted for resolution ES-11/1 in March 2022, although ministers quietly kept every commercial channel open throughout.";
    const [part, whole] = audit(buildArticle(text));
    expect(part?.verdict).toBe("supported");
    expect(whole?.verdict).toBe("not tested");
    expect(text.startsWith(part?.claim.text ?? "?")).toBe(true);
    expect(whole?.claim.text).toBe(text);
  });

  it("tests each state's vote by its own roll call", () => {
    const found = audit(
      buildArticle("On resolution ES-11/1 Indonesia voted yes, while Vietnam voted against."),
    );
    expect(found.map(({verdict}) => verdict)).toEqual(["supported", "contradicted"]);
  });
});

describe("what no source can test", () => {
  it("calls an undated claim stale and shows what the past said, neither for nor against", () => {
    const found = one("Indonesia and Russia expanded their trade.");
    expect(found.verdict).toBe("stale");
    expect(found.because).toContain("0.6 %");
    expect(found.because).toContain("2016");
    expect(found.past).toHaveLength(1);
    expect([...found.for, ...found.against]).toEqual([]);
    expect(found.wouldSettle).toContain("customs statistics");
    expect(found.wouldSettle).toContain("2017 onwards");
  });

  it("says beside a nothing what there was before, and when last", () => {
    const [point] = tradeShare.points;
    if (point === undefined || isGap(point.figure)) throw new Error("the series has a figure");
    const {figure} = point;
    const at = (period: string, value: number) => ({period, figure: {...figure, value}});
    const fallen = {
      ...tradeShare,
      points: [at("1991", 0.45), at("2006", 0.449), at("2011", 0.02), at("2016", 0)],
    };
    const [found] = auditArticle({
      article: buildArticle("Indonesia and Russia expanded their trade."),
      events: [],
      moves: [],
      series: [fallen],
      book,
      watch,
      reference,
    });
    expect(found?.because).toContain("2016: 0 %, after 45 % in 2006");
  });

  it("leaves talk untested by figures, and shows what the past said", () => {
    const text = "Indonesia and Russia held talks on trade.";
    const article = buildArticle(text);
    const talks: CodedEvent = {
      ...detailNotLookedFor,
      id: "talks",
      type: "CONSULT",
      quad: "verbal co-operation",
      mode: "done",
      sectors: ["trade"],
      sources: ["IDN", "RUS"],
      targets: ["IDN", "RUS"],
      symmetric: true,
      when: gap("day", "none named", "a report"),
      evidence: {
        kind: "passage",
        articleId: article.id,
        start: 0,
        end: text.length,
        quote: text,
        reaches: [],
        specimen: false,
      },
      because: [],
      confidence: null,
      coder: {id: "test", version: 1},
    };
    const [found] = audit(article, [talks]);
    expect(found?.verdict).toBe("not tested");
    expect(found?.because).toContain("none of ours on the matter is newer than 2016");
    expect(found?.past).toHaveLength(1);
  });

  it("sets no figure of goods beside economic ties or security, of which it is none", () => {
    for (const text of [
      "Indonesia and Russia seek economic ties of the old kind.",
      "Indonesia and Russia meet on security and counterterrorism.",
    ]) {
      const found = one(text);
      expect(found.verdict, text).toBe("not tested");
      expect(found.past, text).toBeUndefined();
      expect(found.wouldSettle, text).not.toMatch(/customs|arms transfers/);
    }
    expect(one("Indonesia and Russia expanded their trade.").verdict).toBe("stale");
  });

  it("does not call a figure of the claim's own period stale", () => {
    expect(one("Indonesia and Russia expanded their trade in 2016.").verdict).toBe("not tested");
    expect(one("Indonesia and Russia expanded their trade.", "2024-05-01").verdict).toBe("stale");
  });

  it.each([
    [
      "The United States should adopt a strategy that acknowledges Russia's sphere of influence.",
      "recommendation",
    ],
    ["Russia's oil could help Indonesia.", "prediction"],
    ["Their outreach to Russia underscores a strategic pivot by Indonesia.", "opinion"],
  ] as const)("names and does not judge: %s", (text, kind) => {
    const found = one(text);
    expect(found.kind).toBe(kind);
    expect(found.verdict).toBeNull();
  });

  it("quotes loaded words as the author's", () => {
    expect(one("The United States should accept Russia's sphere of influence.").because).toContain(
      "“sphere of influence”",
    );
    expect(one("Indonesia made a strategic pivot to Russia.").because).toContain(
      "“strategic pivot”",
    );
  });

  it("counts a second source only when it is not this article", () => {
    const text = "Indonesia and Russia held talks on 2 May 2024.";
    const article = buildArticle(text, "2024-05-03");
    const passage = (articleId: string) =>
      ({
        kind: "passage",
        articleId,
        start: 0,
        end: 9,
        quote: "Indonesia",
        reaches: [],
        specimen: false,
      }) as const;
    const event: CodedEvent = {
      ...detailNotLookedFor,
      id: "e",
      type: "CONSULT",
      quad: "verbal co-operation",
      mode: "done",
      sectors: ["diplomacy"],
      sources: ["IDN"],
      targets: ["RUS"],
      symmetric: true,
      when: day("2024-05-02"),
      evidence: {...passage(article.id), end: text.length, quote: text},
      because: [],
      confidence: null,
      coder: {id: "test", version: 1},
    };
    const move = (articleId: string): Move => ({
      id: "m",
      type: "CONSULT",
      mode: "done",
      sectors: ["diplomacy"],
      sources: ["RUS"],
      targets: ["IDN"],
      participants: [],
      summary: "Russia and Indonesia met.",
      when: day("2024-05-02"),
      precision: "day",
      recordedOn: day("2024-05-04"),
      articles: 1,
      independentOrigins: 1,
      grade: {reliability: "C", credibility: 3, reasons: []},
      evidence: [passage(articleId)],
      from: "article",
      specimen: false,
    });
    expect(audit(article, [event], [move(article.id)])[0]?.verdict).toBe("not tested");
    expect(audit(article, [event], [move("another")])[0]?.verdict).toBe("supported");
    expect(audit(article, [event], [{...move("another"), specimen: true}])[0]?.verdict).toBe(
      "not tested",
    );
  });
});

describe("what is a claim", () => {
  const text = `# Indonesia and Malaysia look to Russia
Key dimensions of this diplomacy with Russia include:
- Economic Interests: Exploring cooperation in energy.
Indonesia and Malaysia met Russia. Both nations keep their channels open.
If you'd like, I can also summarize it.
Country | Focus Areas | Recent Diplomatic Moves
---|---|---
Malaysia | Defence cooperation | Joint working groups established
`;
  const found = audit(buildArticle(text, null, "If you'd like, I can also summarize it."));

  it("leaves out headings, lead-ins and row heads", () => {
    expect(found.map(({claim}) => claim.text)).toEqual([
      "Economic Interests: Exploring cooperation in energy.",
      "Indonesia and Malaysia met Russia.",
      "Both nations keep their channels open.",
      "If you'd like, I can also summarize it.",
      "Defence cooperation",
      "Joint working groups established",
    ]);
  });

  it("says how each passage reaches its states", () => {
    const reaches = found.map(({claim}) =>
      claim.evidence.reaches.map(({party, how}) => `${party} ${how}`),
    );
    expect(reaches[0]).toEqual(["IDN heading", "MYS heading", "RUS heading"]);
    expect(reaches[2]).toContain("MYS coreference");
    expect(reaches[4]).toEqual(["MYS column", "RUS heading"]);
  });

  it("names residue and judges it not", () => {
    expect(found[3]).toMatchObject({kind: "residue", verdict: null});
  });

  it("keeps offsets exact", () => {
    for (const {claim} of found)
      if (claim.evidence.kind === "passage")
        expect(text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.quote);
  });
});

const seed = "../shared/seed";
describe("the founding text", () => {
  it.skipIf(!existsSync(seed))("is never supported from itself", () => {
    const [file] = readdirSync(seed);
    const text = readFileSync(`${seed}/${file}`, "utf8");
    const found = audit(buildArticle(text, null, "If you’d like, I can also help you"));
    expect(found.length).toBeGreaterThan(25);
    const words = new Set(found.map(({verdict}) => verdict));
    expect([...words].sort()).toEqual(["not tested", "stale", null].sort());
    expect(found.filter(({kind}) => kind === "residue")).toHaveLength(1);
  });
});

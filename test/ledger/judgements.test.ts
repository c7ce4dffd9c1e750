import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  agreementOf,
  judgeMoves,
  judgeReports,
  movesFromEvents,
  readJudgements,
  settleJudgements,
  weighParticipants,
} from "../../src/ledger/index.ts";
import {judgementOf} from "../../src/sources/index.ts";
import {day, isGap, type Judgement, type Move, type Said} from "../../src/world/index.ts";
import {type Told, told} from "../store/made-articles.ts";
import {smallReference} from "../store/small-reference.ts";

const reference = smallReference([]);
type Report = ReturnType<typeof told>;

const talks = (over: Partial<Told> & {text: string}) =>
  told({
    type: "CONSULT",
    sources: ["IDN", "RUS"],
    targets: [],
    sectors: ["energy"],
    published: "2025-05-12",
    ...over,
  });
const reactor = talks({
  text: "Ministers of Indonesia and Russia held talks on a nuclear reactor in Jakarta.",
  outlet: "Antara",
});
const barge = talks({
  text: "A floating nuclear reactor was the subject when the two sides met in Jakarta.",
  outlet: "Tempo",
});
const students = talks({
  text: "Rectors of universities compared diplomas with colleagues.",
  outlet: "Kompas",
  published: "2025-05-17",
});

let last: string | null = null;
/** A judgement of somebody, after all others that the test has made. */
function judged(author: string, said: Said, recordedOn = "2025-07-01"): Judgement {
  const judgement = judgementOf({...said, author, reason: "I was there"}, day(recordedOn), last);
  last = judgement.id;
  return judgement;
}
const eventOf = ({events: [event]}: Report): string => event?.id ?? "";

function movesOf(reports: readonly Report[], judgements: readonly Judgement[] = []): Move[] {
  const decisions = settleJudgements(judgements);
  const {articles, events} = judgeReports(
    reports.map(({article}) => article),
    reports.flatMap((report) => report.events),
    decisions,
    reference,
  );
  return judgeMoves(
    movesFromEvents(articles, events, reference, decisions),
    decisions,
    weighParticipants(reference),
  );
}
const moveOf = (report: Report, judgements: readonly Judgement[] = []): Move => {
  const [move] = movesOf([report], judgements);
  if (move === undefined) throw new Error("no move");
  return move;
};

describe("a person's judgement", () => {
  it("that rejects an article, an event or a move leaves it out, and accepting it again brings it back", () => {
    for (const id of [reactor.article.id, eventOf(reactor), moveOf(reactor).id]) {
      const out = judged("Ana", {kind: "reject", about: [id]});
      expect(movesOf([reactor], [out])).toEqual([]);
      const back = judged("Ana", {kind: "accept", about: [id]});
      expect(movesOf([reactor], [out, back])).toHaveLength(1);
    }
  });

  it("that recodes an event changes what it is, and the move's evidence says who and why", () => {
    const recode = judged("Ana", {
      kind: "recode",
      about: [eventOf(reactor)],
      change: {field: "type", value: "ACCUSE"},
    });
    const move = moveOf(reactor, [recode]);
    expect(move.type).toBe("ACCUSE");
    expect(move.evidence.at(-1)).toMatchObject({
      kind: "judgement",
      judgementId: recode.id,
      quote: "Ana on 2025-07-01: type recoded as ACCUSE (I was there)",
    });
  });

  it("that recodes before linking links anew: another type is another happening", () => {
    const about = [eventOf(barge)];
    const recode = judged("Ana", {kind: "recode", about, change: {field: "type", value: "AGREE"}});
    expect(movesOf([reactor, barge])).toHaveLength(1);
    expect(movesOf([reactor, barge], [recode])).toHaveLength(2);
  });

  it("that recodes a move's sides changes who took part", () => {
    const {id} = moveOf(reactor);
    const move = moveOf(reactor, [
      judged("Ana", {
        kind: "recode",
        about: [id],
        change: {field: "sources", value: ["IDN", "RUS", "CHN"]},
      }),
    ]);
    expect(move.participants.map(({party, weight}) => [party, weight])).toEqual([
      ["CHN", 1 / 3],
      ["IDN", 1 / 3],
      ["RUS", 1 / 3],
    ]);
  });

  it("that two are one joins them, and that they are not parts them", () => {
    expect(movesOf([reactor, students])).toHaveLength(2);
    const ids = [moveOf(reactor).id, moveOf(students).id];
    const same = judged("Ana", {kind: "same-move", about: ids});
    const [joined, ...others] = movesOf([reactor, students], [same]);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({id: moveOf(reactor).id, articles: 2, independentOrigins: 2});
    expect(joined?.reports?.at(-1)).toMatchObject({
      score: null,
      because: ["people say that it is the same"],
    });
    const apart = judged("Ana", {kind: "not-same", about: [eventOf(reactor), eventOf(barge)]});
    const moves = movesOf([reactor, barge], [apart]);
    expect(moves).toHaveLength(2);
    expect(moves.every(({evidence}) => evidence.some(({kind}) => kind === "judgement"))).toBe(true);
  });

  it("that a third is the first joins no report to one that is not the same", () => {
    const [a, b, c] = [reactor, barge, students].map(eventOf) as [string, string, string];
    const moves = movesOf(
      [reactor, barge, students],
      [
        judged("Ana", {kind: "not-same", about: [a, b]}),
        judged("Ana", {kind: "same-move", about: [a, c]}),
        judged("Ana", {kind: "same-move", about: [b, c]}),
      ],
    );
    expect(moves).toHaveLength(2);
    const together = moves.map(({reports = []}) => reports.map(({eventId}) => eventId));
    expect(together.some((ids) => ids.includes(a) && ids.includes(b))).toBe(false);
  });

  it("that settles what the recipe could not tell takes the question away", () => {
    const near = talks({
      ...{text: students.article.text},
      outlet: "Kompas",
      published: "2025-05-14",
    });
    const [one, other] = movesOf([reactor, near]);
    expect(one?.maybeSameAs).toHaveLength(1);
    const about = [one?.id ?? "", other?.id ?? ""];
    const settled = movesOf([reactor, near], [judged("Ana", {kind: "not-same", about})]);
    expect(settled).toHaveLength(2);
    expect(settled.flatMap(({maybeSameAs = []}) => maybeSameAs)).toEqual([]);
  });

  it("grades a source for a kind of claim, by outlet or host, and leaves the item's credibility alone", () => {
    const grade = (source: string, claims: "any" | "position" | "fact") =>
      judged("Ana", {kind: "source-grade", source, claims, reliability: "A"});
    expect(moveOf(reactor, [grade("antara", "fact")]).grade).toMatchObject({
      reliability: "A",
      credibility: 6,
      reasons: expect.arrayContaining(["source graded by Ana on 2025-07-01: I was there"]),
    });
    expect(moveOf(reactor, [grade("Antara", "position")]).grade.reliability).toBe("C");
    const fetched = {
      ...reactor,
      article: {...reactor.article, origin: "https://www.antaranews.com/1"},
    };
    expect(moveOf(fetched, [grade("antaranews.com", "any")]).grade.reliability).toBe("A");
  });

  it("about something unknown, superseded or outvoted is kept and named so", () => {
    const about = [eventOf(reactor)];
    const first = judged("Ana", {kind: "reject", about});
    const second = judged("Ana", {kind: "accept", about});
    const other = judged("Budi", {kind: "accept", about});
    const alone = judged("Citra", {kind: "reject", about});
    const lost = judged("Ana", {kind: "reject", about: ["0123456789abcdef"]});
    const all = [first, second, other, alone, lost];
    const effects = readJudgements(all, settleJudgements(all), {
      articles: [reactor.article],
      events: reactor.events,
      moves: [],
    });
    expect(effects.map(({effect}) => effect)).toEqual([
      "superseded",
      "applied",
      "applied",
      "outvoted",
      "unknown",
    ]);
  });
});

describe("people who disagree", () => {
  const about = [eventOf(reactor)];
  const as = (author: string, value: "AGREE" | "ACCUSE" | "SUPPORT") =>
    judged(author, {kind: "recode", about, change: {field: "type", value}});

  it("are decided by more of them, and the move names who would have it otherwise", () => {
    const move = moveOf(reactor, [
      as("Ana", "ACCUSE"),
      as("Budi", "ACCUSE"),
      as("Citra", "SUPPORT"),
    ]);
    expect(move).toMatchObject({type: "ACCUSE", disputedBy: ["Citra"]});
  });

  it("who are as many leave what the machine wrote, disputed by all", () => {
    const move = moveOf(reactor, [as("Ana", "ACCUSE"), as("Budi", "SUPPORT")]);
    expect(move).toMatchObject({type: "CONSULT", disputedBy: ["Ana", "Budi"]});
  });

  it("count whoever accepts for what stood when they did: the machine's, or what people had decided", () => {
    const early = judged("Budi", {kind: "accept", about});
    const ana = as("Ana", "ACCUSE");
    const late = judged("Citra", {kind: "accept", about});
    expect(moveOf(reactor, [early, ana])).toMatchObject({type: "CONSULT", disputedBy: ["Ana"]});
    expect(moveOf(reactor, [ana, late])).toMatchObject({type: "ACCUSE"});
    expect(moveOf(reactor, [ana, late]).disputedBy).toBeUndefined();
    expect(moveOf(reactor, [ana, late, as("Ana", "SUPPORT")])).toMatchObject({
      type: "CONSULT",
      disputedBy: ["Ana", "Citra"],
    });
  });

  it("who accept what stands dispute nothing", () => {
    const move = moveOf(reactor, [judged("Ana", {kind: "accept", about})]);
    expect(move.disputedBy).toBeUndefined();
  });

  it("may change their mind: the newest of each counts", () => {
    expect(moveOf(reactor, [as("Ana", "ACCUSE"), as("Ana", "SUPPORT")]).type).toBe("SUPPORT");
  });

  it("are measured field by field, with what they accepted as the machine's value", () => {
    const accepted = judged("Budi", {kind: "accept", about});
    const [type] = agreementOf([accepted, as("Ana", "ACCUSE")], reactor.events).filter(
      ({field}) => field === "type",
    );
    expect(type).toMatchObject({people: 2, things: 1, level: "nominal"});
    expect(type !== undefined && !isGap(type.alpha) && type.alpha.value).toBe(0);
    const [alone] = agreementOf([as("Ana", "ACCUSE")], reactor.events);
    expect(alone !== undefined && isGap(alone.alpha) && alone.alpha.why).toBe(
      "no two people judged the same thing",
    );
  });

  it("on grades agree by their order, and F is no grade", () => {
    const grade = (author: string, source: string, reliability: "A" | "B" | "E" | "F") =>
      judged(author, {kind: "source-grade", source, claims: "any", reliability});
    const all = [
      grade("Ana", "Antara", "A"),
      grade("Budi", "Antara", "B"),
      grade("Ana", "TASS", "E"),
      grade("Budi", "TASS", "E"),
      grade("Ana", "Tempo", "F"),
      grade("Budi", "Tempo", "A"),
    ];
    expect(agreementOf(all, [])).toEqual([
      expect.objectContaining({field: "reliability", level: "ordinal", people: 2, things: 2}),
    ]);
  });
});

describe("whatever people say", () => {
  const reports = [reactor, barge, students];
  const ids = reports.flatMap((report) => [eventOf(report), moveOf(report).id, report.article.id]);
  const anySaid: fc.Arbitrary<Said> = fc.oneof(
    fc.record({
      kind: fc.constantFrom("accept" as const, "reject" as const),
      about: fc.subarray(ids, {minLength: 1, maxLength: 2}),
    }),
    fc.record({
      kind: fc.constantFrom("same-move" as const, "not-same" as const),
      about: fc.subarray(ids, {minLength: 2, maxLength: 3}),
    }),
    fc.record({
      kind: fc.constant("recode" as const),
      about: fc.subarray(ids, {minLength: 1, maxLength: 2}),
      change: fc.constantFrom(
        {field: "type" as const, value: "AGREE" as const},
        {field: "sectors" as const, value: ["trade" as const]},
        {field: "sources" as const, value: ["EU"]},
      ),
    }),
  );
  const anyJudgements = fc
    .array(fc.tuple(fc.constantFrom("Ana", "Budi", "Citra"), anySaid), {maxLength: 8})
    .map((all) => all.map(([author, said]) => judged(author, said)));

  it("no passage is told twice, and the ids of moves stay their own", () => {
    fc.assert(
      fc.property(anyJudgements, (judgements) => {
        const moves = movesOf(reports, judgements);
        const passages = moves.flatMap(({evidence}) =>
          evidence.flatMap((one) => (one.kind === "passage" ? [one.articleId] : [])),
        );
        expect(new Set(passages).size).toBe(passages.length);
        expect(new Set(moves.map(({id}) => id)).size).toBe(moves.length);
      }),
      {numRuns: 200},
    );
  });
});

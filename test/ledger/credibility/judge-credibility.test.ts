import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  gradeItems,
  judgeCredibility,
  judgeItem,
  movesFromEvents,
  type Witness,
} from "../../../src/ledger/index.ts";
import type {Flag} from "../../../src/world/index.ts";
import {type Told, told} from "../../store/made-articles.ts";
import {smallReference} from "../../store/small-reference.ts";

const news: Witness = {directness: "reported", dated: true, specific: false, marks: []};
const of = (count: number, more: Partial<Witness> = {}) =>
  Array.from({length: count}, () => ({...news, ...more}));
const credibility = (told: readonly Witness[], against: readonly Witness[] = []) =>
  judgeCredibility({for: told, against}).credibility;

describe("a thing that texts tell", () => {
  it("cannot be judged while one origin tells it, and is probable when two do, never confirmed", () => {
    expect([0, 1, 2, 9].map((count) => credibility(of(count)))).toEqual([6, 6, 2, 2]);
  });

  it("is doubtful once denied, possible where three tell it for each that denies, improbable where more deny", () => {
    expect(credibility(of(1), of(1))).toBe(4);
    expect(credibility(of(2), of(1))).toBe(4);
    expect(credibility(of(3), of(1))).toBe(3);
    expect(credibility(of(1), of(2))).toBe(5);
    expect(credibility(of(2), of(2))).toBe(4);
  });

  it("is a step worse where nobody dates it, where all is opinion, where all are marked, and no worse than doubtful", () => {
    expect(credibility(of(2, {dated: false}))).toBe(3);
    expect(credibility(of(2, {directness: "opinion"}))).toBe(3);
    expect(credibility(of(2, {marks: ["copied-claims"]}))).toBe(3);
    const all = {dated: false, directness: "opinion", marks: ["template-tables"]} as const;
    expect(credibility(of(2, all))).toBe(4);
  });

  it("is not told by what a machine wrote", () => {
    const machine = of(1, {marks: ["machine-residue"]});
    expect(credibility([...of(1), ...machine])).toBe(6);
    expect(credibility(of(2), machine)).toBe(2);
  });

  it("shows each part with its effect and its reason", () => {
    const {recipe, parts} = judgeCredibility({
      for: of(2, {dated: false, specific: true}),
      against: [],
    });
    expect(recipe).toEqual({id: "credibility", version: 1});
    expect(parts).toEqual([
      {name: "corroboration", effect: "sets 2", because: "reported by 2 independent origins"},
      {name: "dating", effect: "one step worse", because: "nobody says when"},
      {name: "directness", effect: "none", because: "nothing against it"},
      {name: "marks", effect: "none", because: "nothing against it"},
      {name: "specificity", effect: "none", because: "figures or days make nothing more credible"},
    ]);
  });
});

describe("a text", () => {
  it("is as credible as the middle of what it tells, where half of that can be judged", () => {
    expect(judgeItem(news, [2, 2, 4]).credibility).toBe(2);
    expect(judgeItem(news, [2, 4]).credibility).toBe(4);
    expect(judgeItem(news, [2, 6]).credibility).toBe(2);
    expect(judgeItem(news, [2, 6, 6]).credibility).toBe(6);
    expect(judgeItem(news, []).credibility).toBe(6);
  });

  it("is a step worse where it passes on another's report or gives an opinion", () => {
    expect(judgeItem({...news, directness: "passed-on"}, [2]).credibility).toBe(3);
    expect(judgeItem({...news, directness: "opinion"}, [2]).credibility).toBe(3);
    expect(judgeItem({...news, directness: "primary"}, [2]).credibility).toBe(2);
  });
});

const anyWitness: fc.Arbitrary<Witness> = fc.record({
  directness: fc.constantFrom("primary", "reported", "passed-on", "opinion"),
  dated: fc.boolean(),
  specific: fc.boolean(),
  marks: fc.subarray(["machine-residue", "template-tables", "copied-claims", "no-primary-source"]),
});
const anyWitnesses = fc.array(anyWitness, {maxLength: 6});
const anyTold = fc.array(fc.constantFrom(1, 2, 3, 4, 5, 6), {maxLength: 8}) as fc.Arbitrary<
  (1 | 2 | 3 | 4 | 5 | 6)[]
>;

describe("credibility, whoever tells", () => {
  it("is not raised by specificity", () => {
    fc.assert(
      fc.property(anyWitnesses, anyWitnesses, anyWitness, anyTold, (all, against, item, things) => {
        const vague = (one: Witness) => ({...one, specific: false});
        expect(credibility(all, against)).toBe(credibility(all.map(vague), against.map(vague)));
        expect(judgeItem(item, things).credibility).toBe(
          judgeItem(vague(item), things).credibility,
        );
      }),
    );
  });

  it("is never lowered by one more independent origin, nor raised by one more denial of what can be judged", () => {
    fc.assert(
      fc.property(anyWitnesses, anyWitnesses, anyWitness, (all, against, one) => {
        expect(credibility([...all, one], against)).toBeLessThanOrEqual(credibility(all, against));
        // What could not be judged becomes doubtful by the first denial.
        if (credibility(all, against) !== 6)
          expect(credibility(all, [...against, one])).toBeGreaterThanOrEqual(
            credibility(all, against),
          );
      }),
    );
  });

  it("of a machine-written text is never better than doubtful", () => {
    fc.assert(
      fc.property(anyWitness, anyTold, (item, things) => {
        const machine = {...item, marks: [...item.marks, "machine-residue"]};
        expect(judgeItem(machine, things).credibility).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});

const reference = smallReference([]);
type Report = ReturnType<typeof told>;
const subject = "Ministers of Indonesia and Russia held talks on a nuclear reactor in Jakarta";

function graded(reports: readonly Report[]) {
  const articles = reports.map(({article}) => article);
  const events = reports.flatMap((report) => report.events);
  const moves = movesFromEvents(articles, events, reference);
  return {moves, articles: gradeItems(articles, events, moves)};
}

function report(more: Partial<Told>, flags: readonly Flag["kind"][] = []): Report {
  const made = told({
    text: `${subject} on Monday.`,
    type: "CONSULT",
    sources: ["IDN", "RUS"],
    targets: [],
    published: "2025-05-12",
    ...more,
  });
  const marks = flags.map((kind) => ({kind, start: 0, end: 4, note: kind}));
  return {...made, article: {...made.article, flags: marks}};
}

const anyReport = fc
  .record({
    text: fc.constantFrom(
      `${subject} on Monday.`,
      "Jakarta: a nuclear reactor was the subject when the two sides met, officials said.",
      "A nuclear reactor is what both delegations discussed at length over two days in Jakarta.",
    ),
    outlet: fc.constantFrom("Antara", "Tempo", "Bernama"),
    published: fc.option(fc.constantFrom("2025-05-12", "2025-05-13"), {nil: undefined}),
    mode: fc.constantFrom("done" as const, "done" as const, "denied" as const),
    flags: fc.subarray<Flag["kind"]>(["machine-residue", "template-tables"]),
  })
  .map(({flags, published, ...rest}) =>
    report({...rest, ...(published === undefined ? {} : {published})}, flags),
  );

describe("articles beside one another", () => {
  it("are graded by what the others tell, with the working shown", () => {
    const alone = graded([report({outlet: "Antara"})]).articles[0]?.grade;
    expect(alone).toMatchObject({credibility: 6, recipe: {id: "credibility", version: 1}});
    const other = report({
      outlet: "Tempo",
      text: "Jakarta: a nuclear reactor was the subject when the two sides met, officials said.",
    });
    const beside = graded([report({outlet: "Antara"}), other]).articles[0]?.grade;
    expect(beside?.credibility).toBe(2);
    expect(beside?.reasons.join()).not.toContain("nothing to compare it with");
    expect(beside?.parts?.[0]).toMatchObject({name: "claims", effect: "sets 2"});
  });

  it("are no more credible for a copy of one of them, by whatever paper", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyReport, {
          minLength: 1,
          maxLength: 4,
          selector: ({article}) => article.id,
        }),
        fc.nat(3),
        (reports, at) => {
          const {article, events} = reports[at % reports.length] as Report;
          const copy: Report = {
            ...(reports[0] as Report),
            article: {...article, id: "copy", outlet: "Kiosk", recordedOn: "2025-08-01" as never},
            events: events.map((event) => ({
              ...event,
              id: "event of the copy",
              evidence: {...event.evidence, articleId: "copy"},
            })),
          };
          const before = graded(reports).articles.map(({grade}) => grade.credibility);
          const after = graded([...reports, copy]).articles.map(({grade}) => grade.credibility);
          before.forEach((was, place) => {
            expect(after[place]).toBeGreaterThanOrEqual(was);
          });
        },
      ),
      {numRuns: 100},
    );
  });
});

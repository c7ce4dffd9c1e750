import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {movesFromEvents} from "../../src/ledger/index.ts";
import {day, type Flag, gap, type Mode, type Move, type Sector} from "../../src/world/index.ts";
import {reference as carried} from "../sources/real-reference.ts";
import {type Told, told} from "../store/made-articles.ts";
import {smallReference} from "../store/small-reference.ts";

const small = smallReference([]);

type Report = ReturnType<typeof told>;

function movesOf(reports: readonly Report[], reference = small): Move[] {
  return movesFromEvents(
    reports.map(({article}) => article),
    reports.flatMap(({events}) => events),
    reference,
  );
}

const talks = (over: Partial<Told> & {text: string}) =>
  told({
    type: "CONSULT",
    sources: ["IDN", "RUS"],
    targets: [],
    sectors: ["energy"],
    published: "2025-05-12",
    ...over,
  });

const byAgency = talks({
  text: "Ministers of Indonesia and Russia held talks on a nuclear reactor in Jakarta on Monday.",
  outlet: "Antara",
});
const byPaper = talks({
  text: "Jakarta: a nuclear reactor was the subject when the two sides met, officials said.",
  outlet: "The Straits Times",
  published: "2025-05-14",
});

describe("reports of one happening", () => {
  it("are one move with as many articles and independent origins as there are", () => {
    expect(movesOf([byAgency, byPaper])).toEqual([
      expect.objectContaining({articles: 2, independentOrigins: 2, type: "CONSULT"}),
    ]);
  });

  it("raise credibility where two origins tell it, and never to confirmed", () => {
    const [alone] = movesOf([byAgency]);
    const [both] = movesOf([byAgency, byPaper]);
    expect(alone?.grade.credibility).toBe(6);
    expect(both?.grade).toMatchObject({reliability: "C", credibility: 2});
  });

  it("are as reliable as the best source, known since the first report and dated by the first day", () => {
    const better = {reliability: "A", credibility: 6, reasons: ["the ministry itself"]} as const;
    const first = talks({...textOf(byAgency), recordedOn: "2025-05-13", when: "2025-05-12"});
    const later = talks({...textOf(byPaper), recordedOn: "2025-05-20", when: "2025-05-11"});
    const graded = {...later, article: {...later.article, grade: better}};
    expect(movesOf([graded, first])).toEqual([
      expect.objectContaining({
        recordedOn: "2025-05-13",
        when: "2025-05-11",
        precision: "day",
        grade: expect.objectContaining({reliability: "A"}),
      }),
    ]);
  });

  it("are two where neither text has a day and only the word for the act is shared", () => {
    const undated = (text: string, outlet: string) =>
      told({
        type: "CONSULT",
        sources: ["IDN", "RUS"],
        targets: [],
        sectors: ["energy"],
        text,
        outlet,
      });
    const apart = [
      undated("Indonesia and Russia held talks on a nuclear reactor.", "A"),
      undated("Indonesia and Russia held talks on coal shipments.", "B"),
    ];
    const moves = movesFromEvents(
      apart.map(({article}) => article),
      apart.flatMap(({events}) => events),
      carried,
    );
    expect(moves).toHaveLength(2);
  });

  it("are one where reporters call the same act co-operation and aid, but talks are another thing", () => {
    const as = (type: Told["type"] & string, outlet: string) =>
      talks({...textOf(byPaper), outlet, type});
    expect(movesOf([as("COOPERATE", "A"), as("AID", "B")])).toHaveLength(1);
    expect(movesOf([as("COOPERATE", "A"), as("CONSULT", "B")])).toHaveLength(2);
  });

  it("are one where one tells that the guest arrived and the other that the host received him", () => {
    const seen = (source: string, target: string, outlet: string) =>
      talks({...textOf(byPaper), symmetric: false, sources: [source], targets: [target], outlet});
    const guest = seen("IDN", "RUS", "A");
    const host = seen("RUS", "IDN", "B");
    const [move, ...others] = movesOf([
      {...guest, article: {...guest.article, recordedOn: day("2025-05-14")}},
      host,
    ]);
    expect(others).toEqual([]);
    expect(move).toMatchObject({articles: 2, sources: ["IDN"], targets: ["RUS"]});
  });

  it("are one where each shares a word of the subject with some other, not only with the first", () => {
    const as = (text: string, outlet: string, recordedOn: string) =>
      talks({text, outlet, published: "2025-05-16", recordedOn});
    const chain = [
      as("Reactors and barges were on the agenda.", "A", "2025-05-16"),
      as("Barges for Bangka island were offered.", "B", "2025-05-17"),
      as("Bangka was named as the site.", "C", "2025-05-18"),
    ];
    expect(movesOf(chain)).toEqual([expect.objectContaining({articles: 3})]);
  });

  it("go to the nearest in time of two rounds about the same subject", () => {
    const on = (when: string, text: string, outlet: string) =>
      talks({text, outlet, when, recordedOn: when});
    const late = talks({
      text: "The reactor was discussed again.",
      outlet: "C",
      published: "2025-05-21",
      recordedOn: "2025-05-21",
    });
    const moves = movesOf([
      on("2025-05-02", "A reactor was discussed.", "A"),
      on("2025-05-19", "A reactor was on the agenda of the second round.", "B"),
      late,
    ]);
    expect(moves.map(({when, articles}) => [when, articles])).toEqual([
      ["2025-05-19", 2],
      ["2025-05-02", 1],
    ]);
  });

  it("are one by the same act alone on days that are near, and not after a week", () => {
    const met = (text: string, outlet: string, published: string) =>
      talks({text, outlet, published});
    const first = met("Ministers held a meeting about reactors.", "A", "2025-05-12");
    const other = "A meeting in the palace lasted long.";
    expect(movesOf([first, met(other, "B", "2025-05-13")])).toHaveLength(1);
    expect(movesOf([first, met(other, "B", "2025-05-19")])).toHaveLength(2);
  });

  it("say how each came to stand there: a score, and what spoke for and against", () => {
    const [move] = movesOf([byAgency, byPaper]);
    expect(move?.recipe).toEqual({id: "same-happening", version: 3});
    const [begun, joined] = move?.reports ?? [];
    expect(begun).toMatchObject({score: null, because: ["first report"]});
    expect(joined?.score).toBeGreaterThan(0.5);
    expect(joined?.because.join()).toMatch(/for: subject-shared \(.*nuclea/);
  });

  it("keep every passage as evidence", () => {
    const [move] = movesOf([byAgency, byPaper]);
    expect(move?.evidence.map((one) => "articleId" in one && one.articleId)).toEqual(
      expect.arrayContaining([byAgency.article.id, byPaper.article.id]),
    );
  });

  it("count once where one sentence is printed by several outlets", () => {
    const copy = talks({...textOf(byAgency), outlet: "Jakarta Globe"});
    const third = talks({...textOf(byAgency), outlet: "Tempo"});
    expect(movesOf([byAgency, copy, third])).toEqual([
      expect.objectContaining({articles: 3, independentOrigins: 1}),
    ]);
  });

  it("count once where a copy is lightly reworded", () => {
    const reworded = talks({
      text: "JAKARTA: Ministers of Indonesia and Russia held talks on a nuclear reactor in Jakarta Monday.",
      outlet: "Jakarta Globe",
    });
    expect(movesOf([byAgency, reworded])).toEqual([
      expect.objectContaining({articles: 2, independentOrigins: 1}),
    ]);
  });

  it("count once where another sentence of one report was coded in the copy", () => {
    const wire = `${byAgency.article.text} A feasibility study on a small nuclear reactor starts in June.`;
    const cut = (report: Report, start: number, end: number): Report => ({
      ...report,
      events: report.events.map((event) => ({
        ...event,
        evidence: {...event.evidence, start, end, quote: wire.slice(start, end)},
      })),
    });
    const middle = byAgency.article.text.length;
    const first = cut(talks({text: wire, outlet: "Antara"}), 0, middle);
    const copy = cut(talks({text: wire, outlet: "Tempo"}), middle + 1, wire.length);
    expect(movesOf([first, copy])[0]).toMatchObject({articles: 2, independentOrigins: 1});
  });

  it("count once for one outlet, however often it writes", () => {
    const again = talks({...textOf(byPaper), outlet: "Antara", published: "2025-05-13"});
    expect(movesOf([byAgency, again])[0]).toMatchObject({articles: 2, independentOrigins: 1});
  });

  it("join groups that a third report shows to be one origin", () => {
    const bridge = talks({...textOf(byAgency), outlet: "The Straits Times"});
    expect(movesOf([byAgency, byPaper, bridge])[0]).toMatchObject({
      articles: 3,
      independentOrigins: 1,
    });
  });

  it("add no origin where a secondary article passes on an outlet that nobody here has read", () => {
    const blog = talks({...textOf(byPaper), outlet: "A Blog", cites: "Nikkei Asia"});
    const passedOn = flagged(blog, "secondary", 0, 5);
    expect(movesOf([passedOn])[0]).toMatchObject({articles: 1, independentOrigins: 0});
    expect(movesOf([byAgency, passedOn])[0]).toMatchObject({articles: 2, independentOrigins: 1});
  });

  it("add no origin for the one sentence that names an unread outlet far down, but for others", () => {
    const {article} = byAgency;
    const here = flagged(byAgency, "source-not-seen", article.text.length - 8, article.text.length);
    const elsewhere = flagged(byAgency, "source-not-seen", 5_000, 5_010);
    expect(movesOf([here])[0]).toMatchObject({articles: 1, independentOrigins: 0});
    expect(movesOf([elsewhere])[0]).toMatchObject({articles: 1, independentOrigins: 1});
  });

  it("begin with an official's statement, which passes on nobody", () => {
    const official = talks({...textOf(byAgency), outlet: "Antara", cites: "foreign ministry"});
    expect(movesOf([official])[0]).toMatchObject({articles: 1, independentOrigins: 1});
  });

  it("count once together where nobody can tell the outlet", () => {
    const [one, two] = [talks(textOf(byAgency)), talks(textOf(byPaper))];
    expect(movesOf([one, two])[0]).toMatchObject({articles: 2, independentOrigins: 1});
  });
});

describe("happenings that are not one", () => {
  it("two visits of the same pair in one week on different subjects are two moves", () => {
    const students = talks({
      text: "Rectors of universities discussed scholarships with colleagues.",
      outlet: "Tempo",
      published: "2025-05-15",
    });
    expect(movesOf([byAgency, students])).toHaveLength(2);
  });

  it("visits of two ministers in one week are two, and who went is told", () => {
    const visit = (text: string, published: string, outlet: string) =>
      talks({text, outlet, published, sectors: ["diplomacy"]});
    const went = (second: string) =>
      movesOf(
        [
          visit("Russia's foreign minister was received in Jakarta.", "2025-05-12", "A"),
          visit(`${second} was received in Jakarta.`, "2025-05-14", "B"),
        ],
        carried,
      );
    expect(went("The Russian foreign minister")).toHaveLength(1);
    const moves = went("The Russian defence minister");
    expect(moves).toHaveLength(2);
    expect(moves[0]?.maybeSameAs?.[0]?.because.join()).toContain("against: offices-apart");
  });

  it("a busy pair's matters that share no word do not draw one another into one move", () => {
    const matters = [
      "submarines",
      "cinnamon",
      "passports",
      "vaccines",
      "lighthouses",
      "volleyball",
    ];
    const day = (at: number) => `2025-05-${String(10 + 2 * at)}`;
    const moves = movesOf(
      matters.flatMap((matter, at) =>
        ["A", "B"].map((outlet) =>
          talks({
            text: `Envoys compared ${matter} closely, said ${outlet}.`,
            outlet,
            published: day(at),
          }),
        ),
      ),
    );
    expect(moves.length).toBeGreaterThanOrEqual(3);
  });

  it("where nobody can tell, each names the other, the score and what spoke", () => {
    const students = talks({
      text: "Rectors of universities discussed scholarships with colleagues.",
      outlet: "Tempo",
      published: "2025-05-14",
    });
    const [one, other] = movesOf([byAgency, students]);
    expect(one?.maybeSameAs).toEqual([
      {
        moveId: other?.id,
        score: expect.closeTo(0.45, 1),
        because: expect.arrayContaining(["against: days-apart (2)", "against: subject-apart"]),
      },
    ]);
    expect(other?.maybeSameAs?.[0]?.moveId).toBe(one?.id);
  });

  it("sectors that share nothing are two moves, unless the words say that they are one", () => {
    const arms = (text: string) =>
      talks({text, published: "2025-05-13", outlet: "Tempo", sectors: ["defence"]});
    expect(movesOf([byAgency, arms("They talked about submarines all day.")])).toHaveLength(2);
    expect(movesOf([byAgency, arms(byAgency.article.text)])).toHaveLength(1);
  });

  it("dated days that lie over a week apart are two moves, two days apart one", () => {
    const on = (when: string, outlet: string) => talks({...textOf(byAgency), outlet, when});
    expect(movesOf([on("2025-05-12", "A"), on("2025-05-14", "B")])).toHaveLength(1);
    expect(movesOf([on("2025-05-12", "A"), on("2025-05-20", "B")])).toHaveLength(2);
  });

  it("reports placed by their publication alone may lie a month apart, no more", () => {
    const published = (day: string) =>
      talks({...textOf(byAgency), outlet: "Tempo", published: day});
    expect(movesOf([byAgency, published("2025-06-12")])).toHaveLength(1);
    expect(movesOf([byAgency, published("2025-06-13")])).toHaveLength(2);
  });

  it("a report without any day is not joined to a dated one of another article", () => {
    const {published: _, ...undated} = {...toldOf(byPaper), outlet: "Tempo"};
    expect(movesOf([byAgency, told(undated)])).toHaveLength(2);
  });

  it("what is planned is not what was done", () => {
    const planned = talks({...textOf(byPaper), outlet: "Tempo", mode: "planned"});
    expect(movesOf([byAgency, planned]).map(({mode}) => mode)).toEqual(
      expect.arrayContaining(["done", "planned"]),
    );
  });

  it("who acted on whom matters, unless both sides act", () => {
    const fire = (sources: string[], targets: string[], symmetric: boolean, outlet: string) =>
      talks({...textOf(byAgency), type: "ASSAULT", outlet, sources, targets, symmetric});
    const oneWay = [fire(["IDN"], ["RUS"], false, "A"), fire(["RUS"], ["IDN"], false, "B")];
    const joint = [fire(["IDN"], ["RUS"], true, "A"), fire(["RUS"], ["IDN"], true, "B")];
    expect(movesOf(oneWay)).toHaveLength(2);
    expect(movesOf(joint)).toHaveLength(1);
  });

  it("a month's name is no subject", () => {
    const on = (text: string, outlet: string) => talks({text, outlet, published: "2025-05-12"});
    const moves = movesOf([
      on("Reactors were discussed in May.", "A"),
      on("Gas from Natuna was weighed with care in May.", "B"),
    ]);
    const told = moves.flatMap(({reports = [], maybeSameAs = []}) => [...reports, ...maybeSameAs]);
    expect(told.length).toBeGreaterThan(0);
    expect(told.flatMap(({because}) => because).join()).not.toMatch(/\bmay\b/i);
  });

  it("a report about nobody is no move", () => {
    expect(movesOf([talks({text: "Talks were held.", sources: [], targets: []})])).toEqual([]);
  });
});

describe("a report and its denial", () => {
  const denial = talks({
    text: "Russia denied that a nuclear reactor was discussed.",
    outlet: "TASS",
    mode: "denied",
  });

  it("are one contested move that keeps both sentences and is doubtful", () => {
    const [move, ...others] = movesOf([byAgency, denial]);
    expect(others).toEqual([]);
    expect(move).toMatchObject({mode: "done", articles: 2, grade: {credibility: 4}});
    expect(move?.summary).toMatch(
      /^Contested: “.*Jakarta on Monday\.”, denied elsewhere: “Russia denied/,
    );
  });

  it("alone is a denied move, not a contested one", () => {
    expect(movesOf([denial])[0]).toMatchObject({mode: "denied", summary: denial.article.text});
  });
});

describe("outlets of one owner", () => {
  const other = "Nuclear reactors for Jakarta: talks of ministers from both sides.";
  const printed = (outlet: string, text: string, published = "2025-05-12") =>
    talks({text, outlet, published});

  it("are one origin, whatever they write; outlets of two owners are two", () => {
    const nikkei = [
      printed("Financial Times", byAgency.article.text),
      printed("Nikkei Asia", other),
    ];
    expect(movesOf(nikkei, carried)).toEqual([
      expect.objectContaining({articles: 2, independentOrigins: 1}),
    ]);
    const two = [printed("Financial Times", byAgency.article.text), printed("Antara", other)];
    expect(movesOf(two, carried)).toEqual([
      expect.objectContaining({articles: 2, independentOrigins: 2}),
    ]);
  });

  it("are known by their host too, and only for the days of the owner", () => {
    const hosted = (report: Report, host: string) => ({
      ...report,
      article: {
        ...report.article,
        origin: `https://${host}/a`,
        outlet: gap("outlet", "none", "one"),
      },
    });
    const origins = (published: string) =>
      movesOf(
        [
          hosted(printed("FT", byAgency.article.text, published), "www.ft.com"),
          hosted(printed("N", other, published), "asia.nikkei.com"),
        ],
        carried,
      ).map(({independentOrigins}) => independentOrigins);
    expect(origins("2025-05-12")).toEqual([1]);
    expect(origins("2015-05-12")).toEqual([2]);
  });
});

describe("a multilateral act", () => {
  it("is one move with many participants, in whatever order they are named", () => {
    const of = (sources: string[], outlet: string) =>
      talks({
        text: "Ministers of five states discussed a nuclear reactor.",
        outlet,
        sources,
        symmetric: true,
      });
    const moves = movesOf([
      of(["IDN", "MYS", "RUS", "CHN", "USA"], "Antara"),
      of(["USA", "CHN", "RUS", "MYS", "IDN"], "Bernama"),
    ]);
    expect(moves).toHaveLength(1);
    expect(moves[0]?.sources).toEqual(["CHN", "IDN", "MYS", "RUS", "USA"]);
  });

  it("reaches a bloc only for the days on which a state was its member", () => {
    const blocsOf = (when: string) =>
      movesOf([
        talks({
          text: "Talks.",
          sources: ["IDN"],
          targets: ["GBR"],
          when,
          recordedOn: "2025-06-01",
        }),
      ]).flatMap(({evidence}) => evidence.flatMap(({reaches}) => reaches.map(({party}) => party)));
    expect(blocsOf("2019-05-01")).toContain("EU");
    expect(blocsOf("2021-05-01")).not.toContain("EU");
  });

  it("reaches a bloc through the members that took part, but not one to which all belong", () => {
    const [move] = movesOf([talks({text: "Talks.", sources: ["IDN"], targets: ["DEU"]})]);
    const blocs = move?.evidence.flatMap(({reaches}) => reaches.map(({party}) => party));
    expect(blocs).toContain("EU");
    const [joint] = movesOf([talks({text: "Talks.", sources: ["FRA"], targets: ["DEU"]})]);
    expect(joint?.evidence.flatMap(({reaches}) => reaches.map(({party}) => party))).not.toContain(
      "EU",
    );
  });
});

describe("a specimen", () => {
  const specimen = talks({...textOf(byAgency), outlet: "Demarche", specimen: true});

  it("makes a move of its own that counts nothing and is graded F6", () => {
    expect(movesOf([specimen])[0]).toMatchObject({
      specimen: true,
      articles: 0,
      independentOrigins: 0,
      grade: {reliability: "F", credibility: 6},
    });
  });

  it("adds nothing to a real move of the same words", () => {
    const real = movesOf([byAgency, specimen]).filter((move) => !move.specimen);
    expect(real).toEqual(movesOf([byAgency]));
  });
});

/** Reports as they come: few subjects, pairs and days, so that many tell of one happening. */
const anyReport = fc
  .record({
    subject: fc.constantFrom("a nuclear reactor", "palm oil tariffs", "student exchanges"),
    sources: fc.constantFrom(["IDN"], ["MYS"], ["RUS", "IDN"]),
    targets: fc.constantFrom(["RUS"], ["USA"], ["DEU"]),
    outlet: fc.option(fc.constantFrom("Antara", "Tempo", "Bernama"), {nil: undefined}),
    published: fc.option(fc.constantFrom("2025-05-01", "2025-05-06", "2025-07-01"), {
      nil: undefined,
    }),
    recordedOn: fc.constantFrom("2025-07-02", "2025-07-03", "2025-07-04"),
    mode: fc.constantFrom<Mode>("done", "denied", "planned"),
    sectors: fc.constantFrom<readonly Sector[]>(["energy"], ["trade"], ["other"]),
    specimen: fc.boolean(),
    secondary: fc.boolean(),
    number: fc.nat(1_000_000),
  })
  .map(({subject, number, outlet, published, secondary, ...rest}) => {
    const report = told({
      text: `They spoke of ${subject}, item ${number}.`,
      ...rest,
      ...(outlet === undefined ? {} : {outlet}),
      ...(published === undefined ? {} : {published}),
    });
    return secondary ? flagged(report, "secondary", 0, 4) : report;
  });
const anyReports = fc.uniqueArray(anyReport, {maxLength: 12, selector: ({article}) => article.id});

describe("whatever comes in", () => {
  it("makes the same moves in every order of the articles", () => {
    fc.assert(
      fc.property(
        anyReports.chain((reports) =>
          fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, {minLength: reports.length})),
        ),
        ([reports, shuffled]) => {
          expect(movesOf(shuffled)).toEqual(movesOf(reports));
        },
      ),
      {numRuns: 100},
    );
  });

  it("loses no passage and tells none twice", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const passages = movesOf(reports).flatMap(({evidence}) =>
          evidence.map((one) => ("articleId" in one ? one.articleId : "")),
        );
        expect([...passages].sort()).toEqual(reports.map(({article}) => article.id).sort());
      }),
      {numRuns: 100},
    );
  });

  it("never counts more origins than articles, nor anything of a specimen", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        for (const {articles, independentOrigins, specimen} of movesOf(reports)) {
          expect(independentOrigins).toBeLessThanOrEqual(articles);
          if (specimen) expect(articles).toBe(0);
        }
      }),
      {numRuns: 100},
    );
  });

  it("keeps the ids of earlier moves when a later article is added", () => {
    fc.assert(
      fc.property(anyReports, anyReport, (reports, more) => {
        const later = {
          ...more,
          article: {...more.article, recordedOn: "2025-08-01" as typeof more.article.recordedOn},
        };
        if (reports.some(({article}) => article.id === later.article.id)) return;
        const before = movesOf(reports).map(({id}) => id);
        const after = new Set(movesOf([...reports, later]).map(({id}) => id));
        expect(before.filter((id) => !after.has(id))).toEqual([]);
        expect(after.size - before.length).toBeLessThanOrEqual(1);
      }),
      {numRuns: 100},
    );
  });

  it("gives every move an id of its own", () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const ids = movesOf(reports).map(({id}) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      {numRuns: 100},
    );
  });
});

/** What a report says, for another outlet to say again. */
function textOf({article}: Report): {text: string} {
  return {text: article.text};
}

/** The same report in an article with a flag on a stretch of it, as the reading room sets them. */
function flagged(report: Report, kind: Flag["kind"], start: number, end: number): Report {
  const flag = {kind, start, end, note: "an outlet's report was not read"};
  return {...report, article: {...report.article, flags: [flag]}};
}

function toldOf(report: Report): Told {
  return {
    ...textOf(report),
    type: "CONSULT",
    sources: ["IDN", "RUS"],
    targets: [],
    sectors: ["energy"],
    published: "2025-05-12",
  };
}

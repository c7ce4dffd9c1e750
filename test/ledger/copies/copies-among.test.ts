import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Copies, copiesAmong, sourceCopies} from "../../../src/ledger/index.ts";
import type {Article} from "../../../src/world/index.ts";
import {told} from "../../store/made-articles.ts";

interface Printed {
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly recordedOn?: string;
  readonly language?: string;
  readonly credit?: string;
}

function printed({language = "en", credit, ...facts}: Printed): Article {
  const {article} = told({published: "2025-09-02", ...facts});
  return {
    ...article,
    language,
    ...(credit === undefined ? {} : {credit: {name: credit, start: 0, end: 0}}),
  };
}

const opening =
  "The first cargo under a three-year fertiliser contract is due to be unloaded on Thursday at a new terminal in Gresik, the port authority said.";
const voyage =
  "The bulk carrier left Ust-Luga in July with granular urea and waited four days off Surabaya while customs officers cleared a question over its papers.";
const price =
  "The state distributor said that the price was fixed in roubles and would be settled through a bank in Kazan, which it declined to name.";
const wire = printed({text: `${opening} ${voyage} ${price}`, outlet: "Archipelago Press"});

/** Groups of texts, by outlet. */
const groups = ({clusters}: Copies, articles: readonly Article[]) =>
  clusters.map((cluster) =>
    cluster.articles.map((id) => articles.find((one) => one.id === id)?.outlet),
  );
const groupsOf = (...articles: Article[]) => groups(copiesAmong(articles), articles);
const onlyEdge = (...articles: Article[]) => copiesAmong(articles).clusters[0]?.edges[0];

describe("a copy", () => {
  it("is a text cut short, or with words of the paper's own around it", () => {
    const cut = printed({text: opening, outlet: "Kiosk", published: "2025-09-03"});
    const around = printed({
      text: `Our readers have long waited for news from the harbour. ${wire.text} Tides are on page two.`,
      outlet: "Coastline Daily",
      published: "2025-09-04",
    });
    expect(groupsOf(around, cut, wire)).toEqual([
      ["Archipelago Press", "Kiosk", "Coastline Daily"],
    ]);
  });

  it("tells what it was made from, how much they share, whom it credits, and the hours between", () => {
    const cut = printed({
      text: opening,
      outlet: "Kiosk",
      published: "2025-09-03",
      credit: "Archipelago Press",
    });
    expect(onlyEdge(cut, wire)).toEqual({
      copy: cut.id,
      of: wire.id,
      kind: "copy",
      shared: 1,
      ofCopy: 1,
      credited: "Archipelago Press",
      hours: 24,
    });
  });

  it("has no hours where one is undated", () => {
    const {article} = told({text: opening, outlet: "Kiosk"});
    expect(onlyEdge(article, wire)?.hours).toBeNull();
  });

  it("is an update where the same source prints it again", () => {
    const again = printed({
      text: `${wire.text} The ship will come alongside on the morning tide.`,
      outlet: "Archipelago Press",
      published: "2025-09-03",
    });
    expect(onlyEdge(wire, again)?.kind).toBe("update");
  });

  it("is no report of the same thing in other words", () => {
    const other = printed({
      text: "Dock workers greased the cranes that are meant to start on a Russian ship whose holds are full of urea for rice farmers.",
      outlet: "Java Ledger",
    });
    expect(groupsOf(wire, other)).toEqual([]);
  });

  it("is no report that quotes the same statement at length", () => {
    const statement =
      "“We have checked the policy twice and it covers the voyage, the cargo and the berth, and discharging will take about five days, weather allowing.”";
    const quoting = (before: string, outlet: string) =>
      printed({text: `${before} ${statement}`, outlet});
    const one = "Nobody in the harbour had seen a director so cheerful as he read from a sheet.";
    const other =
      "Stevedores practised with empty grabs while behind them a man in a tie was speaking.";
    expect(groupsOf(quoting(one, "Madura Mail"), quoting(other, "Port Weekly"))).toEqual([]);
  });

  it("is seen where a script has no spaces, by characters", () => {
    const text =
      "中国与印度尼西亚周四签署协议，将在万隆合建一所职业学院，培养高铁维护和电池制造方面的技术人员。首批招收六百名学生。";
    const moved = text.replace("周四签署协议，", "");
    const other = "雅加达与北京决定办学，地点选在西爪哇省会，校方希望年轻人学成后留在国内工厂。";
    const zh = (words: string, outlet: string) => printed({text: words, outlet, language: "zh"});
    expect(groupsOf(zh(text, "南洋通讯"), zh(moved, "早报"), zh(other, "爪哇观察"))).toEqual([
      ["南洋通讯", "早报"],
    ]);
  });
});

describe("the earliest", () => {
  it("is published first, and of one day the one that the others credit", () => {
    const paper = printed({text: wire.text, outlet: "A Paper", credit: "Archipelago Press"});
    expect(copiesAmong([paper, wire]).clusters[0]?.earliest).toBe(wire.id);
    const yesterday = printed({
      text: `${wire.text} Ends.`,
      outlet: "B Paper",
      published: "2025-09-01",
    });
    expect(copiesAmong([yesterday, wire]).clusters[0]?.earliest).toBe(yesterday.id);
  });

  it("is known first where no day of publication tells", () => {
    const known = (outlet: string, recordedOn: string) =>
      told({text: wire.text, outlet, recordedOn}).article;
    const [first, second] = [known("Z Paper", "2025-09-01"), known("A Paper", "2025-09-05")];
    expect(copiesAmong([second, first]).clusters[0]?.earliest).toBe(first.id);
  });

  it("is one origin, and none where it only passes on a report that is not here", () => {
    const [first, second] = [wire, printed({text: `${opening} ${voyage}`, outlet: "Kiosk"})];
    expect(copiesAmong([first, second]).clusters[0]?.independentOrigins).toBe(1);
    const cites = [{start: 0, end: 3, name: "Nikkei Asia", words: "The"}];
    const flags = [{kind: "secondary", start: 0, end: 3, note: "passed on"}] as const;
    const passedOn = [first, second].map((one) => ({...one, cites, flags}));
    expect(copiesAmong(passedOn).clusters[0]).toMatchObject({
      independentOrigins: 0,
      restsOn: ["Nikkei Asia"],
    });
  });
});

describe("a page of several stories", () => {
  const other =
    "Two frigates will be refitted in Lorient under a contract that had been fought over for two years, the defence ministry told members of a commission of parliament.";
  const frigates = printed({
    text: `${other} A rival bid from Gdansk was cheaper by some forty million euros.`,
    outlet: "Naval Notebook",
  });
  const digest = printed({
    text: `${opening} ${voyage} ${other}`,
    outlet: "World in Brief",
    published: "2025-09-05",
  });

  it("makes them no one story, and is told apart", () => {
    const {clusters, roundups} = copiesAmong([wire, frigates, digest]);
    expect(clusters).toEqual([]);
    expect(roundups).toEqual([{article: digest.id, holds: [wire.id, frigates.id].sort()}]);
  });
});

describe("a source's own furniture", () => {
  it("makes its articles no copies of one another", () => {
    const plea =
      "You have read one of your three free articles this month. Sign in to go on reading, or give this paper as a present to somebody who is curious about the world.";
    const page = (text: string) => printed({text: `${text} ${plea}`, outlet: "The Lantern"});
    const pages = [
      opening,
      voyage,
      price,
      "A bridge was opened to lorries after seven months of delay.",
    ].map(page);
    expect(groupsOf(...pages)).toEqual([]);
  });
});

describe("a translation", () => {
  const original = printed({
    text: "Manila has asked for 396 million dollars for 1,700 hectares of reef, after 340 dives between 2021 and 2024, said Ana Villaverde.",
    outlet: "Luzon Wire",
    published: "2025-10-27",
  });
  const indonesian =
    "Filipina menuntut 396 juta dolar atas 1.700 hektare terumbu setelah 340 penyelaman antara 2021 dan 2024, kata Ana Villaverde.";
  const translated = (more: Partial<Printed>) =>
    printed({
      text: indonesian,
      outlet: "Cakrawala",
      language: "id",
      published: "2025-10-28",
      ...more,
    });

  it("is one where it credits the source of a text with the same figures and names", () => {
    expect(onlyEdge(original, translated({credit: "Luzon Wire"}))).toMatchObject({
      kind: "translation",
      of: original.id,
    });
  });

  it("is none where it says nothing of the kind, or the figures are others", () => {
    expect(groupsOf(original, translated({}))).toEqual([]);
    const others = indonesian.replace(/\d+/g, (figure) => `${figure}7`);
    expect(groupsOf(original, translated({credit: "Luzon Wire", text: others}))).toEqual([]);
  });
});

describe("sources", () => {
  it("are told with their share of copies, and from whom", () => {
    const own = printed({
      text: "A museum of clocks opened in the old customs house.",
      outlet: "Kiosk",
    });
    const cut = printed({text: opening, outlet: "Kiosk", published: "2025-09-03"});
    const articles = [wire, own, cut];
    expect(sourceCopies(articles, copiesAmong(articles), () => null)).toEqual([
      expect.objectContaining({
        source: "Kiosk",
        articles: 2,
        copies: 1,
        share: 0.5,
        from: [{source: "Archipelago Press", count: 1}],
      }),
      expect.objectContaining({source: "Archipelago Press", copies: 0, copiedBy: 1}),
    ]);
  });
});

const sentence = fc
  .array(
    fc.constantFrom(..."port ship grain duty vote cable mine talks rail fuel visa loan".split(" ")),
    {
      minLength: 12,
      maxLength: 20,
    },
  )
  .map((words) => words.join(" "));
const anyArticles = fc.uniqueArray(
  fc
    .record({
      text: fc.array(sentence, {minLength: 1, maxLength: 3}).map((all) => all.join(". ")),
      outlet: fc.constantFrom("A", "B", "C", "D"),
      published: fc.constantFrom("2025-09-01", "2025-09-02", "2025-10-30"),
      credit: fc.option(fc.constantFrom("A", "Reuters"), {nil: undefined}),
    })
    .map(({credit, ...rest}) => printed({...rest, ...(credit === undefined ? {} : {credit})})),
  {maxLength: 12, selector: ({id}) => id},
);

describe("whatever comes in", () => {
  it("gives the same answer in every order", () => {
    fc.assert(
      fc.property(
        anyArticles.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length})),
        ),
        ([all, shuffled]) => {
          expect(copiesAmong(shuffled)).toEqual(copiesAmong(all));
        },
      ),
      {numRuns: 100},
    );
  });

  it("puts no article in two clusters, and tells of every copy but the earliest what it copies", () => {
    fc.assert(
      fc.property(anyArticles, (all) => {
        const {clusters} = copiesAmong(all);
        const within = clusters.flatMap(({articles}) => articles);
        expect(new Set(within).size).toBe(within.length);
        for (const {earliest, articles, edges} of clusters) {
          expect(edges.map(({copy}) => copy)).toEqual(articles.filter((id) => id !== earliest));
          expect(articles).toEqual(expect.arrayContaining(edges.map(({of}) => of)));
        }
      }),
      {numRuns: 100},
    );
  });

  it("finds among many what it finds among few", () => {
    const others = Array.from({length: 400}, (_, at) =>
      printed({
        text: Array.from(
          {length: 60},
          (_unused, word) => `w${(at * 61 + word * 7) % 9973}x${at}`,
        ).join(" "),
        outlet: `Paper ${at}`,
      }),
    );
    const cut = printed({text: `${opening} ${voyage}`, outlet: "Kiosk", published: "2025-09-03"});
    expect(groupsOf(...others, cut, wire)).toEqual([["Archipelago Press", "Kiosk"]]);
  });

  it("takes no long time over a hostile text", () => {
    const million = ["x", " ", "“", '"', "\n", "一", "ก", "1", "A"].map((one) =>
      one.repeat(1_000_000),
    );
    const articles = million.map((text, at) => ({...printed({text: `${at}`}), id: `${at}`, text}));
    expect(copiesAmong(articles).compared).toBe(million.length);
  });

  it("leaves specimens out", () => {
    const specimen = {...printed({text: wire.text, outlet: "Demarche"}), specimen: true};
    expect(copiesAmong([wire, specimen])).toMatchObject({compared: 1, clusters: []});
  });
});

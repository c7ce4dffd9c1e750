import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {SourceKnown} from "../../src/api/index.ts";
import {articleMarks, datingWords} from "../../src/web/shape/article-marks.ts";
import {edgeWords, titleOf} from "../../src/web/shape/copy-words.ts";
import {emptyForm, idOf, sourceRequest} from "../../src/web/shape/new-source.ts";
import {
  firstSources,
  groupSources,
  healthOf,
  healthSentences,
  lastSuccessWords,
} from "../../src/web/shape/source-rows.ts";
import {type Article, day, gap} from "../../src/world/index.ts";
import {madeSource} from "../api/kept-sources.ts";
import {told} from "../store/made-articles.ts";

const health = {
  state: "answers",
  lastSuccess: "2026-11-30T12:00:00.000Z",
  nextDue: null,
  items: 3,
  waiting: 0,
  error: null,
  failures: 0,
  checkedOn: day("2026-11-30"),
} as const;
const known = (given: Partial<SourceKnown> = {}): SourceKnown => ({
  source: madeSource(),
  isOwn: false,
  health,
  silence: null,
  articles: 0,
  copies: 0,
  copyShare: null,
  ...given,
});
const silence = {since: day("2026-11-01"), days: 29, longestPause: 4};
const nameOf = (code: string) => ({IDN: "Indonesia", MYS: "Malaysia"})[code] ?? code;
const search = {find: null, health: null, by: "country"} as const;

describe("how a source does", () => {
  it("is told in words, the worst first", () => {
    expect(healthSentences(known())).toEqual(["Checked on 30 November 2026."]);
    const failing = known({
      health: {...health, state: "fails", failures: 2, error: "it answered 500"},
      silence,
    });
    expect(healthOf(failing)).toBe("fails");
    expect(healthSentences(failing).slice(0, 2)).toEqual([
      "Failed 2 times in a row: it answered 500.",
      "Quiet since 1 November 2026; before, its longest pause was 4 days.",
    ]);
    const fresh = known({
      health: {...health, state: "unchecked", lastSuccess: null, checkedOn: null},
    });
    expect(healthOf(fresh)).toBe("unchecked");
    expect(healthSentences(fresh)).toEqual([]);
    expect(lastSuccessWords(fresh)).toBeNull();
  });

  it("is not known of a past day, but for a silence that the ledger shows", () => {
    const past = gap("how it answered", "kept of today alone", "today");
    expect(healthOf(known({health: past}))).toBeNull();
    expect(healthSentences(known({health: past}))).toEqual(["Not known: kept of today alone."]);
    expect(healthOf(known({health: past, silence}))).toBe("quiet");
  });
});

describe("sources in a table", () => {
  const sources = [
    known({source: madeSource({id: "b", title: "B", country: "MYS"})}),
    known({source: madeSource({id: "a", title: "A", country: "IDN"}), silence}),
    known({source: madeSource({id: "un", title: "UN", country: null, kind: "page"})}),
  ];
  const names = (how: Partial<Parameters<typeof groupSources>[1]>) =>
    groupSources({sources}, {...search, ...how}, nameOf).map(({name}) => name);

  it("stand by country or kind, in the order of names", () => {
    expect(names({})).toEqual(["Indonesia", "Malaysia", "organisations of states"]);
    expect(names({by: "kind"})).toEqual(["feed", "page"]);
  });

  it("are found by every word that is asked for, wherever it stands, and by how they do", () => {
    expect(names({find: "MALAYSIA feed"})).toEqual(["Malaysia"]);
    expect(names({find: "malaysia page"})).toEqual([]);
    expect(names({health: "quiet"})).toEqual(["Indonesia"]);
  });

  it("are shown up to a number, whatever the groups", () => {
    fc.assert(
      fc.property(fc.nat(5), (count) => {
        const shown = firstSources(groupSources({sources}, search, nameOf), count);
        expect(shown.flatMap((one) => one.sources)).toHaveLength(Math.min(count, 3));
        expect(shown.every((one) => one.sources.length > 0)).toBe(true);
      }),
    );
  });
});

describe("a source that a reader adds", () => {
  it("is named after its title, else after its host", () => {
    expect(idOf("Kompas (English) — Défense")).toBe("kompas-english-defense");
    expect(sourceRequest({...emptyForm, title: "РИА", at: "https://ria.example/x"}).id).toBe(
      "ria-example",
    );
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (title) => {
        expect(idOf(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(idOf(title).length).toBeLessThanOrEqual(60);
      }),
    );
    expect(idOf("-".repeat(1_000_000))).toBe("");
  });

  it("has no country and no language where none is chosen", () => {
    expect(sourceRequest({...emptyForm, language: " ID "})).toMatchObject({
      country: null,
      language: "id",
      reliability: {letter: "F", onOwnPosition: "F"},
    });
  });
});

describe("copies in words", () => {
  const edge = {
    copy: "b",
    of: "a",
    kind: "copy",
    shared: 0.974,
    ofCopy: 1,
    credited: "Antara",
    hours: 24,
  } as const;
  it("tell what makes it one, when, and whom it credits", () => {
    expect(edgeWords(edge)).toBe(
      "a copy, 24 hours later; 97 % of the shorter text is the same; credits Antara",
    );
    expect(edgeWords({...edge, kind: "translation", hours: null, credited: null})).toBe(
      "a translation, undated; 97 % of its figures and names are the same",
    );
  });

  it("name an article that has no title by where it came from", () => {
    const title = gap("title", "none", "the page");
    expect(titleOf({title, origin: "a.txt"}, "id")).toBe("(no title) a.txt");
    expect(titleOf(undefined, "id")).toBe("id");
  });
});

describe("the marks of an article", () => {
  const text = "JAKARTA (Antara). He said on Monday that talks went well.\nMore followed.";
  const at = (words: string) => {
    const start = text.indexOf(words);
    return {start, end: start + words.length};
  };
  const break_ = text.indexOf("\n");
  const article: Article = {
    ...told({text}).article,
    blocks: [
      {kind: "paragraph", under: null, start: 0, end: break_},
      {kind: "paragraph", under: null, start: break_ + 1, end: text.length},
    ],
    flags: [
      {kind: "no-date", note: "none found", start: 0, end: 0},
      {kind: "machine-residue", note: "leftover", ...at("More followed.")},
    ],
    cites: [],
    credit: {name: "Antara", ...at("Antara")},
    attributions: [
      {voice: "paraphrased", speaker: null, speakerStart: null, speakerEnd: null, ...at("He said")},
    ],
    days: [{day: day("2026-11-23"), ...at("on Monday")}],
  };

  it("stand beside the block that they are of, in the order of the text", () => {
    const {whole, blocks} = articleMarks(article);
    expect(whole.map(({kind}) => kind)).toEqual(["no-date"]);
    expect(blocks.map(({marks}) => marks.map(({label, words}) => `${label}: ${words}`))).toEqual([
      ["credits: Antara", "paraphrased: nobody named: “He said”", "“on Monday”: 23 November 2026"],
      ["a chatbot's leftover stands in it: leftover"],
    ]);
  });

  it("are none of them lost, and none told twice", () => {
    const stretch = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)}));
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const flags = stretches.map((one) => ({kind: "secondary" as const, note: "", ...one}));
        const {whole, blocks} = articleMarks({...article, flags, attributions: [], days: []});
        const beside = blocks.reduce((sum, {marks}) => sum + marks.length, 0);
        expect(whole.length + beside).toBe(flags.length + 1);
      }),
    );
  });

  it("say of a day where it was found and how sure that is", () => {
    const from = {origin: "dateline", words: "JAKARTA, Nov 28", confidence: 0.93} as const;
    expect(datingWords("2026-11-28", from)).toBe(
      "28 November 2026, from the dateline: “JAKARTA, Nov 28” (right in 93 % of those checked)",
    );
    expect(datingWords(gap("published", "the text gives none", "it"), from)).toBe(
      "not known: the text gives none",
    );
  });
});

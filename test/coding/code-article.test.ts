import {existsSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {codeArticle} from "../../src/coding/index.ts";
import {readCapture} from "../../src/reading/index.ts";
import {type Capture, type CodedEvent, day} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";
import {buildArticle} from "./build-article.ts";

const coded = (...args: Parameters<typeof buildArticle>) =>
  codeArticle(buildArticle(...args), reference);
const sides = ({type, mode, sources, targets}: CodedEvent) =>
  `${type} ${mode} ${sources.join("+")}>${targets.join("+")}`;
const reach = (event: CodedEvent | undefined, party: string) =>
  event?.evidence.reaches.find((one) => one.party === party);

describe("parties that are not named are reached by words before them", () => {
  it("“both nations” are the last two named together", () => {
    const [, event] = coded([
      {text: "Norway and Chile hold talks on fish. Both nations signed a trade agreement."},
    ]);
    expect(event && sides(event)).toBe("SUPPORT done NOR+CHL>NOR+CHL");
    expect(reach(event, "CHL")).toEqual({
      party: "CHL",
      how: "coreference",
      by: "“Both nations”: Norway and Chile, named before",
    });
  });

  it("“the kingdom” and “it” are whoever stood first before", () => {
    const events = coded([
      {text: "Morocco condemned Spain. The kingdom recalled its ambassador from Spain."},
      {text: "It expelled two Spanish diplomats."},
    ]);
    expect(events.map(sides)).toEqual([
      "ACCUSE done MAR>ESP",
      "SANCTION done MAR>ESP",
      "SANCTION done MAR>ESP",
    ]);
    expect(reach(events[1], "MAR")?.how).toBe("coreference");
    expect(reach(events[1], "ESP")?.how).toBe("named");
  });

  it("the place in a dateline says nothing", () => {
    const [event] = coded([
      {text: "PARIS, 3 March 2025 (AFP) - Norway expelled a Chilean diplomat."},
    ]);
    expect(event && sides(event)).toBe("SANCTION done NOR>CHL");
    expect(event?.evidence.quote).toBe("Norway expelled a Chilean diplomat.");
  });

  it("“the bloc” is the bloc last named", () => {
    const [, event] = coded([
      {
        text: "The European Union met on Monday in Ghana. On Friday the bloc imposed sanctions on Niger.",
      },
    ]);
    expect(event && sides(event)).toBe("SANCTION done EU>NER");
  });

  it("where nobody was named before, nobody is reached", () => {
    expect(coded([{text: "Both nations signed a trade agreement."}])).toEqual([]);
  });
});

describe("a table's cell", () => {
  const table = (column: string, cell: string) => [
    {heading: "Kenya and Ghana look to Norway"},
    {
      table: [
        ["Country", "Focus Areas", column],
        ["Ghana", "Gas imports", cell],
      ],
    },
  ];

  it("reaches its row's state by column and the partner by heading", () => {
    const [event] = coded(table("Recent Moves", "High-level talks on fertiliser"));
    expect(event && sides(event)).toBe("CONSULT done GHA+NOR>GHA+NOR");
    expect(reach(event, "GHA")).toMatchObject({how: "column", by: "row heading: Ghana"});
    expect(reach(event, "NOR")).toMatchObject({
      how: "heading",
      by: "heading: Kenya and Ghana look to Norway",
    });
    expect(event?.sectors).toEqual(["agriculture"]);
  });

  it("takes its sector from its neighbours where it has none of its own", () => {
    const [event] = coded(table("Recent Moves", "Joint working groups established"));
    expect(event && sides(event)).toBe("COOPERATE done GHA+NOR>GHA+NOR");
    expect(event?.sectors).toEqual(["energy"]);
  });

  it("under “proposed action” is proposed", () => {
    const [event] = coded(table("Proposed Action", "Joint military exercises"));
    expect(event?.mode).toBe("proposed");
  });

  it.each(["Possible Risks", "Potential Benefits", "Expected Outcome"])(
    "under “%s” tells an effect, and no move",
    (column) => {
      expect(coded(table(column, "Talks on trade and joint exercises"))).toEqual([]);
    },
  );

  it("leaves the partner empty where nothing above names one", () => {
    const [event] = coded([
      {heading: "What happened"},
      {
        table: [
          ["Country", "Focus", "Moves"],
          ["Ghana", "Gas", "High-level talks held"],
        ],
      },
    ]);
    expect(event && sides(event)).toBe("CONSULT done GHA>");
  });
});

describe("a list's item", () => {
  it("under recommendations is proposed, and reaches the parties of the heading", () => {
    const [event] = coded([
      {heading: "Recommendations for Norway and Ghana"},
      {text: "Key actions include:"},
      {item: "Joint exercises on disaster relief."},
    ]);
    expect(event && sides(event)).toBe("COOPERATE proposed NOR+GHA>NOR+GHA");
    expect(reach(event, "GHA")?.how).toBe("heading");
  });

  it("takes the partner from the title where the heading names one alone", () => {
    const [event] = coded(
      [{heading: "Talks with Norway"}, {item: "Supply of equipment could follow."}],
      {title: "Ghana looks north"},
    );
    expect(event && sides(event)).toBe("COOPERATE hypothetical NOR+GHA>NOR+GHA");
    expect(reach(event, "GHA")?.by).toBe("title: Ghana looks north");
  });

  it("that reaches one party only tells nothing", () => {
    expect(coded([{heading: "Norway"}, {item: "Joint exercises."}])).toEqual([]);
  });
});

describe("what is passed over", () => {
  it("machine residue", () => {
    const residue = "I can also tell you that Norway attacked Ghana!";
    const parts = [{text: `Norway praised Ghana. ${residue}`}];
    expect(coded(parts, {residue}).map(sides)).toEqual(["SUPPORT done NOR>GHA"]);
    expect(coded(parts)).toHaveLength(2);
  });

  it("headings, which repeat what the text says", () => {
    expect(coded([{heading: "Norway attacks Ghana"}])).toEqual([]);
  });

  it("languages that the coder does not know", () => {
    expect(coded([{text: "Norway praised Ghana."}], {language: "fr"})).toEqual([]);
  });
});

describe("when", () => {
  const when = (text: string, published: string | null) => coded([{text}], {published})[0]?.when;

  it.each([
    ["an explicit day", "Norway praised Ghana on 3 March 2024.", null, "2024-03-03"],
    ["a weekday before the report", "Norway praised Ghana on Monday.", "2025-05-14", "2025-05-12"],
    [
      "a weekday still to come",
      "Norway will host Ghana's king on Friday.",
      "2025-05-14",
      "2025-05-16",
    ],
    ["yesterday", "Norway praised Ghana yesterday.", "2025-05-14", "2025-05-13"],
  ])("%s", (_, text, published, expected) => {
    expect(when(text, published)).toBe(expected);
  });

  it.each([
    ["nothing says", "Norway praised Ghana.", "2025-05-14"],
    ["a weekday has no day of publication to count from", "Norway praised Ghana on Monday.", null],
    ["only the year is told", "Norway praised Ghana in 2019.", "2025-05-14"],
  ])("is a gap where %s", (_, text, published) => {
    expect(when(text, published)).toMatchObject({kind: "gap"});
  });
});

describe("every coded event", () => {
  const piece = fc.constantFrom(
    "Norway praised Ghana. ",
    "Both nations signed a trade agreement on Monday. ",
    "Mr. Smith said that the U.S. could impose tariffs on Chile. ",
    "The bloc met. ",
    "It rains — and “nobody” minds! ",
    "Talks between Iran and Iraq ended",
    "\n\n",
    "😀 ",
  );

  it("quotes exactly its slice, reaches each of its sides, and has an id of its own", () => {
    fc.assert(
      fc.property(
        fc.array(piece, {maxLength: 12}),
        fc.array(piece, {maxLength: 4}),
        (text, cells) => {
          const article = buildArticle([
            {heading: "Kenya and Ghana look to Norway"},
            {text: text.join("")},
            {
              table: [
                ["Country", "Moves", "More"],
                ["Ghana", ...cells.map((cell) => cell.trim())],
              ],
            },
          ]);
          const events = codeArticle(article, reference);
          for (const {evidence, sources, targets, because, sectors} of events) {
            expect(evidence.quote).toBe(article.text.slice(evidence.start, evidence.end));
            expect(evidence.quote).toBe(evidence.quote.trim());
            const reached = new Set(evidence.reaches.map((one) => one.party));
            expect(reached).toEqual(new Set([...sources, ...targets]));
            expect(because.length).toBeGreaterThan(0);
            expect(sectors.length).toBeGreaterThan(0);
          }
          expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
          expect(codeArticle(article, reference)).toEqual(events);
        },
      ),
      {numRuns: 100},
    );
  });
});

const founding = "../shared/seed/000_ab535f622235b56c.txt";

describe.skipIf(!existsSync(founding))("the founding text", () => {
  let events: readonly CodedEvent[] = [];
  beforeAll(() => {
    const capture: Capture = {
      sha256: "0".repeat(64),
      origin: founding,
      mediaType: "text/plain",
      bytes: readFileSync(founding),
      recordedOn: day("2026-05-01"),
      specimen: false,
    };
    events = codeArticle(readCapture(capture), reference);
  });
  const cell = (start: string) => events.find(({evidence}) => evidence.quote.startsWith(start));

  it("gives each of the two states its own move with Russia", () => {
    const talks = cell("High-level talks");
    const groups = cell("Joint working groups");
    expect(talks && sides(talks)).toBe("CONSULT done IDN+RUS>IDN+RUS");
    expect(talks?.sectors).toEqual(["trade"]);
    expect(groups && sides(groups)).toBe("COOPERATE done MYS+RUS>MYS+RUS");
    expect(groups?.sectors).toEqual(["defence", "agriculture"]);
    expect(reach(talks, "RUS")?.how).toBe("heading");
    expect(reach(groups, "MYS")?.how).toBe("column");
  });

  it("tells benefits and risks as possible, proposals as proposed", () => {
    expect(cell("Energy cooperation:")?.mode).toBe("hypothetical");
    expect(cell("Defense partnerships:")?.mode).toBe("hypothetical");
    expect(cell("Regular dialogue")?.mode).toBe("proposed");
    expect(cell("Joint development projects")?.mode).toBe("proposed");
    expect(cell("Non-military joint exercises")?.mode).toBe("proposed");
    expect(cell("Overreliance")).toBeUndefined();
  });

  it("codes the chatbot's sentence into nothing", () => {
    expect(events.filter(({evidence}) => /If you|let me know/.test(evidence.quote))).toEqual([]);
  });
});

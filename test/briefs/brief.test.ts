import fc from "fast-check";
import {parseHTML} from "linkedom";
import {fromMarkdown} from "mdast-util-from-markdown";
import {describe, expect, it} from "vitest";
import {
  briefHtml,
  briefMarkdown,
  flatCells,
  lintBrief,
  tablesText,
  tableText,
} from "../../src/briefs/index.ts";
import type {Option} from "../../src/world/index.ts";
import {reference} from "../audit/build-world.ts";
import {buildAnswer, placed} from "./build-answer.ts";

const hostile = fc.oneof(
  fc.string({unit: "binary"}),
  fc.constantFrom(
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "<javascript:alert(1)>",
    "a | b || c \\| d",
    "![x](http://x/y.png) *bold* _it_ `code` ~~gone~~",
    "[^1] [^9]: note",
    "# head\n- item\n\n| a | b |\n|---|---|",
    "1. one\n2) two",
    "&lt;b&gt; &#60;",
    "“open quote",
    "=1+1 @SUM(A1)",
  ),
);

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
function nodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

describe("the brief in Markdown", () => {
  it("is this, to the letter", async () => {
    await expect(briefMarkdown(buildAnswer(), reference)).toMatchFileSnapshot("golden/brief.md");
  });

  it("is the same bytes twice", () => {
    expect(briefMarkdown(buildAnswer(), reference)).toBe(briefMarkdown(buildAnswer(), reference));
  });

  it("lints clean, whatever words strangers bring", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = lintBrief(briefMarkdown(buildAnswer(text), reference));
        expect(found).toEqual([]);
      }),
      {numRuns: 150},
    );
  });

  it("lets no markup of a stranger through", () => {
    const plain = new Set(
      nodes(fromMarkdown(briefMarkdown(buildAnswer("safe"), reference))).map(({type}) => type),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        for (const node of nodes(fromMarkdown(briefMarkdown(buildAnswer(text), reference)))) {
          expect(plain.has(node.type), `${node.type} from ${JSON.stringify(text)}`).toBe(true);
          if (node.type === "html") expect(node.value).toBe("<br>");
        }
      }),
      {numRuns: 150},
    );
  });

  it("shows five moves a country, the best-evidenced first, and counts the rest", () => {
    const text = briefMarkdown(buildAnswer("Talks", 30), reference);
    const row = text.split("\n").find((line) => line.startsWith("| Indonesia")) ?? "";
    expect(row.split("<br>")).toHaveLength(5);
    expect(row.indexOf("Talks 1 ")).toBeLessThan(row.indexOf("Talks 29 "));
    expect(text).toContain("Indonesia: 26 more in the ledger");
    expect(text).not.toContain("Specimen, not counted: 2050");
  });

  it("gives the same evidence the same number", () => {
    const notes = briefMarkdown(buildAnswer(), reference).match(/^\[\^\d+\]:.*$/gm) ?? [];
    expect(notes.filter((line) => line.includes("characters 10-36"))).toHaveLength(1);
    expect(notes.some((line) => line.includes("Cite trade-matrix."))).toBe(true);
  });
});

describe("the lint", () => {
  const head = "| Sector | Potential benefits | Possible risks |\n| --- | --- | --- |\n";
  it.each([
    ["It is likely, with high confidence, that talks resume.", "likelihood and confidence"],
    [
      "Talks will almost certainly resume; we have low confidence in this.",
      "likelihood and confidence",
    ],
    [
      `${head}| Energy | cheap oil | risk[^1] |\n\n[^1]: note`,
      "table cell without a footnote: cheap oil",
    ],
    [`${head}| Energy | a[^1]<br>b | c[^1] |\n\n[^1]: note`, "table cell without a footnote: b"],
    ["A claim[^2].\n\n[^1]: note", "footnote 2 leads nowhere"],
    ["Text.\n\n[^1]: note", "note 1 is cited by nothing"],
    ["Text[^1].\n\n[^1]: note\n[^1]: note", "note 1 stands twice"],
  ])("catches %j", (markdown, fault) => {
    expect(lintBrief(markdown).join("\n")).toContain(fault);
  });

  it.each([
    "It is likely that talks resume. We have high confidence in the source.",
    "Confidence-building measures are likely to follow.",
    "The author writes “likely, with high confidence”.",
    "A 95 % confidence interval is not a probability of ours.".replace("probability", "promise"),
  ])("lets pass %j", (markdown) => {
    expect(lintBrief(markdown)).toEqual([]);
  });
});

describe("the brief in HTML", () => {
  it("is this, to the letter", async () => {
    await expect(briefHtml(buildAnswer(), reference)).toMatchFileSnapshot("golden/brief.html");
  });

  it("has the same elements whatever words strangers bring, and links to its own notes only", () => {
    const shape = (text: string) => {
      const {document} = parseHTML(briefHtml(buildAnswer(text), reference));
      const links = [...document.querySelectorAll("a")].map(
        (link) => link.getAttribute("href") ?? "",
      );
      expect(
        links.every((href) => /^#note-\d+$/.test(href) && document.querySelector(href) !== null),
      ).toBe(true);
      expect(document.querySelectorAll("script, img, iframe, object")).toHaveLength(0);
      return [...document.querySelectorAll("*")].map(({tagName}) => tagName).join(" ");
    };
    const plain = shape("safe");
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shape(text)).toBe(plain);
      }),
      {numRuns: 60},
    );
  });
});

describe("the tables for a terminal", () => {
  it("are this, to the letter, at 100 columns", async () => {
    await expect(tablesText(buildAnswer(), reference, 100)).toMatchFileSnapshot(
      "golden/tables.txt",
    );
  });

  it("keep to their width and hold no control character", () => {
    fc.assert(
      fc.property(hostile, fc.integer({min: 60, max: 160}), (text, width) => {
        for (const line of tablesText(buildAnswer(text), reference, width).split("\n")) {
          expect([...line].length).toBeLessThanOrEqual(width);
          expect(/\p{Cc}/u.test(line)).toBe(false);
        }
      }),
      {numRuns: 60},
    );
  });

  it("say how many moves are not shown", () => {
    expect(tablesText(buildAnswer("Talks", 30), reference, 100)).toContain(
      "… 23 more: demarche moves",
    );
    expect(tableText(buildAnswer(), reference, "stakes", 100)).toContain("Potential benefits");
  });
});

describe("the options of a short page", () => {
  it("show each action once before any of them again, with the power with whom it changes most", () => {
    const [judged] = buildAnswer().options;
    if (judged === undefined) throw new Error("the answer is empty");
    const option = (id: string, value: number | null): Option => ({
      ...judged,
      ...placed(id),
      action: {...judged.action, text: id},
      outcomes: judged.outcomes.map((cell) => ({
        ...cell,
        figure:
          value === null
            ? null
            : {
                kind: "measured",
                value,
                unit: "percent",
                interval: null,
                intervalNote: "",
                method: {id: "test", version: 1},
                coverage: "",
                vintage: "2016",
                evidence: cell.evidence,
              },
      })),
    });
    const options = [
      option("tariff:RUS", -0.001),
      option("tariff:USA", -0.4),
      option("talks:RUS", null),
      option("talks:USA", null),
    ];
    const text = tableText({...buildAnswer(), options}, reference, "options", 140);
    const places = ["tariff:USA", "talks:RUS", "tariff:RUS", "talks:USA"].map((id) =>
      text.indexOf(id),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("flat cells", () => {
  it("hold every cell with its evidence", () => {
    const cells = flatCells(buildAnswer());
    expect(cells.map(({table}) => table)).toEqual([
      ...Array(5).fill("moves"),
      ...Array(3).fill("stakes"),
      ...Array(2).fill("options"),
    ]);
    expect(cells.every(({cell}) => cell.evidence.length > 0)).toBe(true);
  });
});

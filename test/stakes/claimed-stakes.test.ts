import {existsSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {type Article, type Cell, day, type Stake} from "../../src/world/index.ts";
import {reference as realReference} from "../sources/real-reference.ts";
import {cellsIn, stakesOf, textsIn} from "./small-series.ts";

const recordedOn = day("2026-11-24");

function articleOf(text: string | Uint8Array, specimen = false): Article {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readCapture(captureOf(bytes, "note.txt", recordedOn, specimen));
}

const table = (...rows: string[]) =>
  ["Sector | Potential Benefits | Possible Risks |", "---|---|---|", ...rows].join("\n");

const said = `Two capitals look to Moscow
Indonesia widens its contacts with Russia, and banks in Jakarta wait.
What it means for ties with Russia
Indonesia could gain from the trade, while Washington watches and Washington warns.
${table("Energy | Cheaper crude | Dependence on one seller |", "Trade | New buyers | May anger Washington |")}
`;

const claims = (stakes: readonly Stake[]) =>
  stakes.flatMap(({country, partner, sector, benefits, risks}) =>
    [...benefits, ...risks]
      .filter(({evidence}) => evidence.some(({kind}) => kind === "passage"))
      .map((cell) => ({where: `${country} ${partner} ${sector}`, cell})),
  );

describe("a table of benefits and risks in an article", () => {
  const stakes = stakesOf({articles: [articleOf(said)]});

  it("stands as the article's claims, with its grade and without a figure", () => {
    const [cell] = cellsIn(stakes, "IDN RUS energy", "benefits");
    expect(cell?.text).toMatch(
      /^“Two capitals look to Moscow” \(\w\d\) claims: “Cheaper crude”; no quantified evidence$/,
    );
    expect(cell).toMatchObject({figure: null, gap: null});
    expect(cell?.grade).not.toBeNull();
    expect(textsIn(stakes, "IDN RUS energy", "risks")[0]).toContain("“Dependence on one seller”");
  });

  it("is about the state and the power that its surroundings name, and says how", () => {
    const [cell] = cellsIn(stakes, "IDN RUS energy", "benefits");
    expect(cell?.about).toEqual(["IDN", "RUS"]);
    const reaches = cell?.evidence[0]?.reaches ?? [];
    expect(reaches.map(({party}) => party)).toEqual(["IDN", "RUS"]);
    expect(reaches.every(({how, by}) => how !== "named" && by !== "")).toBe(true);
  });

  it("does not become a claim about a power that a cell or a sentence names in passing", () => {
    expect(claims(stakes).map(({where}) => where)).toEqual([
      "IDN RUS energy",
      "IDN RUS energy",
      "IDN RUS trade",
      "IDN RUS trade",
    ]);
  });

  it("quotes what stands in the text, character for character", () => {
    const article = articleOf(said);
    for (const {cell} of claims(stakesOf({articles: [article]})))
      for (const one of cell.evidence)
        if (one.kind === "passage") expect(one.quote).toBe(article.text.slice(one.start, one.end));
  });

  it("comes after what figures say, and never fills a gap of figures", () => {
    const texts = textsIn(stakes, "IDN RUS energy", "benefits");
    expect(texts.at(-1)).toBe("no quantified evidence");
    expect(texts).toHaveLength(2);
  });
});

describe("whom a claim is about", () => {
  const rowsOf = (text: string) => claims(stakesOf({articles: [articleOf(text)]}));

  it("takes the state from the cell or the row's head where they name one", () => {
    const text = `Ties with Russia grow in Indonesia and Malaysia
Both look for a deal, officials say.
${table("Agriculture | A buyer for Malaysian palm oil | Tied to one seller |")}
`;
    const found = rowsOf(text);
    const gain = found.filter(({cell}) => cell.text.includes("palm oil"));
    expect(gain.map(({where}) => where)).toEqual(["MYS RUS agriculture"]);
    expect(gain[0]?.cell.evidence[0]?.reaches[0]).toMatchObject({how: "named", by: "Malaysian"});
    expect(found.filter(({cell}) => cell.text.includes("Tied"))).toHaveLength(2);
  });

  it("places nothing where no power, or no watched state, is named", () => {
    const nobody = `A look at ties\nThe talks went on, officials say.\n${table("Energy | Oil | Debt |")}\n`;
    expect(rowsOf(nobody)).toEqual([]);
    const others = `France and Russia\nParis and Moscow spoke of oil.\n${table("Energy | Oil | Debt |")}\n`;
    expect(rowsOf(others)).toEqual([]);
  });

  it("reads no table whose columns speak of neither benefits nor risks", () => {
    const text = said.replace("Potential Benefits | Possible Risks", "Focus | Moves");
    expect(rowsOf(text)).toEqual([]);
  });

  it("reads heads in Indonesian and Malay", () => {
    const text = said.replace("Potential Benefits | Possible Risks", "Manfaat | Risiko");
    expect(rowsOf(text)).toHaveLength(4);
  });
});

describe("a specimen", () => {
  it("is marked as one, and its side still says that no evidence speaks", () => {
    const stakes = stakesOf({articles: [articleOf(said, true)]});
    expect(textsIn(stakes, "IDN RUS energy", "benefits")).toEqual([
      "A specimen article claims: “Cheaper crude”; no quantified evidence",
      "no quantified evidence",
    ]);
    expect(claims(stakes).every(({cell}) => isMarked(cell))).toBe(true);
  });
});

describe("hostile tables", () => {
  it("cut long cells and keep lines whole, and never take long", () => {
    const long = "crude ".repeat(5_000);
    const many = Array.from({length: 500}, () => `Energy | ${long} | x |`);
    const stakes = stakesOf({articles: [articleOf(`${said}\n${table(...many)}`)]});
    for (const {cell} of claims(stakes)) {
      expect(cell.text.length).toBeLessThan(260);
      expect(cell.text).not.toMatch(/\p{Cc}/u);
    }
  });

  it("whatever stands in them, every claim reaches whom it is about", () => {
    const word = fc.constantFrom(
      "Energy",
      "Russia",
      "Jakarta",
      "|",
      "---",
      "risk",
      "<b>",
      "\u0007",
    );
    fc.assert(
      fc.property(fc.array(word, {maxLength: 60}), (words) => {
        const articles = [articleOf(`${said}\n${words.join(" ")}\n${table(words.join(" "))}`)];
        for (const {cell} of claims(stakesOf({articles}))) {
          const reached = cell.evidence.flatMap(({reaches}) => reaches.map(({party}) => party));
          expect(cell.about.filter((party) => !reached.includes(party))).toEqual([]);
        }
      }),
      {numRuns: 40},
    );
  });
});

describe("articles that the project reads", () => {
  const sectorsOf = (stakes: readonly Stake[]) => new Set(claims(stakes).map(({where}) => where));

  it("finds the specimen's five sectors for both states with Russia", () => {
    const specimen = articleOf(readFileSync("data/specimen/specimen.txt"), true);
    const found = sectorsOf(stakesOf({articles: [specimen], reference: realReference}));
    for (const sector of ["energy", "defence", "trade", "agriculture", "diplomacy"])
      expect(found).toContain(`IDN RUS ${sector}`);
    expect([...found].filter((where) => !where.includes(" RUS "))).toEqual([]);
  });

  const seed = "../shared/seed/000_ab535f622235b56c.txt";
  it.skipIf(!existsSync(seed))("finds the founding text's four, the mended row among them", () => {
    const founding = articleOf(readFileSync(seed));
    const stakes = stakesOf({articles: [founding], reference: realReference});
    expect(sectorsOf(stakes)).toEqual(
      new Set(
        ["IDN", "MYS"].flatMap((state) =>
          ["energy", "defence", "trade", "diplomacy"].map((sector) => `${state} RUS ${sector}`),
        ),
      ),
    );
    const risks = textsIn(stakes, "MYS RUS defence", "risks");
    expect(risks).toContainEqual(
      expect.stringMatching(/\(F6\) claims: “Geopolitical tensions, arms escalation”/),
    );
    const [cell] = cellsIn(stakes, "IDN RUS energy", "benefits");
    expect(cell?.evidence[0]?.reaches[1]).toMatchObject({
      party: "RUS",
      how: "heading",
      by: expect.stringContaining("Moscow"),
    });
  });
});

function isMarked({text, evidence, grade}: Cell): boolean {
  return (
    text.startsWith("A specimen article claims") &&
    evidence.every((one) => one.kind === "passage" && one.specimen) &&
    grade !== null
  );
}

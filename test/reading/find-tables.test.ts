import {describe, expect, it} from "vitest";
import {isGap} from "../../src/world/index.ts";
import {type Kind, readText} from "./capture-text.ts";

const tablesIn = (text: string, kind: Kind = "text/plain") => {
  const article = readText(text, kind);
  return article.tables.map(({columns, rows, repairs}) => ({
    rows: [
      columns.map(({start, end}) => article.text.slice(start, end)),
      ...rows.map((row) =>
        row.map((cell) => (isGap(cell) ? null : article.text.slice(cell.start, cell.end))),
      ),
    ],
    repairs,
  }));
};
const intro = "The two states traded more fish in that year than in any year before it.\n\n";

describe("a table of tabs", () => {
  it("is a table, with exact places, in the middle of a text", () => {
    const [table] = tablesIn(
      `${intro}Country\tFish\tSalt\nFiji\t12\t4\nTonga\t7\t9\n\nMore will follow.`,
    );
    expect(table?.rows).toEqual([
      ["Country", "Fish", "Salt"],
      ["Fiji", "12", "4"],
      ["Tonga", "7", "9"],
    ]);
    expect(table?.repairs).toEqual([]);
  });

  it("has gaps for cells that are missing or empty, also at the beginning of a row", () => {
    const [table] = tablesIn(`${intro}Country\tFish\tSalt\n\t12\t4\nTonga\t7\nSamoa\t\t3`);
    expect(table?.rows.slice(1)).toEqual([
      [null, "12", "4"],
      ["Tonga", "7", null],
      ["Samoa", null, "3"],
    ]);
    expect(table?.repairs).toEqual(["row 2 had 2 of 3 cells; the missing ones are gaps"]);
  });

  it("whose tabs only align is mended, and that is said", () => {
    const [table] = tablesIn(`${intro}Country\t\tFish\nFiji\t\t12\nNew Caledonia\t7`);
    expect(table?.rows).toEqual([
      ["Country", "Fish"],
      ["Fiji", "12"],
      ["New Caledonia", "7"],
    ]);
    expect(table?.repairs.join()).toMatch(/several tabs/);
  });

  it.each([
    ["a list with tabs behind its marks", "1.\tFish\n2.\tSalt\n3.\tWool"],
    ["two lines", "Fiji\t12\nTonga\t7"],
    ["one indented line", "\tFiji and Tonga met."],
  ])("is not seen in %s", (_name, lines) => {
    expect(tablesIn(intro + lines)).toEqual([]);
  });

  it("is found in text set as typed on a page, and in Markdown", () => {
    const rows = "Country\tFish\nFiji\t12\nTonga\t7";
    const wanted = [
      ["Country", "Fish"],
      ["Fiji", "12"],
      ["Tonga", "7"],
    ];
    expect(
      tablesIn(
        `<html><body><article><p>${intro}</p><pre>${rows}</pre></article></body></html>`,
        "text/html",
      )[0]?.rows,
    ).toEqual(wanted);
    expect(tablesIn(`${intro}${rows}`, "text/markdown")[0]?.rows).toEqual(wanted);
  });
});

describe("a table of bars", () => {
  it("pasted into a page with line breaks is a table and is mended like any other", () => {
    const html = `<html><body><article><p>${intro}</p><p>Country | Fish | Salt |<br>---|---|---|<br>Fiji | 12 | Fiji | 12 | 4 |<br>Tonga | 7 | 9 |</p></article></body></html>`;
    const [table] = tablesIn(html, "text/html");
    expect(table?.rows.slice(1)).toEqual([
      ["Fiji", "12", "4"],
      ["Tonga", "7", "9"],
    ]);
    expect(table?.repairs.join()).toMatch(/row 1 held two rows/);
  });

  it("needs no bars at its ends and no line of dashes", () => {
    const [table] = tablesIn(`${intro}Country | Fish | Salt\nFiji | 12 | 4\nTonga | 7 | 9`);
    expect(table?.rows).toHaveLength(3);
    expect(table?.repairs.join()).toMatch(/no line of dashes/);
  });
});

describe("a table of commas", () => {
  it("is a table only where a column holds nothing but figures", () => {
    const [table] = tablesIn(
      `${intro}country,year,tonnes\nFiji,2024,12\n"Tonga, Kingdom of",2024,7\nSamoa,2024,3`,
    );
    expect(table?.rows[2]).toEqual(["Tonga, Kingdom of", "2024", "7"]);
    expect(table?.repairs).toEqual(["its cells were parted by commas"]);
  });

  it.each([
    "Fiji, Tonga, Samoa\nChad, Niger, Mali\nPeru, Chile, Cuba\nLaos, Nepal, Oman",
    "Fiji,Tonga,Samoa\nChad,Niger,Mali\nPeru,Chile,Cuba\nLaos,Nepal,Oman",
    "country,year,tonnes\nFiji,2024,12\nTonga,2024,7",
  ])("is not seen in: %s", (lines) => {
    expect(tablesIn(intro + lines)).toEqual([]);
  });
});

describe("a table of a page", () => {
  const page = (table: string) =>
    `<html><body><article><p>${intro}</p><table>${table}</table></article></body></html>`;

  it("with a title across its first row has that title above it, and its columns' own names", () => {
    const article = readText(
      page(
        "<tr><th colspan=3>Trade in fish</th></tr><tr><th>Country<th>Fish<th>Salt</tr><tr><td>Fiji<td>12<td>4</tr>",
      ),
      "text/html",
    );
    expect(article.tables[0]?.columns.map(({text}) => text)).toEqual(["Country", "Fish", "Salt"]);
    expect(article.text).toMatch(/Trade in fish\n\nCountry/);
    expect(article.tables[0]?.repairs.join()).toMatch(/title/);
  });

  it("with a cell over two rows has it in both", () => {
    const [table] = tablesIn(
      page(
        "<tr><th>Country<th>Year<th>Fish</tr><tr><td rowspan=2>Fiji<td>2023<td>12</tr><tr><td>2024<td>14</tr>",
      ),
      "text/html",
    );
    expect(table?.rows.slice(1)).toEqual([
      ["Fiji", "2023", "12"],
      ["Fiji", "2024", "14"],
    ]);
  });
});

import {describe, expect, it} from "vitest";
import {isGap} from "../../src/world/index.ts";
import {readText} from "./capture-text.ts";

const tableOf = (...lines: string[]) => {
  const [table] = readText(["Sector | Gain | Risk |", "---|---|---|", ...lines].join("\n")).tables;
  return {
    columns: table?.columns.map(({text}) => text),
    rows: table?.rows.map((row) => row.map((cell) => (isGap(cell) ? null : cell.text))),
    repairs: table?.repairs,
  };
};

describe("a row with a beginning that stands twice", () => {
  it("is mended whatever its words, even where most rows have it", () => {
    const {rows, repairs} = tableOf(
      "Fish | More boats | Fish | More boats | Empty seas |",
      "Wool | Wool | New mills | Old debts |",
      "Salt | Cheap | Heavy |",
    );
    expect(rows).toEqual([
      ["Fish", "More boats", "Empty seas"],
      ["Wool", "New mills", "Old debts"],
      ["Salt", "Cheap", "Heavy"],
    ]);
    expect(repairs).toHaveLength(2);
  });

  it("is left alone when it fits its columns: two cells may say the same", () => {
    const {rows, repairs} = tableOf("Fish | Fish | Empty seas |", "Salt | Heavy | Heavy |");
    expect(rows).toEqual([
      ["Fish", "Fish", "Empty seas"],
      ["Salt", "Heavy", "Heavy"],
    ]);
    expect(repairs).toEqual([]);
  });
});

describe("a column without a name", () => {
  it("is kept when most rows have something in it", () => {
    const {columns, rows} = tableOf("Fish | Boats | Seas | 12 |", "Salt | Cheap | Heavy | 7 |");
    expect(columns).toEqual(["Sector", "Gain", "Risk", ""]);
    expect(rows?.map((row) => row[3])).toEqual(["12", "7"]);
  });

  it("is dropped when it is empty, and that is said", () => {
    const text = "Sector | Gain | ||\n---|---|---|---|\nFish | Boats | ||\nSalt | Cheap |\n";
    const [table] = readText(text).tables;
    expect(table?.columns).toHaveLength(2);
    expect(table?.repairs).toEqual(["2 empty columns at the right were dropped"]);
  });
});

describe("a line below a short row", () => {
  it("that begins a row of its own is not joined to it", () => {
    const {rows} = tableOf("Fish | Boats |", "Salt | Cheap | Heavy |");
    expect(rows).toEqual([
      ["Fish", "Boats", null],
      ["Salt", "Cheap", "Heavy"],
    ]);
  });

  it("that goes on in the middle of a cell is joined, and the cell keeps both lines", () => {
    expect(tableOf("Fish | More boats,", "fewer fish | Empty seas |").rows).toEqual([
      ["Fish", "More boats,\nfewer fish", "Empty seas"],
    ]);
  });
});

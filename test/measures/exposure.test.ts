import {describe, expect, it} from "vitest";
import {bodyNames, programmesAimed, programmeTags} from "../../src/measures/index.ts";
import {day, type ListedParty} from "../../src/world/index.ts";

const party = (row: number, of: Partial<ListedParty>): ListedParty => ({
  row,
  recordedOn: day("2024-05-03"),
  dataset: "ofac-sdn",
  list: "us-sdn",
  listId: String(row),
  kind: "entity",
  name: `Body ${row}`,
  aliases: [],
  programmes: "RUSSIA-EO14024",
  from: day("2022-03-01"),
  to: day("2024-05-03"),
  ...of,
});
const programmes = [
  {list: "us-sdn", programme: "RUSSIA-EO14024", target: "RUS", basis: "an order"},
  {list: "us-sdn", programme: "UKRAINE-EO13661", target: "RUS", basis: "another"},
  {list: "us-sdn", programme: "CUBA", target: "CUB", basis: "regulations"},
];

describe("programmes aimed at a state", () => {
  it("reads several tags of one entry", () => {
    expect(programmeTags("UKRAINE-EO13661] [RUSSIA-EO14024")).toEqual([
      "UKRAINE-EO13661",
      "RUSSIA-EO14024",
    ]);
    expect(programmeTags("SDGT; IRAN ")).toEqual(["SDGT", "IRAN"]);
    expect(programmeTags("")).toEqual([]);
  });

  it("count a party under each of its programmes, tell since when, and who was taken off", () => {
    const parties = [
      party(1, {}),
      party(2, {
        kind: "person",
        programmes: "UKRAINE-EO13661] [RUSSIA-EO14024",
        from: day("2021-08-18"),
      }),
      party(3, {to: day("2023-01-09")}),
      party(4, {programmes: "SDGT"}),
    ];
    const [first, second, ...more] = programmesAimed(parties, programmes, ["RUS"]);
    expect(first).toMatchObject({
      programme: "RUSSIA-EO14024",
      parties: 3,
      byKind: {entity: 2, person: 1},
      firstListed: "2021-08-18",
      lastListed: "2022-03-01",
      takenOff: 1,
    });
    expect(second).toMatchObject({programme: "UKRAINE-EO13661", parties: 1});
    expect(more).toEqual([]);
  });

  it("are none where no list is known, or none aims at the state", () => {
    expect(programmesAimed([], programmes, ["RUS"])).toEqual([]);
    expect(programmesAimed([party(1, {})], programmes, ["CUB"])).toEqual([]);
  });
});

describe("names worth asking a list about", () => {
  it("are two capitalised words and more on end", () => {
    expect(bodyNames("The firm met Rosoboronexport JSC and the Bank of China on Monday.")).toEqual([
      "Rosoboronexport JSC",
      "Bank of China",
    ]);
    expect(bodyNames("no names here")).toEqual([]);
  });

  it("of a hostile text are few and quickly found", () => {
    expect(bodyNames("Aa ".repeat(200_000)).length).toBeLessThanOrEqual(40);
    expect(bodyNames("A".repeat(500_000))).toEqual([]);
  });
});

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  birthDate,
  type ListedParty,
  listedPartyRow,
  wholeDay,
} from "../../../src/sources/importers/listed-party.ts";
import {stateCodes} from "./import-real-file.ts";

describe("a date of birth is read as lists write it", () => {
  it.each([
    ["1961", "1961"],
    ["1961-05", "1961-05"],
    ["1961-05-03", "1961-05-03"],
    ["03 May 1961", "1961-05-03"],
    ["3 May 1961", "1961-05-03"],
    ["May 1961", "1961-05"],
    ["03/05/1961", "1961-05-03"],
    ["00/05/1961", "1961-05"],
    ["00/00/1961", "1961"],
    ["circa 1961", "1961~"],
    ["Circa May 1961.", "1961-05~"],
    ["1955 to 1960", "1955/1960"],
    ["1955-1960", "1955/1960"],
    ["03 May 1955 to 04 May 1955", "1955-05-03/1955-05-04"],
    ["circa 1955-1960", "1955/1960"],
    ["30 Feb 1961", null],
    ["31/11/1961", null],
    ["unknown", null],
    ["", null],
    ["61", null],
    ["13/13/1961", null],
  ])("%s", (written, read) => {
    expect(birthDate(written)).toBe(read);
  });

  it("is a year at least, or nothing, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({maxLength: 60}), (text) => {
        expect(birthDate(text) ?? "1900").toMatch(/^[12]\d{3}/);
      }),
    );
  });
});

it("a day of listing is a whole day or none", () => {
  expect(wholeDay("2001-02-23T00:00:00")).toBe("2001-02-23");
  expect(wholeDay("23/02/2001")).toBe("2001-02-23");
  expect(wholeDay("02/2001")).toBe(null);
  expect(wholeDay("2001-02-30")).toBe(null);
});

describe("a party becomes one row", () => {
  const party: ListedParty = {
    line: 7,
    list: "test",
    listId: "T.1",
    kind: "person",
    name: " A\n B ",
  };
  const row = (more: Partial<ListedParty>) =>
    listedPartyRow({...party, ...more}, () => "raw", stateCodes);

  it("in which lists stand in one cell, each item once, and no item breaks the cell", () => {
    expect(row({aliases: ["A B", "C; D", "E", "E", " "]})).toMatchObject({
      kind: "row",
      values: {name: "A B", aliases: "C, D;E", programmes: null},
    });
  });

  it("with the states that its nationalities name, and the words of those that name none", () => {
    expect(row({nationalities: ["Indonesia", "Atlantis", ""]})).toMatchObject({
      values: {nationalities: "IDN", remarks: 'nationality as listed: "Atlantis"'},
    });
  });

  it.each([
    [{listId: " "}, "list_id"],
    [{name: "\u0000 \t"}, "name"],
    [{kind: null}, "kind"],
  ])("or a reject, without %s", (lacking, column) => {
    expect(row(lacking)).toMatchObject({kind: "reject", line: 7, column, raw: "raw"});
  });
});

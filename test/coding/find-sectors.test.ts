import {describe, expect, it} from "vitest";
import {findSectors} from "../../src/coding/index.ts";
import {splitSentences} from "../../src/reading/index.ts";
import {reference} from "../sources/real-reference.ts";

const sectors = (text: string) => findSectors(text, reference).map((one) => one.sector);

describe("sectors are found by phrase before word", () => {
  it.each([
    ["arms exports are arms, not trade", "arms exports", ["defence"]],
    ["grain exports are grain, not trade", "grain exports to Egypt", ["agriculture"]],
    ["the more phrases the earlier", "oil, gas and a tariff", ["energy", "trade"]],
    ["plurals and spelling", "Defense ministers and fisheries", ["defence", "agriculture"]],
    ["diplomacy where nothing else", "summit of foreign ministers", ["diplomacy"]],
    ["but talks about something are about it", "talks on semiconductors", ["technology"]],
    ["nothing", "nothing of the kind", []],
  ])("%s", (_, text, expected) => {
    expect(sectors(text)).toEqual(expected);
  });
});

describe("sentences", () => {
  const cut = (text: string) =>
    splitSentences(text, 0, text.length).map(({start, end}) => text.slice(start, end));

  it("end at a stop before a capital, not after initials and titles", () => {
    expect(cut("The U.S. sent Mr. Smith. He met J. Doe at 3.30. “Good.” Then he left")).toEqual([
      "The U.S. sent Mr. Smith.",
      "He met J. Doe at 3.30.",
      "“Good.”",
      "Then he left",
    ]);
  });

  it("end at a blank line", () => {
    expect(cut("one\n\ntwo")).toEqual(["one", "two"]);
  });
});

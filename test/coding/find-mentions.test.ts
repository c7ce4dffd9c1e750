import {describe, expect, it} from "vitest";
import {findMentions, groupMentions} from "../../src/coding/index.ts";
import {day} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

const parties = (text: string, on: string | null = null) =>
  findMentions(text, reference, on === null ? null : day(on)).map((one) => one.party);

describe("a party is read by", () => {
  it.each([
    ["its name", "Kazakhstan waits", ["KAZ"]],
    ["an adjective", "Vietnamese officials wait", ["VNM"]],
    ["its capital", "Jakarta waits", ["IDN"]],
    ["its seat of power", "the Kremlin waits", ["RUS"]],
    ["the seat of its ministry", "Wisma Putra waits", ["MYS"]],
    ["short capitals", "The US and the U.S. and the UK wait", ["USA", "USA", "GBR"]],
    ["the name of a bloc", "ASEAN and the European Union wait", ["ASEAN", "EU"]],
    ["a bloc's seat", "Brussels waits", ["EU"]],
    [
      "a bloc's name as a heading writes it",
      "Balancing Russia and Western Allies",
      ["RUS", "WEST"],
    ],
    ["a movement that holds its territory", "Hamas waits", ["PSE"]],
    ["the longest name there is", "South Korea and Papua New Guinea wait", ["KOR", "PNG"]],
    ["a president", "Prabowo Subianto waits", ["IDN"]],
  ])("%s", (_, text, expected) => {
    expect(parties(text)).toEqual(expected);
  });
});

describe("no party is read where the words mean something else", () => {
  it.each([
    ["a pronoun", "They told us to wait"],
    ["a newspaper", "The Washington Post and the Moscow Times reported it"],
    ["a sea", "Storms crossed the South China Sea and the Indian Ocean"],
    ["the American state", "Georgia governor signs bill on schools"],
    ["the other American state", "Snow closes roads in Washington state"],
    ["a basketball player", "Michael Jordan opened a school"],
    ["where somebody heads", "The carrier is to head to Middle East"],
    ["a footballer", "The club said Jordan Henderson will play"],
    ["a given name", "The rider Chad Reed won the race"],
    ["a dinner", "Turkey is dear this Thanksgiving"],
    ["people of another continent", "Latin American writers met"],
    ["a small bird", "a turkey and some china"],
  ])("%s: %s", (_, text) => {
    expect(parties(text)).toEqual([]);
  });

  it("a region whose name holds another state's is its own state's", () => {
    expect(parties("New Jersey and New Mexico wait")).toEqual(["USA", "USA"]);
  });

  it.each([
    ["Georgia", "Georgia freezes talks on joining the bloc", ["GEO"]],
    ["Jordan", "Jordan airlifts aid", ["JOR"]],
    ["Turkey", "Turkey recalls its envoy", ["TUR"]],
    ["Chad", "Chad closes its border", ["TCD"]],
    ["the West Bank, which is not the West", "Settlers in the West Bank", ["PSE"]],
    ["Washington the seat", "Washington weighs tariffs", ["USA"]],
  ])("but %s is", (_, text, expected) => {
    expect(parties(text)).toEqual(expected);
  });
});

describe("office holders are read by date", () => {
  it("a surname stands for the state from the day the office was taken", () => {
    expect(parties("Macron waits", "2016-01-01")).toEqual([]);
    expect(parties("Macron waits", "2024-01-01")).toEqual(["FRA"]);
  });

  it("whoever speaks for a bloc does so only in office", () => {
    expect(parties("Jens Stoltenberg waits", "2020-01-01")).toEqual(["NATO"]);
    expect(parties("Jens Stoltenberg waits", "2025-06-01")).toEqual([]);
  });

  it("a state that is gone is not read in a text of today", () => {
    expect(parties("The Soviet army waits", "1980-01-01")).toEqual(["SUN"]);
    expect(parties("The Soviet poet", "2024-01-01")).toEqual([]);
  });
});

describe("who of a state is meant", () => {
  const actor = (text: string, on = "2025-06-01") =>
    findMentions(text, reference, day(on)).map(({words, party, role, person, office}) =>
      [words, party, role, person, office].filter((one) => one !== null),
    );

  it.each([
    ["a force", "The IDF waits", [["IDF", "ISR", "MIL", "Armed forces"]]],
    ["a company", "Rosneft waits", [["Rosneft", "RUS", "BUS", "State company"]]],
    ["people by the noun behind", "Iranian lawmakers wait", [["Iranian", "IRN", "LEG"]]],
    [
      "a ministry with its owner",
      "China's Ministry of Commerce waits",
      [["China's Ministry of Commerce", "CHN", "GOV"]],
    ],
    [
      "a ministry with its seat",
      "The Ministry of Industry and Trade in Hanoi waits",
      [["Ministry of Industry and Trade in Hanoi", "VNM", "GOV"]],
    ],
    [
      "a person whom no table knows, by what stands beside",
      "Ada Okoro, the Kenyan envoy, waits",
      [
        ["Ada Okoro", "KEN", "GOV", "Ada Okoro"],
        ["Kenyan", "KEN", "GOV"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(actor(text)).toEqual(expected);
  });

  it("nobody is named by a place behind what an envoy does", () => {
    expect(parties("A Kenyan envoy tells El Universal to wait")).toEqual(["KEN"]);
  });

  it("an office is that of the day", () => {
    const office = (on: string) =>
      findMentions("David Cameron waits", reference, day(on))[0]?.office;
    expect(office("2014-01-01")).toBe("Prime Minister");
    expect(office("2024-01-01")).toBe("Foreign Secretary");
    expect(office("2020-01-01")).toBeNull();
  });

  it("a body of many is read where its party is named", () => {
    expect(parties("MOFA waits")).toEqual([]);
    expect(parties("MOFA in Tokyo waits")).toEqual(["JPN", "JPN"]);
  });

  it("a letter may be wrong in a long name, but not where the word is another", () => {
    expect(parties("Indonisia waits")).toEqual(["IDN"]);
    expect(parties("A storm crossed Indiana")).toEqual(["USA"]);
  });

  it("a line in capitals is read", () => {
    expect(parties("RUSSIA AND UKRAINE TELL US TO WAIT")).toEqual(["RUS", "UKR"]);
  });
});

describe("names that stand together are one group", () => {
  const groups = (text: string) =>
    groupMentions(text, findMentions(text, reference)).map((group) => group.parties);

  it("with commas, “and” and an article", () => {
    expect(groups("Indonesia, Malaysia and the Philippines meet")).toEqual([["IDN", "MYS", "PHL"]]);
  });

  it("with a dash", () => {
    expect(groups("US-Iran talks go on in Oman")).toEqual([["USA", "IRN"], ["OMN"]]);
  });

  it("but not with whoever reports it", () => {
    expect(groups("Serbia will not join sanctions against Russia, Vucic says")).toEqual([
      ["SRB"],
      ["RUS"],
      ["SRB"],
    ]);
  });
});

import {describe, expect, it} from "vitest";
import {codeSentence, findPhrases} from "../../src/coding/index.ts";
import {day, type Stretch} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

/** "TYPE mode SOURCES>TARGETS" of each event. */
const coded = (text: string) =>
  codeSentence(text, reference, day("2025-06-01")).map(
    ({type, mode, sources, targets}) => `${type} ${mode} ${sources.join("+")}>${targets.join("+")}`,
  );

describe("one act in every construction", () => {
  it.each([
    ["active", "Russia attacked Ukraine.", "ASSAULT done RUS>UKR"],
    ["active, perfect", "Russian forces have attacked a Ukrainian port.", "ASSAULT done RUS>UKR"],
    ["headline present", "Russia attacks Ukraine", "ASSAULT done RUS>UKR"],
    ["headline in capitals", "Russia Attacks Ukraine With Drones", "ASSAULT done RUS>UKR"],
    ["passive", "A Ukrainian port was attacked by Russia.", "ASSAULT done RUS>UKR"],
    ["nominal", "A Russian attack on a Ukrainian port killed six.", "ASSAULT done RUS>UKR"],
    ["carried by a verb", "Russia launched an attack on Ukraine.", "ASSAULT done RUS>UKR"],
    ["reported speech", "Kyiv said that Russia had attacked Poland.", "ASSAULT done RUS>POL"],
    ["conditional", "Russia could attack Poland.", "ASSAULT hypothetical RUS>POL"],
    ["negated", "Russia did not attack Poland.", "ASSAULT denied RUS>POL"],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual([expected]);
  });
});

describe("a verb that takes no object has an actor, never a sufferer", () => {
  it.each([
    ["Malaysia voted against the resolution.", "REJECT done MYS>"],
    ["Norway became a full member of NATO.", "SUPPORT done NOR>NATO"],
  ])("%s", (text, expected) => {
    expect(coded(text)).toEqual([expected]);
  });
});

describe("talk has two sides wherever they stand", () => {
  it.each([
    ["joined as subject", "China and the Philippines hold talks on fishing rights", "CHN+PHL"],
    ["as subject and partner", "China holds talks with the Philippines", "CHN+PHL"],
    ["between", "Talks between China and the Philippines ended on Friday.", "CHN+PHL"],
    ["meeting", "Lavrov met Wang Yi in Kuala Lumpur.", "RUS+CHN"],
  ])("%s: %s", (_, text, both) => {
    expect(coded(text)).toEqual([`CONSULT done ${both}>${both}`]);
  });

  it("a visit has a visitor and a host", () => {
    expect(coded("Anwar Ibrahim visited Moscow on Tuesday.")).toEqual(["CONSULT done MYS>RUS"]);
  });

  it("a host brings two others together", () => {
    expect(coded("Qatar hosts talks between Israel and Hamas")).toEqual([
      "CONSULT done QAT>ISR+PSE",
    ]);
  });

  it("the matter talked of is no side", () => {
    expect(coded("China and Russia held talks on Iran in Geneva.")).toEqual([
      "CONSULT done CHN+RUS>CHN+RUS",
    ]);
    expect(coded("Malaysia signed an agreement on gas from Iran with Russia on 3 March.")).toEqual([
      "SUPPORT done MYS+RUS>MYS+RUS",
    ]);
  });
});

describe("the mode is how far it had come when it was said", () => {
  it.each([
    ["done", "Russia sold helicopters to Laos.", "COOPERATE done RUS>LAO"],
    ["planned by “to” in a headline", "Putin to visit Vietnam", "CONSULT planned RUS>VNM"],
    ["planned by “will”", "Putin will visit Vietnam in June.", "CONSULT planned RUS>VNM"],
    ["planned by “plans to”", "Putin plans to visit Vietnam.", "CONSULT planned RUS>VNM"],
    ["announced", "Moscow announced that it will visit Hanoi.", "CONSULT announced RUS>VNM"],
    [
      "announced sanctions",
      "Japan announces sanctions against Belarus",
      "SANCTION announced JPN>BLR",
    ],
    ["proposed", "Malaysia is considering buying jets from Russia.", "COOPERATE proposed MYS>RUS"],
    ["should", "Japan should impose sanctions on Myanmar.", "SANCTION proposed JPN>MMR"],
    ["denied", "Iran denied that it had attacked Iraq.", "ASSAULT denied IRN>IRQ"],
    [
      "hypothetical by “could”",
      "Russia could supply gas to China.",
      "COOPERATE hypothetical RUS>CHN",
    ],
    ["hypothetical by “would”", "Russia would attack Poland.", "ASSAULT hypothetical RUS>POL"],
    [
      "a talk that may come",
      "Talks between Iran and Iraq could resume",
      "CONSULT hypothetical IRN+IRQ>IRN+IRQ",
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toContain(expected);
  });

  it("what is complete in the saying is done though it speaks of the future", () => {
    expect(coded("Beijing urged Manila to withdraw its ships.")).toEqual(["REQUEST done CHN>PHL"]);
    expect(coded("Pyongyang threatened to attack Seoul.")).toEqual(["THREATEN done PRK>KOR"]);
  });
});

describe("PLOVER's own turns", () => {
  it("a future offer of help is an agreement that is given, not yet aid", () => {
    expect(coded("Japan will provide humanitarian aid to Laos.")).toEqual(["AGREE done JPN>LAO"]);
    expect(coded("Japan provided humanitarian aid to Laos.")).toEqual(["AID done JPN>LAO"]);
  });

  it("co-operation that is refused is a rejection", () => {
    expect(coded("Serbia will not send troops to Ukraine.")[0]).toMatch(/^REJECT done SRB/);
    expect(coded("Hungary refused to sign the treaty with Ukraine.")).toEqual([
      "REJECT done HUN>UKR",
    ]);
  });

  it("what one says that another must do is asked of it", () => {
    expect(coded("Washington said that Pyongyang must first disarm.")).toEqual([
      "REQUEST done USA>PRK",
    ]);
  });

  it("who is given to is the target, whichever stands first", () => {
    expect(coded("Laos received military aid from Russia.")).toEqual(["AID done RUS>LAO"]);
  });
});

describe("types are told apart by what the verb takes", () => {
  it.each([
    ["Norway lifts sanctions on Syria", "RETREAT done NOR>SYR"],
    ["Norway imposes sanctions on Syria", "SANCTION done NOR>SYR"],
    ["Norway threatens sanctions on Syria", "THREATEN done NOR>SYR"],
    ["Norway condemns Syria", "ACCUSE done NOR>SYR"],
    ["Norway praises Syria", "SUPPORT done NOR>SYR"],
    ["Norway expels two Syrian diplomats", "SANCTION done NOR>SYR"],
    ["Norway suspends aid to Syria", "SANCTION done NOR>SYR"],
    ["Norway delivers aid to Syria", "AID done NOR>SYR"],
    ["Norway deploys warships near Syria", "MOBILIZE done NOR>SYR"],
    ["Norway and Syria launch joint military exercise", "COOPERATE done NOR+SYR>NOR+SYR"],
    ["Norway and Syria sign trade agreement", "SUPPORT done NOR+SYR>NOR+SYR"],
    ["Norway seizes Syrian tanker", "COERCE done NOR>SYR"],
    ["Norway withdraws troops from Syria", "RETREAT done NOR>SYR"],
    ["Norway agrees to host Syrian envoys", "AGREE done NOR>SYR"],
  ])("%s", (text, expected) => {
    expect(coded(text)).toEqual([expected]);
  });

  it("force at home has its own state on both sides", () => {
    expect(coded("Belarus police arrested forty protesters in Minsk.")).toEqual([
      "COERCE done BLR>BLR",
    ]);
  });

  it.each([
    ["at home, done by nobody named", "Turkish opposition mayor jailed", "COERCE done TUR>TUR"],
    ["done by people of no state", "Rights group accuses Norway of abuse", "ACCUSE done >NOR"],
    ["in the street", "Thousands march in Belgrade against corruption", "PROTEST done SRB>SRB"],
  ])("one state alone is named %s", (_, text, expected) => {
    expect(coded(text)).toEqual([expected]);
  });

  it("two clauses are two events", () => {
    expect(coded("Norway condemned Syria and urged Belarus to release prisoners.")).toEqual([
      "ACCUSE done NOR>SYR",
      "REQUEST done NOR>BLR",
    ]);
  });

  it("two verbs of one subject are two events, and what the first is about is none", () => {
    expect(
      coded(
        "Norway condemned the killing of civilians in Syria and called on Damascus to end the violence.",
      ),
    ).toEqual(["ACCUSE done NOR>SYR", "REQUEST done NOR>SYR"]);
  });
});

describe("every event", () => {
  const texts = [
    "Indonesia and Malaysia signed a pact on palm oil with Russia.",
    "Two Russian diplomats were expelled from the Netherlands.",
    "Vietnam's To Lam holds talks with Putin at Kremlin",
  ];

  it.each(texts)("says what decided and how each side is reached: %s", (text) => {
    for (const event of codeSentence(text, reference)) {
      expect(event.because.length).toBeGreaterThan(1);
      const reached = event.reaches.map((one) => one.party);
      for (const party of [...event.sources, ...event.targets]) expect(reached).toContain(party);
    }
  });

  it("comes out the same each time", () => {
    for (const text of texts)
      expect(codeSentence(text, reference)).toEqual(codeSentence(text, reference));
  });

  it("comes out the same whatever was read before it", () => {
    const text =
      "Fourteen deputies called on Paris to vote down an American firm's contract for the health data hub.";
    const before = codeSentence(text, reference);
    codeSentence("Norway was urged to seize everything of the gaming firm's.", reference);
    expect(codeSentence(text, reference)).toEqual(before);
  });
});

describe("actor and recipient who are no states are found as phrases", () => {
  it.each([
    ["The dockers' union sued the Harbour Board.", "The dockers' union", "the Harbour Board"],
    ["OSLO (AP) -- The union gave a loan to Bergen Museum.", "The union", "Bergen Museum"],
    [
      "The Harbour Board was sued by the dockers' union.",
      "the dockers' union",
      "The Harbour Board",
    ],
    [
      "The Harbour Board and the Dockers' League signed an agreement.",
      "The Harbour Board",
      "the Dockers' League",
    ],
    [
      "Last month the United States returned a looted painting to its Peruvian counterpart.",
      "the United States",
      "its Peruvian counterpart",
    ],
    [
      "Turkish police arrested more than 200 suspected members of the group on Friday.",
      "Turkish police",
      "more than 200 suspected members of the group",
    ],
    [
      "The National Security Council (NSC) condemned the Revolutionary Workers' Front (RWF).",
      "The National Security Council (NSC)",
      "the Revolutionary Workers' Front (RWF)",
    ],
    [
      "A court in Ankara ordered the release of an Austrian student on Friday.",
      "A court in Ankara",
      "an Austrian student",
    ],
    [
      "Rebel rockets struck the government-held suburbs of Taiz before dawn.",
      "Rebel rockets",
      "the government-held suburbs of Taiz",
    ],
    ["Police raided the newly built Highland Mosque.", "Police", "the newly built Highland Mosque"],
    ["The army has freed two Iraqi pilots at the border.", "The army", "two Iraqi pilots"],
    [
      "Hungary expelled Anna Weiss, Karl Roth, and Maria Stein on Monday.",
      "Hungary",
      "Anna Weiss, Karl Roth, and Maria Stein",
    ],
  ])("%s", (text, source, target) => {
    const found = findPhrases(text, reference);
    const slice = (one: Stretch | null) => one && text.slice(one.start, one.end);
    expect([slice(found.source), slice(found.target)]).toEqual([source, target]);
  });

  it("nobody, where nothing is told", () => {
    expect(findPhrases("It rains.", reference)).toEqual({source: null, target: null});
  });
});

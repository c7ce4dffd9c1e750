import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readMarks} from "../../bench/coder.ts";
import {
  bootstrap,
  eventF1,
  type LabelledEvent,
  type LabelledRow,
  sameSides,
  tallyRow,
} from "../../bench/events.ts";
import {macroF1} from "../../bench/macro-f1.ts";
import {reference} from "../sources/real-reference.ts";

const event = (type: string, source: string[], target: string[]): LabelledEvent => ({
  type,
  mode: "done",
  source,
  target,
  sector: "other",
});
const row = (...events: LabelledEvent[]): LabelledRow => ({text: "", date: "2025-01-01", events});

describe("whole events are scored", () => {
  it("as sets of sides, whose order counts unless both truly act", () => {
    const told = event("ASSAULT", ["RUS"], ["UKR"]);
    expect(sameSides(told, event("ASSAULT", ["UKR"], ["RUS"]))).toBe(false);
    const talk = event("CONSULT", ["CHN", "RUS"], ["CHN", "RUS"]);
    expect(sameSides(event("CONSULT", ["RUS"], ["CHN"]), talk)).toBe(true);
    expect(sameSides(talk, event("CONSULT", ["RUS"], ["CHN"]))).toBe(false);
  });

  it("one to one: the same event told twice is right once", () => {
    const truth = event("ACCUSE", ["IDN"], ["VNM"]);
    const tally = tallyRow([truth, truth], row(truth));
    expect(tally.matched).toHaveLength(1);
    expect(eventF1([tally])).toBeCloseTo(2 / 3);
  });

  it("with CONCEDE and RETREAT as YIELD", () => {
    const tally = tallyRow(
      [event("YIELD", ["MMR"], ["IDN"])],
      row(event("RETREAT", ["MMR"], ["IDN"])),
    );
    expect(tally.matched).toHaveLength(1);
  });

  it("with an interval that is the same each time and holds the figure", () => {
    const truth = event("AID", ["JPN"], ["LAO"]);
    const tallies = [0, 1, 2, 3].map((i) => tallyRow(i === 0 ? [] : [truth], row(truth)));
    const {low, high} = bootstrap(tallies);
    expect(bootstrap(tallies)).toEqual({low, high});
    expect(low).toBeLessThanOrEqual(eventF1(tallies));
    expect(high).toBeGreaterThanOrEqual(eventF1(tallies));
  });
});

describe("types are scored", () => {
  it("by the mean over the true classes; silence is a miss and no false alarm", () => {
    expect(
      macroF1([
        {truth: "a", said: "a"},
        {truth: "a", said: null},
        {truth: "b", said: "b"},
      ]),
    ).toBeCloseTo((2 / 3 + 1) / 2);
  });

  it("on marks taken out of the sentence, even where one stands in the other", () => {
    expect(readMarks("<s><t>Iraqi</t> fighters</s> left")).toEqual({
      text: "Iraqi fighters left",
      source: {start: 0, end: 14},
      target: {start: 0, end: 5},
    });
  });
});

describe("the sentences of the bench", () => {
  const rows: LabelledRow[] = JSON.parse(readFileSync("bench/data/events.json", "utf8"));

  it("are many, none twice, half of them kept apart, and enough tell of no event", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(rows.map((one) => one.text)).size).toBe(rows.length);
    const heldOut = rows.filter((one) => one.part === "held-out");
    expect(heldOut.length / rows.length).toBeCloseTo(0.5, 1);
    expect(rows.filter((one) => one.events.length === 0).length).toBeGreaterThanOrEqual(45);
  });

  it("are labelled with types, modes and sectors that there are, and with known codes", () => {
    const codes = new Set([
      "---",
      "EUE",
      ...reference.states.map((state) => state.code),
      ...reference.blocs.map((bloc) => bloc.id),
    ]);
    const types = new Set([...reference.codebook.map((entry) => entry.type), "YIELD"]);
    for (const {events} of rows)
      for (const {type, mode, source, target, sector} of events) {
        expect(types).toContain(type);
        expect(["done", "announced", "planned", "proposed", "denied", "hypothetical"]).toContain(
          mode,
        );
        expect(reference.sectors.map((entry) => entry.id)).toContain(sector);
        for (const code of [...source, ...target]) expect(codes).toContain(code);
      }
  });
});

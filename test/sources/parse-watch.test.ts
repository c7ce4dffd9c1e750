import {readFileSync} from "node:fs";
import Ajv from "ajv";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {InputError, parseDay, parseWatch, watchJsonSchema} from "../../src/sources/index.ts";
import {sectors} from "../../src/world/index.ts";
import {reference} from "./real-reference.ts";

const read = (text: string) => parseWatch(text, "watches/x.yaml", reference);

function faultOf(text: string): InputError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the watch was taken");
}

describe("a watch", () => {
  it("is read, with what was left out filled in", () => {
    expect(read("name: N\nstates: [VNM, KAZ]\npowers: [RUS, CHN, EU]\n")).toEqual({
      name: "N",
      states: ["VNM", "KAZ"],
      powers: ["RUS", "CHN", "EU"],
      optionalPowers: [],
      aggregates: [],
      sectors: [...sectors],
    });
  });

  it("of the founding text stands", () => {
    const founding = parseWatch(
      readFileSync("watches/founding.yaml", "utf8"),
      "watches/founding.yaml",
      reference,
    );
    expect(founding.states).toEqual(["IDN", "MYS"]);
    expect(founding.powers).toEqual(["RUS", "USA", "EU", "CHN"]);
    expect(founding.aggregates).toEqual(["WEST"]);
  });

  it.each([
    [
      "states: [IDN]\npowers: [RUS, RSU]",
      'powers[1]: "RSU" is no state or bloc; did you mean RUS?',
    ],
    ["states: [Indonesia]\npowers: [RUS]", 'states[0]: "Indonesia" is no state; did you mean IDN?'],
    ["states: [idn]\npowers: [RUS]", 'states[0]: "idn" is no state; did you mean IDN?'],
    [
      "states: [IDN]\npowers: [ASAEN]",
      'powers[0]: "ASAEN" is no state or bloc; did you mean ASEAN?',
    ],
    ["states: [QQQ]\npowers: [RUS]", 'states[0]: "QQQ" is no state'],
    ["states: [ASEAN]\npowers: [RUS]", 'states[0]: "ASEAN" is a bloc, not a state'],
    ["states: [IDN]\npowers: [WEST]", 'powers[0]: "WEST" is an aggregate, not a power'],
    ["states: [IDN]\npowers: [RUS]\naggregates: [EU]", 'aggregates[0]: "EU" is no aggregate'],
    ["states: [IDN, IDN]\npowers: [RUS]", 'states: "IDN" stands twice'],
    ["states: [IDN]\npowers: [RUS, IDN]", 'powers[1]: "IDN" is among the watched states too'],
    ["state: [IDN]\npowers: [RUS]", '"state" is no key of a watch; did you mean states?'],
    ["states: [IDN]\npowers: [RUS]\ncolour: red", '"colour" is no key of a watch'],
    ["states: [IDN]", "powers is missing"],
    ["states: []\npowers: [RUS]", "states: is empty"],
    [
      "states: [IDN]\npowers: [RUS]\nsectors: [enrgy]",
      'sectors[0]: "enrgy" is no sector; did you mean energy?',
    ],
  ])("%j is refused in one line", (text, message) => {
    const fault = faultOf(`name: N\n${text}\n`);
    expect(fault.message).toBe(`watches/x.yaml: ${message}`);
    expect(fault.whatToDo).not.toBe("");
    expect([fault.status, fault.exitCode]).toEqual([400, 2]);
  });

  it.each([
    ["", "the watch is empty"],
    ["just words", "the watch is no mapping of keys"],
    ["- a\n- b", "the watch is no mapping of keys"],
  ])("%j is no watch", (text, message) => {
    expect(faultOf(text).message).toBe(`watches/x.yaml: ${message}`);
  });

  it("with broken YAML names the line", () => {
    const fault = faultOf("name: x\nstates: [IDN\npowers: [RUS]\n");
    expect(fault.message).toMatch(/^watches\/x\.yaml: line \d+: .+$/);
    expect(fault.message).not.toContain("\n");
  });
});

describe("the published schema", () => {
  const published: unknown = JSON.parse(readFileSync("schema/watch.schema.json", "utf8"));

  it("is the one that the code uses (else run: node --import tsx scripts/write-schema.ts)", () => {
    expect(published).toEqual(watchJsonSchema());
  });

  it("takes the founding watch and refuses a typo", () => {
    const validate = new Ajv.default().compile(watchJsonSchema());
    expect(validate(parse(readFileSync("watches/founding.yaml", "utf8")))).toBe(true);
    expect(validate({name: "x", state: ["IDN"], powers: ["RUS"]})).toBe(false);
  });
});

describe("a day", () => {
  it("is read", () => {
    expect(parseDay(" 2024-02-29 ")).toBe("2024-02-29");
  });
  it.each([
    ["2023-02-29", "a day that does not exist"],
    ["2023-13-01", "a day that does not exist"],
    ["yesterday", "is no day"],
    ["", "is no day"],
    ["24-11-2026", "is no day"],
  ])("%j is refused", (text, message) => {
    expect(() => parseDay(text)).toThrow(InputError);
    expect(() => parseDay(text)).toThrow(message);
  });
});

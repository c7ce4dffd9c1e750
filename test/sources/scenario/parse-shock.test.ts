import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {InputError, parseShock, shockJsonSchema} from "../../../src/sources/index.ts";

const fault = (text: string) => {
  try {
    parseShock(text, "x.yaml");
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
};
const shocks = (one: string) => `shocks:\n  - ${one}\n`;

describe("parseShock", () => {
  it("reads a scenario with its defaults", () => {
    const read = parseShock(shocks("{effect: 0.5, among: [CAN, USA]}"), "x.yaml");
    expect(read).toEqual({
      model: {},
      base: {columns: {}},
      shocks: [{effect: 0.5, among: ["CAN", "USA"]}],
    });
  });

  it("names the place and the key that was meant", () => {
    expect(fault(shocks("{tarifPoints: 5, importers: USA}"))).toBe(
      'x.yaml: shocks[1]: "tarifPoints" is no key here; did you mean tariffPoints?',
    );
    expect(fault(`model: {thetta: 4}\n${shocks("{effect: 1, column: d}")}`)).toContain(
      'model: "thetta" is no key here; did you mean theta?',
    );
  });

  it("refuses an elasticity of zero, a tariff of −100 %, and an impossible σ", () => {
    const model = (text: string) => fault(`model: ${text}\n${shocks("{effect: 1, column: d}")}`);
    expect(model("{theta: 0}")).toBe("x.yaml: model.theta: an elasticity must be above 0");
    expect(model("{theta: {Petroleum: 0, others: 4}}")).toBe(
      "x.yaml: model.theta.Petroleum: an elasticity must be above 0",
    );
    expect(model("{sigma: 1}")).toContain("σ must be above 1");
    expect(model("{theta: 4, sigma: 5}")).toContain("theta or sigma, not both");
    expect(fault(shocks("{tariffPoints: -100, importers: USA}"))).toContain("−100 % or less");
  });

  it("wants one change in one place", () => {
    expect(fault(shocks("{importers: USA}"))).toContain("says nothing that changes");
    expect(fault(shocks("{effect: 1, tariffPoints: 5, importers: USA}"))).toContain(
      "says effect and tariffPoints at once",
    );
    expect(fault(shocks("{effect: 1}"))).toContain("where does it change?");
    expect(fault(shocks("{effect: 1, among: [A, B], importers: A}"))).toContain("or among, or");
    expect(fault(shocks("{productivityPercent: 5, importers: A}"))).toContain("of `states`");
    expect(fault(shocks("{effect: 1, answered: true, importers: A}"))).toContain(
      "answered does not go with effect",
    );
  });

  it("takes no β, odds or loss of one's own without a source, and the carried ones without", () => {
    expect(fault(shocks("{embargo: partial, effectOfEmbargo: -1, exporters: RUS}"))).toContain(
      "a β of your own (effectOfEmbargo) needs its source",
    );
    expect(
      fault(shocks("{sanction: {probability: 0.1, lossPercent: 50}, exporters: RUS}")),
    ).toContain("a probability or a loss of your own needs its source");
    for (const carried of ["embargo: partial", "sanction: {}", "discountPercent: observed"])
      expect(
        parseShock(shocks(`{${carried}, exporters: RUS, importers: IDN}`), "x.yaml").shocks,
      ).toHaveLength(1);
  });

  it("is not taken in by what is no scenario", () => {
    expect(fault("")).toContain("empty");
    expect(fault("- a\n- b")).toContain("no mapping");
    expect(fault("shocks: [")).toMatch(/line \d/);
    expect(fault("shocks: []")).toContain("at least one shock");
    expect(fault("a".repeat(1_000_001))).toContain("too long");
  });

  it("is published as the schema by which it is checked", () => {
    const published: unknown = JSON.parse(readFileSync("schema/scenario.schema.json", "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(shockJsonSchema())));
  });
});

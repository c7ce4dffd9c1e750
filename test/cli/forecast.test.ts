import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

describe("demarche forecast", () => {
  let ledger: string;
  const forecast = (...args: string[]) => callDemarche(["forecast", ...args, "--ledger", ledger]);

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
  });

  it("prints the record beside its baselines, and as many open questions as asked for", async () => {
    const {status, stdout} = await forecast("--limit", "3", "--as-of", "2026-11-24");
    expect(status).toBe(0);
    for (const word of ["Brier", "base rate", "last value", "void", "roughly even chance"])
      expect(stdout).toContain(word);
    expect(stdout.match(/^.*\bIn 2025, do .*$/gm)).toHaveLength(3);
  });

  it("gives every question in JSON, with what settles it and what was said of it", async () => {
    const {stdout} = await forecast("--json", "--as-of", "2026-11-24");
    const told = JSON.parse(stdout);
    expect(told.settled[0]).toMatchObject({
      id: expect.any(String),
      settledBy: {rule: expect.any(String)},
      probability: expect.any(Number),
      baseRate: expect.any(Number),
    });
    expect(told.events.questions + told.votes.questions).toBe(told.settled.length);
  });

  it("refuses a limit that is no count", async () => {
    const {status, stderr} = await forecast("--limit", "none");
    expect(status).toBe(2);
    expect(stderr).toContain("--limit");
  });
});

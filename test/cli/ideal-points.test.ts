import {writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

describe("demarche ideal-points", () => {
  let ledger: string;
  const demarche = (...args: string[]) =>
    callDemarche(["ideal-points", ...args, "--ledger", ledger]);

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
  });

  it("puts every ASEAN state nearer to Russia than to the United States, and works it out once", async () => {
    const watch = join(dirname(ledger), "asean.yaml");
    const states = ["IDN", "MYS", "SGP", "THA", "VNM", "PHL", "KHM", "LAO", "BRN"];
    writeFileSync(watch, `name: ASEAN\nstates: [${states.join(", ")}]\npowers: [RUS, USA, EU]\n`);
    const asked = ["--sweeps", "20", "--chains", "1", "--watch", watch];
    const {status, stdout, stderr} = await demarche(...asked, "--session", "78", "--json");
    expect(status).toBe(0);
    expect(stderr).toContain("20 of 20 sweeps");
    const found = JSON.parse(stdout);
    expect(found.note).toContain("distance is context, not balancing");
    expect(found.nearer.map(({state}: {state: string}) => state)).toEqual(states);
    for (const {a, b, probability} of found.nearer)
      expect({a, b, probability}).toEqual({a: "RUS", b: "USA", probability: 1});
    expect(found.published.kind).toBe("gap");
    expect(found.blocs[0]).toMatchObject({bloc: "EU", span: {value: expect.any(Number)}});
    expect(found.trails[0].points.at(-1).session).toBeGreaterThanOrEqual(79);

    const again = await demarche(...asked);
    expect(again.stderr).not.toContain("sweeps");
    expect(again.stdout).toMatch(/^Session 79 /);
    expect(again.stdout).not.toContain("NaN");
    expect(again.stdout).toContain("Would tell: `demarche import ideal-points <file>`");
  });

  it("is a gap before any vote was known", async () => {
    const {status, stdout} = await demarche("--as-of", "1999-01-01");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^gap: the ledger knew no recorded vote on 1999-01-01/);
  });

  it("refuses counts that make no chain, and a session that was never held", async () => {
    expect(await demarche("--sweeps", "5")).toMatchObject({status: 2});
    expect((await demarche("--chains", "x")).stderr).toContain('--chains "x" is no count');
    const asked = ["--sweeps", "20", "--chains", "1", "--session", "150"];
    const {status, stderr} = await demarche(...asked);
    expect(status).toBe(2);
    expect(stderr).toContain("the ledger knows no votes of session 150");
  });
});

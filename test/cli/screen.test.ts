import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {runDemarche} from "./run-demarche.ts";

describe("demarche screen", () => {
  let ledger: string;
  const demarche = (...args: string[]) => runDemarche([...args, "--ledger", ledger]);

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
  });

  it("finds a listed body by its name in Cyrillic, with its row, its days on the list and why", () => {
    const {status, stdout} = demarche(
      "screen",
      "АО Рособоронэкспорт",
      "Mekar Jaya Sdn Bhd",
      "--json",
    );
    expect(status).toBe(0);
    const [arms, none] = JSON.parse(stdout);
    expect(arms.lists).toEqual({"us-sdn": expect.any(Number)});
    const rosoboronexport = arms.found.find(
      ({party}: {party: {name: string}}) => party.name === "ROSOBORONEKSPORT OAO",
    );
    expect(rosoboronexport).toMatchObject({
      party: {dataset: "ofac-sdn", kind: "entity", row: expect.any(Number), from: "2021-08-18"},
      because: ["“rosoboroneksport” and “rosoboroneksport”: the same (1.00 × 1.00)"],
    });
    expect(none.found).toEqual([]);
  });

  it("says what was compared where no one is found, and that nothing was before the lists were known", () => {
    expect(demarche("screen", "Budi Santosowati").stdout).toMatch(
      /^Budi Santosowati: no one of us-sdn \(\d+\) as known on /,
    );
    expect(demarche("screen", "Rosoboronexport", "--as-of", "1999-01-01").stdout).toContain(
      "the ledger knew no list on 1999-01-01: nothing was compared",
    );
  });

  it("refuses a kind or a score that there is not", () => {
    const {status, stderr} = demarche("screen", "X", "--kind", "ship");
    expect(status).toBe(2);
    expect(stderr).toContain('--kind is "ship"');
    expect(demarche("screen", "X", "--least", "2").stderr).toContain('--least is "2"');
  });
});

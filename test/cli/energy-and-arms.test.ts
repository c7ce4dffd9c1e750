import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

describe("demarche energy and demarche arms", () => {
  let ledger: string;
  const call = (...args: string[]) =>
    callDemarche([...args, "--ledger", ledger, "--as-of", "2026-11-24"]);

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
  });

  it("tells of a lost seller who else sells, the price, what is missing, and what is not known", async () => {
    const {status, stdout} = await call(
      ...["energy", "--state", "MYS", "--seller", "AUS", "--fuel", "lng", "--json"],
    );
    expect(status).toBe(0);
    const {fuels} = JSON.parse(stdout);
    const [{outcome, cells}] = fuels;
    // BP's matrix of 2020: Australia 2.58022, Brunei 0.97337, Nigeria 0.0893 bcm.
    expect(outcome.sellers.shareBefore).toBeCloseTo(2.58022 / 3.64289, 9);
    expect(outcome.sellers.concentrationAfter.value).toBeCloseTo(
      (0.97337 ** 2 + 0.0893 ** 2) / 1.06267 ** 2,
      9,
    );
    expect(outcome.priceRise.kind).toBe("gap");
    for (const {cell} of cells) expect(cell.evidence.length).toBeGreaterThan(0);
  });

  it("prices Russia's crude off the market from three published pairs of elasticities", async () => {
    const {stdout} = await call(
      ...["energy", "--state", "CHN", "--seller", "RUS", "--fuel", "crude-oil", "--everywhere"],
    );
    // 259.98 of 4,453.9 Mt: 5.84 %; over .50, .275 and .24.
    expect(stdout).toMatch(/would first rise by 24 % \(bounds 12\.8 to 28\.5 %/);
    expect(stdout).toMatch(/Urals is sour/);
    expect(stdout).toMatch(/no register of contracts/);
  });

  it("says what stays unknown for a state without a row of its own", async () => {
    const {stdout} = await call(
      ...["energy", "--state", "IDN", "--seller", "RUS", "--fuel", "crude-oil"],
    );
    expect(stdout).toMatch(/Indonesia has no row of its own for crude oil .*Other Asia Pacific/);
  });

  it("refuses an unknown fuel, an unknown state, two changes at once, and more than others sell", async () => {
    const from = ["energy", "--state", "MYS", "--seller", "RUS"];
    for (const [wrong, said] of [
      [["--fuel", "peat"], "peat"],
      [["--lost", "110"], "--lost"],
      [["--lost", "10", "--gained", "1", "--fuel", "lng"], "exclude"],
      [["--gained", "1"], "--fuel"],
      [["--gained", "9", "--fuel", "lng"], "what others sell"],
    ] as const) {
      const {status, stderr} = await call(...from, ...wrong);
      expect(status, said).toBe(2);
      expect(stderr).toContain(said);
    }
    const {status, stderr} = await call("arms", "--state", "Mars", "--supplier", "RUS");
    expect(status).toBe(2);
    expect(stderr).toContain("Mars");
  });

  it("tells how far a state hangs on a supplier, how that ages, and what befell other buyers", async () => {
    const {stdout} = await call("arms", "--state", "IDN", "--supplier", "RUS", "--json");
    const {outcome, cells} = JSON.parse(stdout);
    expect(outcome.dependence.low).toBeGreaterThan(0.05);
    expect(outcome.ageing[0].value).toBeGreaterThan(outcome.ageing[3].value);
    expect(cells.map(({part}: {part: string}) => part)).toEqual([
      "dependence",
      "ageing",
      "designation",
      "spares",
      "loss",
    ]);
    const {stdout: text} = await call("arms", "--state", "IDN", "--supplier", "RUS");
    expect(text).toMatch(/2 of 48 buyers of arms from Russia/);
  });
});

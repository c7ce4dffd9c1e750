import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

let ledger: string;
const demarche = (...args: string[]) => callDemarche([...args, "--ledger", ledger]);
const json = async (...args: string[]) => JSON.parse((await demarche(...args, "--json")).stdout);

beforeAll(async () => {
  const house = await foundingLedger();
  ledger = house.path;
  await house.ledger.close();
});

describe("demarche measure", () => {
  it("lists the measures, each with what it tells", async () => {
    const {stdout, status} = await demarche("measure");
    expect(status).toBe(0);
    for (const id of ["un-agreement", "icews-conflict-change", "trade-mirror-gap", "tilt"])
      expect(stdout).toContain(id);
  });

  it("gives one with its recipe, filtered, and draws it", async () => {
    const svg = join(mkdtempSync(join(tmpdir(), "demarche-svg-")), "arms.svg");
    const args = [
      "measure",
      "arms-stock-share",
      "--state",
      "idn",
      "--partner",
      "RUS",
      "--svg",
      svg,
    ];
    const {recipe, series} = await json(...args);
    expect(recipe.card.formula).toContain("TIV");
    expect(series.map(({id}: {id: string}) => id)).toEqual(["arms-stock-share/IDN/RUS"]);
    const picture = readFileSync(svg, "utf8");
    expect(picture).toMatch(/^<svg [^>]+>/);
    expect(picture).toContain("Russia: share of arms delivered to Indonesia");
    expect(picture).not.toMatch(/NaN|undefined/);
  });

  it("refuses a measure that there is not", async () => {
    const {status, stderr} = await demarche("measure", "friendship");
    expect(status).toBe(2);
    expect(stderr).toContain('there is no measure "friendship"');
  });
});

describe("demarche change", () => {
  it("tells each pair's chance, trend and likeliest year, and announces none that is not sure", async () => {
    const {moved} = await json("change");
    expect(moved.length).toBeGreaterThan(15);
    for (const one of moved) {
      expect(one.announced).toBe(one.chance >= 0.95);
      expect(one.chance).toBeLessThanOrEqual(1);
    }
    const pair = moved.find(
      (one: {state: string; partner: string; kind: string}) =>
        one.state === "MYS" && one.partner === "CHN" && one.kind === "conflict",
    );
    expect(pair).toMatchObject({direction: "rise", likeliest: {year: 2014}, trendTold: true});
    const russia = moved.find(
      (one: {state: string; partner: string; kind: string}) =>
        one.state === "IDN" && one.partner === "RUS" && one.kind === "cooperation",
    );
    expect(russia.trend.value).toBeLessThan(-9);
    expect(russia.trendTold).toBe(false);
  });

  it("says so where no counts were known", async () => {
    expect((await demarche("change", "--as-of", "1999-01-01")).stdout).toContain(
      "No pair has typed event counts",
    );
  });
});

describe("demarche exposure", () => {
  it("tells programmes by the state they aim at, ties by channel, and what is not known", async () => {
    const {programmes, ties} = await json("exposure", "--state", "MYS");
    expect(programmes[0]).toMatchObject({
      target: "RUS",
      programme: "RUSSIA-EO14024",
      list: "us-sdn",
    });
    expect(programmes[0].parties).toBeGreaterThan(4000);
    expect(new Set(ties.map(({state}: {state: string}) => state))).toEqual(new Set(["MYS"]));
    const channels = new Set(ties.map(({channel}: {channel: string}) => channel));
    for (const one of ["trade", "arms", "finance", "energy", "sanctions in force"])
      expect(channels).toContain(one);
    const gaps = ties.filter(({figure}: {figure: {kind: string}}) => figure.kind === "gap");
    expect(gaps.length).toBeGreaterThan(0);
  });
});

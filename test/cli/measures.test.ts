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

describe("demarche dyad", () => {
  it("tells all series of a pair in lanes and draws them on one axis, as SVG and as PNG", async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-dyad-"));
    const [svg, png] = [join(folder, "pair.svg"), join(folder, "pair.png")];
    const {lanes} = await json("dyad", "mys", "CHN", "--svg", svg, "--png", png);
    expect(lanes.map(({lane}: {lane: string}) => lane)).toContain("votes");
    const picture = readFileSync(svg, "utf8");
    expect(picture).toContain("Conflict between Malaysia and China against expectation");
    expect(picture).toContain("icews-conflict v");
    // The likeliest change of conflict, with its chance.
    expect(picture).toMatch(/>6\d %</);
    expect(picture).not.toMatch(/NaN|undefined/);
    expect(sizeOf(readFileSync(png))).toEqual(sizeOf(picture).map((side) => 2 * side));
  });

  it("refuses a pair that the watch does not follow, and says which it does", async () => {
    const {status, stderr} = await demarche("dyad", "BRA", "RUS");
    expect(status).toBe(2);
    expect(stderr).toContain("the watch does not follow BRA towards RUS");
    expect(stderr).toContain("IDN, MYS");
  });
});

describe("demarche posture", () => {
  it("draws the plane as PNG too, and names the data that it rests on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-plane-"));
    const [svg, png] = [join(folder, "plane.svg"), join(folder, "plane.png")];
    const {status} = await demarche("posture", "--svg", svg, "--png", png);
    expect(status).toBe(0);
    const picture = readFileSync(svg, "utf8");
    expect(picture).toContain("icews-pairs, 90 % intervals");
    expect(sizeOf(readFileSync(png))).toEqual(sizeOf(picture).map((side) => 2 * side));
  });
});

/** Width and height that a PNG's header, or an SVG's first element, tells. */
function sizeOf(picture: Buffer | string): number[] {
  if (typeof picture === "string")
    return [...(/ width="(\d+)" height="(\d+)"/.exec(picture) ?? [])].slice(1).map(Number);
  expect(picture.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

describe("demarche change", () => {
  it("tells each pair's chance, trend and likeliest year, and announces none that is not sure", async () => {
    const {moved} = await json("change");
    expect(moved.length).toBeGreaterThan(15);
    for (const one of moved) {
      expect(one.announced).toBe(one.chance >= 0.92);
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

describe("demarche hedging", () => {
  it("tells indicator by indicator what is known, and calls its reading a judgement", async () => {
    const {status, stdout} = await demarche("hedging", "--state", "idn");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Indonesia between Russia and United States: offsetting \(a judgement\)/,
    );
    for (const word of ["arms", "exercises", "access", "votes", "statements", "gap"])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/NaN|undefined|Malaysia/);
  });
});

describe("demarche memberships", () => {
  it("tells bodies shared and agreements in force, and each step to a body with its source", async () => {
    const {stdout} = await demarche("memberships", "--state", "MYS", "--as-of", "2024-08-01");
    expect(stdout).toMatch(/BRICS +applicant +2024-07-28 applicant/);
    const {series, paths} = await json("memberships", "--state", "MYS");
    expect(new Set(series.map(({state}: {state: string}) => state))).toEqual(new Set(["MYS"]));
    for (const {steps} of paths)
      for (const {evidence} of steps) expect(evidence.source.length).toBeGreaterThan(5);
  });
});

describe("demarche validity", () => {
  it("tells correlations, whether ranks hold without a source, and a verdict with its reason on each claim", async () => {
    const {status, stdout} = await demarche("validity");
    expect(status).toBe(0);
    expect(stdout).toContain("Ranks of the powers when a source is missing");
    expect(stdout).toMatch(
      /Russia supplies it with military equipment\. +says it could be +not tested/,
    );
    expect(stdout).toContain("the text says only that it could be");
    expect(stdout).not.toMatch(/NaN|undefined/);
  });
});

describe("a state that the watch does not follow", () => {
  it.each([
    ["hedging", "BRA", "does not follow BRA"],
    ["memberships", "XXX", "is no state"],
    ["exposure", "BRA", "does not follow BRA"],
    ["measure", "XXX", "is no state"],
  ])("is refused by %s in one line", async (command, state, why) => {
    const named = command === "measure" ? [command, "un-agreement"] : [command];
    const {status, stdout, stderr} = await demarche(...named, "--state", state);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(why);
  });
});

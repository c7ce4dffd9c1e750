import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {measureBooks} from "../../src/cli/house.ts";
import {usualPlan} from "../../src/models/index.ts";
import {idealPointsKnown} from "../../src/pipeline/index.ts";
import {day, type Gap, type Measured, type RowsEvidence} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const today = day("2026-11-24");
/** Short chains: they tell nothing of where states stand, only that draws are found. */
const chains = {plan: {...usualPlan, sweeps: 20, burnIn: 10, keepEvery: 1}, chains: 1};

describe("measures over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    const books = {...measureBooks(house.path), chains};
    app = createApi({...house, today: () => today, log: console.error, books});
  });
  afterAll(() => house?.ledger.close());

  const ask = async (path: string) => {
    const response = await app.request(`/api${path}`);
    return {status: response.status, body: await response.json()};
  };
  const post = async (path: string, request: unknown) => {
    const response = await app.request(`/api${path}`, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify(request),
    });
    return {status: response.status, body: await response.json()};
  };

  it("are listed with what each tells, and stand in the contract", async () => {
    const {body} = await ask("/measures");
    const ids = body.measures.map(({id}: {id: string}) => id);
    for (const id of ["un-agreement", "icews-conflict-change", "tilt"]) expect(ids).toContain(id);
    for (const {card} of body.measures) expect(card.tells.length).toBeGreaterThan(10);
    const contract = await ask("/openapi.json");
    for (const path of [
      "/api/measures",
      "/api/measures/{id}",
      "/api/postures",
      "/api/postures/by-sector",
      "/api/hedging",
      "/api/memberships",
      "/api/ranks",
      "/api/dyads/{state}/{power}",
      "/api/exposure",
      "/api/change",
      "/api/validity",
      "/api/ideal-points",
      "/api/screen",
    ])
      expect(Object.keys(contract.body.paths)).toContain(path);
  });

  it("give one series by state, power and sector, each figure with interval or why it has none", async () => {
    const {status, body} = await ask("/measures/un-agreement?state=IDN&power=RUS&sector=diplomacy");
    expect(status).toBe(200);
    expect(body).toMatchObject({asOf: today, measure: {id: "un-agreement"}});
    expect(body.series.map(({id}: {id: string}) => id)).toEqual(["un-agreement/IDN/RUS"]);
    for (const {figure} of body.series[0].points as {figure: Gap | Measured}[]) {
      if (figure.kind === "gap") continue;
      expect(figure.interval !== null || figure.intervalNote !== "").toBe(true);
      expect(figure.evidence.length).toBeGreaterThan(0);
    }
    expect((await ask("/measures/un-agreement?state=IDN&sector=energy")).body.series).toEqual([]);
  });

  it("by sector and month come from moves and from each publisher's event files, none of which is carried", async () => {
    const {status, body} = await ask("/measures/sector-engagement?state=IDN&power=RUS");
    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.series.length).toBeGreaterThan(0);
    for (const one of body.series)
      expect(one).toMatchObject({state: "IDN", partner: "RUS", method: {id: "sector-engagement"}});
  });

  it("say what was known on a past day, and nothing later", async () => {
    const {body} = await ask("/measures/un-agreement?state=IDN&power=RUS&asOf=2010-01-01");
    expect(body.asOf).toBe("2010-01-01");
    const periods = body.series.flatMap(({points}: {points: {period: string}[]}) =>
      points.map(({period}) => period),
    );
    expect(periods.filter((period: string) => period > "2010")).toEqual([]);
    const before = await ask("/change?asOf=1999-01-01");
    expect(before.body.moved).toEqual([]);
  });

  it("place a state between any two of the powers, and rank all of them with an interval", async () => {
    const {body} = await ask("/postures?state=MYS&a=USA&b=CHN");
    expect(body.postures.length).toBeGreaterThan(5);
    for (const one of body.postures) expect(one).toMatchObject({state: "MYS", a: "USA", b: "CHN"});
    const {ranks} = (await ask("/ranks?state=IDN")).body;
    expect(ranks.map(({power}: {power: string}) => power)).toEqual(["RUS", "USA", "EU", "CHN"]);
    for (const {rank} of ranks) {
      expect(rank.low).toBeLessThanOrEqual(rank.median);
      expect(rank.high).toBeGreaterThanOrEqual(rank.median);
    }
  });

  it("judge hedging between two powers from indicators, each cited or a gap, as known on the day", async () => {
    const {body} = await ask("/hedging?state=IDN&a=USA&b=RUS");
    expect(body.hedging).toHaveLength(1);
    const [one] = body.hedging;
    expect(one).toMatchObject({state: "IDN", a: "RUS", b: "USA", basis: "judgement"});
    expect(one.signals).toHaveLength(10);
    for (const {says, evidence} of one.signals)
      expect(evidence.length > 0).toBe(typeof says === "string");
    const before = (await ask("/hedging?state=IDN&a=USA&b=RUS&asOf=1999-01-01")).body;
    expect(before.asOf).toBe("1999-01-01");
    expect(before.hedging[0].reading).toBe("too little known");
  });

  it("tell bodies and agreements in common, and how each came to what it belongs to, as known on the day", async () => {
    const {body} = await ask("/memberships?state=IDN");
    expect(new Set(body.series.map(({method}: {method: {id: string}}) => method.id))).toEqual(
      new Set(["shared-bodies", "agreements-in-force"]),
    );
    const brics = body.paths.find(
      ({organisation}: {organisation: string}) => organisation === "BRICS",
    );
    expect(brics).toMatchObject({state: "IDN", standing: "member"});
    for (const {evidence} of brics.steps) expect(evidence.source.length).toBeGreaterThan(5);
    const before = (await ask("/memberships?state=IDN&asOf=2020-01-01")).body;
    expect(
      before.paths.some(({organisation}: {organisation: string}) => organisation === "BRICS"),
    ).toBe(false);
    const power = (await ask("/memberships?state=RUS")).body.paths;
    expect(power.every(({state}: {state: string}) => state === "RUS")).toBe(true);
  });

  it("place states by sector, of each source of coded events", async () => {
    const {status, body} = await ask("/postures/by-sector?state=IDN");
    expect(status).toBe(200);
    for (const {places, ranks} of body.sources)
      for (const {state} of [...places, ...ranks]) expect(state).toBe("IDN");
  });

  it("give all series of a pair in lanes, with the chance of each change", async () => {
    const {body} = await ask("/dyads/IDN/RUS");
    const lanes = body.lanes.map(({lane}: {lane: string}) => lane);
    expect(lanes).toEqual([
      "votes",
      "trade",
      "arms",
      "events",
      "press",
      "investment",
      "fuel",
      "memberships and treaties",
      "sanctions",
    ]);
    const rows = body.lanes.flatMap((lane: {rows: unknown[]}) => lane.rows);
    for (const {series} of rows) expect(series).toMatchObject({state: "IDN", partner: "RUS"});
    const conflict = rows.find(
      ({series}: {series: {id: string}}) => series.id === "icews-conflict/IDN/RUS",
    );
    const chances = conflict.changes.points.map(
      ({figure}: {figure: {value: number}}) => figure.value,
    );
    expect(Math.max(...chances)).toBeLessThanOrEqual(1);
    expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
  });

  it("tell exposure whose rows can all be opened, as many as it says", async () => {
    const {body} = await ask("/exposure?state=MYS");
    expect(new Set(body.ties.map(({state}: {state: string}) => state))).toEqual(new Set(["MYS"]));
    expect(body.programmes[0]).toMatchObject({target: "RUS", programme: "RUSSIA-EO14024"});
    for (const {parties, evidence} of body.programmes) {
      const {dataset, where, count} = evidence[0] as RowsEvidence;
      const rows = await ask(
        `/evidence?dataset=${dataset}&limit=1&where=${encodeURIComponent(JSON.stringify(where))}`,
      );
      expect(rows.body.total).toBe(count);
      expect(count).toBe(parties);
    }
  });

  it("say what moved with its chance, told as news only where that is high", async () => {
    const {body} = await ask("/change");
    expect(body.moved.length).toBeGreaterThan(15);
    for (const {announced, chance} of body.moved) expect(announced).toBe(chance >= 0.92);
  });

  it("say what the axes go along with, each within its interval, and whether valence survives", async () => {
    const {body} = await ask("/validity");
    for (const {spearman, low, high, says} of body.found) {
      expect(low).toBeLessThanOrEqual(spearman);
      expect(high).toBeGreaterThanOrEqual(spearman);
      expect(says === "not told from none").toBe(low <= 0 && high >= 0);
    }
    const of = (axis: string) =>
      body.found.find(
        (one: {axis: string; yardstick: string; poles: string[]}) =>
          one.axis === axis && one.yardstick === "UN ideal point" && one.poles[1] === "RUS",
      );
    expect(of("co-operative share").low).toBeGreaterThan(0);
    expect(of("volume").high).toBeLessThan(0);
    expect(body.claims).toHaveLength(16);
    for (const {said, because} of body.claims) {
      expect(said.length).toBeGreaterThan(10);
      expect(because).toMatch(/\.$/);
    }
    expect(body.stability.length).toBeGreaterThan(4);
    expect(body.survival.map(({survives}: {survives: boolean}) => survives)).toEqual([true, true]);
  });

  it("give ideal points only where they were worked out, never for a request", async () => {
    const {body: before} = await ask("/ideal-points");
    expect(before.known).toMatchObject({kind: "gap", wouldFill: "run `demarche ideal-points`"});
    await idealPointsKnown({
      ...chains,
      ledger: house.ledger,
      ledgerPath: house.path,
      asOf: today,
      repeated: measureBooks(house.path).repeatedTexts(),
      work: true,
    });
    const {body} = await ask("/ideal-points?session=78");
    expect(body.known).toMatchObject({kind: "points", session: 78});
    expect(body.known.convergence.rHatMax).toBeGreaterThan(1);
    expect(body.known.trails.map(({state}: {state: string}) => state)).toEqual([
      "IDN",
      "MYS",
      "RUS",
      "USA",
      "CHN",
    ]);
    expect(await ask("/ideal-points?session=150")).toMatchObject({status: 404});
  });

  it("screen names in any script, and explain each likeness", async () => {
    const {status, body} = await post("/screen", {
      names: ["ROSOBORONEXPORT", "Рособоронэкспорт", "Wiremu Tanaka-Oyelaran"],
    });
    expect(status).toBe(200);
    const [latin, cyrillic, nobody] = body.screenings;
    for (const {found} of [latin, cyrillic]) {
      expect(found[0].party.name.toUpperCase()).toContain("ROSOBORON");
      expect(found[0].because.length).toBeGreaterThan(0);
    }
    expect(nobody.found).toEqual([]);
    expect(nobody.lists["us-sdn"]).toBeGreaterThan(10_000);
    const before = await post("/screen", {names: ["ROSOBORONEXPORT"], asOf: "1999-01-01"});
    expect(before.body.screenings[0]).toMatchObject({asOf: "1999-01-01", found: [], lists: {}});
  });

  it.each([
    ["/measures/friendship", 404],
    ["/measures/tilt", 404],
    ["/measures/un-agreement?state=indonesia", 400],
    ["/measures/un-agreement?sector=spaceflight", 400],
    ["/measures/un-agreement?asOf=soon", 400],
    ["/measures/un-agreement?state=XXX", 404],
    ["/postures?state=BRA", 404],
    ["/postures/by-sector?state=XXX", 404],
    ["/hedging?state=BRA", 404],
    ["/hedging?a=the-west", 400],
    ["/memberships?state=XXX", 404],
    ["/ranks?state=XXX", 404],
    ["/exposure?state=BRA", 404],
    ["/dyads/IDN/BRA", 404],
    ["/dyads/idn/RUS", 400],
    ["/ideal-points?session=first", 400],
  ])("%s is refused with a sentence", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.whatToDo).not.toBe("");
  });

  it.each([
    {names: []},
    {names: [" "]},
    {names: ["x".repeat(301)]},
    {names: Array.from({length: 101}, () => "Ivanov")},
    {names: ["Ivanov"], kind: "ship"},
    {names: ["Ivanov"], least: 0},
    {names: ["Ivanov"], more: true},
  ])("a screening of what is no list of names is refused (%#)", async (request) => {
    expect((await post("/screen", request)).status).toBe(400);
  });

  it("say what is missing where the server was started without the tables they rest on", async () => {
    const bare = createApi({...house, today: () => today, log: console.error});
    const response = await bare.request("/api/exposure");
    expect(response.status).toBe(404);
    expect((await response.json()).error.message).toContain("without the tables");
  });
});

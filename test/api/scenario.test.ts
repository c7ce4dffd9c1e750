import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  createApi,
  type ScenarioBasesBody,
  type ScenarioBody,
  type ScenarioLine,
} from "../../src/api/index.ts";
import {scenarioRunner} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

/** Two states and two sectors, of which BBB makes less Food. */
const ownTable = {
  name: "mine.csv",
  year: 2019,
  states: ["AAA", "BBB"],
  sectors: ["Food", "Metal"],
  hasSectors: true,
  values: Float64Array.of(80, 20, 10, 60, 90, 10, 30, 120),
  lines: Uint32Array.from({length: 8}, (_, k) => k + 2),
  columns: new Map(),
};

describe("scenarios through the API", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  const scenarios = scenarioRunner(1);
  const logged: string[] = [];
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({
      ...house,
      scenarios,
      ownBase: {
        table: ownTable,
        inputs: null,
        file: {model: {theta: {Food: 3, others: 6}}, base: {columns: {}}},
      },
      today: () => day("2026-11-24"),
      log: (line) => logged.push(line),
    });
  });
  afterAll(async () => {
    await scenarios.close();
    await house.ledger.close();
  });

  const post = async (body: unknown, path = "/api/scenario", signal?: AbortSignal) =>
    app.request(path, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : {signal}),
    });
  const answer = async (body: unknown): Promise<ScenarioBody> => {
    const response = await post(body);
    expect(response.status).toBe(200);
    return response.json();
  };
  const shocks = (...all: object[]) => ({scenario: {shocks: all}});
  const tariff = {tariffPoints: 10, importers: ["USA"], exporters: ["IDN"]};
  const change = ({told}: ScenarioBody, state: string, figure: string) => {
    const at = told.figures.findIndex(({id}) => id === figure);
    return told.rows.find((row) => row.state === state)?.changes[at] ?? null;
  };

  it("say what they can start from: coverage, estimates, what was filled in and who is left out", async () => {
    const response = await app.request("/api/scenario/bases?asOf=2026-11-24");
    const {bases, gaps}: ScenarioBasesBody = await response.json();
    expect(bases.map(({id, year}) => [id, year])).toEqual([
      ["ledger", 2016],
      ["own", 2019],
    ]);
    const notes = bases[0]?.notes.join(" ");
    for (const said of [
      "% of the trade recorded for 2016",
      "Mirror filling",
      "gross output is 2 × GDP",
    ])
      expect(notes).toContain(said);
    expect(bases[0]?.gaps.length).toBeGreaterThan(0);
    expect(bases[1]?.sectors).toEqual(["Food", "Metal"]);
    expect(gaps).toEqual([]);
    const plain = createApi({...house, today: () => day("2026-11-24"), log: () => {}});
    const without: ScenarioBasesBody = await (await plain.request("/api/scenario/bases")).json();
    expect(without.bases.map(({id}) => id)).toEqual(["ledger"]);
    expect(without.gaps[0]).toMatchObject({
      what: "scenarios by sector",
      wouldFill: expect.stringContaining("--matrix"),
    });
  });

  it("tell every state with its interval, headed by structure and base, and the rows they rest on", async () => {
    const body = await answer({...shocks(tariff), draws: 20, about: ["IDN", "USA"]});
    expect(body.heading).toBe("2016 structure, long run, parameter uncertainty only");
    expect(body.base).toMatchObject({matrix: "the carried trade matrix", year: 2016});
    expect(body.told.rows.length).toBe(body.base.states);
    const income = change(body, "IDN", "real-income");
    expect(income?.value).toBeLessThan(0);
    expect(income?.interval?.low).toBeLessThan(income?.interval?.high as number);
    expect(change(body, "IDN", "sales-to-USA")?.value).toBeLessThan(0);
    expect(change(body, "USA", "sales-to-USA")).toBeNull();
    for (const {exporter, importer} of body.flows)
      expect([exporter, importer].some((one) => ["IDN", "USA"].includes(one))).toBe(true);
    expect(body.evidence[0]).toMatchObject({kind: "rows", dataset: "trade-matrix", count: 1});
    expect(body.written?.csv).toContain("IDN,Indonesia,real income,percent,-0.0");
    expect(body.written?.md).toContain("2016 structure, long run, parameter uncertainty only");
  });

  it("combine shocks, and undo one", async () => {
    const ban = {name: "ban", flowFactor: 0, exporters: "RUS", importers: "EU"};
    const [both, undone, alone] = await Promise.all([
      answer({...shocks(tariff, ban), draws: 0}),
      answer({...shocks(tariff, ban), draws: 0, without: ["ban"]}),
      answer({...shocks(tariff), draws: 0}),
    ]);
    expect(undone.told).toEqual(alone.told);
    expect(change(both, "RUS", "real-income")?.value).toBeLessThan(-0.1);
    expect(Math.abs(change(alone, "RUS", "real-income")?.value ?? 1)).toBeLessThan(0.01);
  });

  it("are solved by sector on a matrix that a person brought, with its elasticities", async () => {
    const metal = {tariffPoints: 20, importers: "AAA", exporters: "BBB", sectors: "Metal"};
    const body = await answer({...shocks(metal), base: "own", draws: 0, about: ["AAA"]});
    expect(body.model).toMatchObject({id: "sector-equilibrium", theta: {Food: 3, Metal: 6}});
    const sold = (sector: string) =>
      body.flows.find(
        (flow) => flow.sector === sector && flow.exporter === "BBB" && flow.importer === "AAA",
      );
    expect(sold("Metal")?.after).toBeLessThan(sold("Metal")?.before as number);
    expect(body.evidence).toEqual([]);
  });

  it("come line by line: the centre, how far the draws are, all of it", async () => {
    const response = await post({...shocks(tariff), draws: 20}, "/api/scenario/stream");
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines: ScenarioLine[] = (await response.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({kind}) => kind)).toEqual(["first", "drawn", "drawn", "solved"]);
    expect(lines[1]).toEqual({kind: "drawn", done: 10, of: 20});
    const [first, last] = [lines[0], lines.at(-1)];
    if (first?.kind !== "first" || last?.kind !== "solved") throw new Error("no answer");
    expect(first.body.written).toBeNull();
    expect(change(last.body, "IDN", "exports")?.value).toBe(
      change(first.body, "IDN", "exports")?.value,
    );
  });

  it("stop when the caller hangs up, and the next is answered", async () => {
    const response = await post({...shocks(tariff), draws: 2000}, "/api/scenario/stream");
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    // One thread serves all: it answers only when the one before has let go of it.
    await answer({...shocks(tariff), draws: 0});
  });

  it("tell blocs as one row, and of a lost seller of fuel what is known beside the equilibrium", async () => {
    const response = await post({
      ...shocks({supplier: "lost", fuel: "crude-oil", exporters: "RUS"}),
      draws: 20,
    });
    const body: ScenarioBody = await response.json();
    const blocs = body.told.blocs.map(({state}) => state);
    expect(blocs).toEqual(expect.arrayContaining(["ASEAN", "EU", "WEST"]));
    const asean = body.told.blocs.find(({state}) => state === "ASEAN");
    expect(asean?.members.length).toBe(11);
    expect(asean?.spread[0]?.[0].value).toBeLessThan(asean?.spread[0]?.[1].value ?? 0);
    expect(body.told.rows.some(({state}) => state === "RUS")).toBe(false);
    expect(body.gaps.map(({what}) => what)).toContain("what RUS itself loses");
    const beside = body.beside.map(({text}) => text).join("\n");
    expect(beside).toMatch(/price would first rise by 24 % \(bounds 12\.8 to 28\.5 %/);
    expect(beside).toMatch(/Contracts of Indonesia for crude oil from Russia: not known/);
    expect(body.beside.every(({evidence}) => evidence.length > 0)).toBe(true);
  });

  it("say what is wrong and what to do, in the one shape of errors", async () => {
    const refused = async (body: unknown) => {
      const response = await post(body);
      const {error} = await response.json();
      return {status: response.status, ...error};
    };
    expect(await refused(shocks({...tariff, importers: "USB"}))).toMatchObject({
      status: 400,
      message: expect.stringContaining('the matrix holds no state "USB"'),
    });
    expect(await refused(shocks({...tariff, tariffPoints: -100}))).toMatchObject({
      status: 400,
      message: expect.stringContaining("shocks[1].tariffPoints"),
    });
    expect(await refused(shocks({...tariff, sectors: "Food"}))).toMatchObject({
      message: expect.stringContaining("names sectors, but the matrix has none"),
    });
    expect(await refused({scenario: {model: {theta: 0}, shocks: [tariff]}})).toMatchObject({
      message: expect.stringContaining("an elasticity must be above 0"),
    });
    expect(
      await refused(
        shocks({sanction: {probability: 0.1, lossPercent: 5}, between: ["IDN", "RUS"]}),
      ),
    ).toMatchObject({message: expect.stringContaining("needs its source")});
    // Twenty caps at once take more from Russia than it earns.
    const caps = Array.from({length: 20}, () => ({discountPercent: 99, exporters: "RUS"}));
    expect(await refused(shocks(...caps))).toMatchObject({
      status: 422,
      whatToDo: expect.stringContaining("no figure is given"),
    });
    expect(await refused({...shocks(tariff), about: ["XYZ"]})).toMatchObject({
      status: 400,
      message: expect.stringContaining('"XYZ" is no state or bloc'),
    });
    expect(await refused({...shocks(tariff), draws: 5})).toMatchObject({status: 400});
    expect(await refused({...shocks(tariff), asOf: "2000-01-01"})).toMatchObject({status: 409});
    expect(logged).toEqual([]);
  });
});

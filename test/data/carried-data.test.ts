import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildDataset, openKitchen, recipes} from "../../scripts/data/index.ts";
import {carriedDatasetIds, type DatasetId, datasetTables, isDay} from "../../src/world/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const data = join(root, "data");
const raw = join(root, "../shared/data");

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly source: string;
  readonly citation: string;
  readonly licence: string;
  readonly commercialUse: boolean;
  readonly retrieved: string;
  readonly coverage: {readonly from: string; readonly to: string; readonly note: string};
  readonly rows: number;
  readonly bytes: number;
  readonly hash: string;
  readonly sha256: string;
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
      readonly unit?: string;
    }[];
  };
}

const resources: readonly Resource[] = JSON.parse(
  readFileSync(join(data, "datapackage.json"), "utf8"),
).resources;

let connection: DuckDBConnection;
beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  connection = await instance.connect();
});
afterAll(() => connection.closeSync());

/** Rows of a query in which "@name" stands for a dataset. */
async function ask(query: string): Promise<readonly (readonly unknown[])[]> {
  const sql = query.replace(/@([a-z0-9-]+)/g, (_, id: string) => `'${join(data, id)}.parquet'`);
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

const parquetTypes: Readonly<Record<string, string>> = {
  INTEGER: "integer",
  DOUBLE: "number",
  VARCHAR: "string",
  DATE: "date",
  BOOLEAN: "boolean",
};

describe("the data package", () => {
  it("has one resource for each dataset of the ledger, in that order", () => {
    expect(resources.map(({name}) => name)).toEqual([...carriedDatasetIds]);
    expect(recipes.map(({id}) => id)).toEqual([...carriedDatasetIds]);
  });

  it("has the columns that the ledger's tables declare", () => {
    const declared = {
      integer: "integer",
      double: "number",
      text: "string",
      day: "date",
      truth: "boolean",
    };
    for (const {name, schema} of resources) {
      const {columns, key} = datasetTables[name as DatasetId];
      const fields = schema.fields.slice(2).map((field) => [field.name, field.type]);
      expect(Object.entries(columns).map(([column, type]) => [column, declared[type]])).toEqual(
        fields,
      );
      expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
    }
  });

  it("weighs at most 25 MB", () => {
    const bytes = resources.map(({path}) => statSync(join(data, path)).size);
    expect(bytes).toEqual(resources.map((resource) => resource.bytes));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25e6);
  });

  it.each(resources)("says truly what $name is", async (resource) => {
    const bytes = readFileSync(join(data, resource.path));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(resource.sha256);
    expect(resource.hash).toBe(`sha256:${resource.sha256}`);
    for (const words of [
      resource.title,
      resource.source,
      resource.citation,
      resource.licence,
      resource.coverage.note,
    ])
      expect(words.length).toBeGreaterThan(8);
    expect(isDay(resource.retrieved)).toBe(true);
    const described = await ask(`DESCRIBE SELECT * FROM @${resource.name}`);
    expect(described.map(([name, type]) => [name, parquetTypes[String(type)]])).toEqual(
      resource.schema.fields.map(({name, type}) => [name, type]),
    );
    expect(resource.schema.fields.every(({description}) => description.length > 3)).toBe(true);
  });

  it.each(resources)("numbers the rows of $name from 1 and dates each", async ({name, rows}) => {
    const [counts] = await ask(`
      SELECT CAST(count(*) AS INTEGER), min("row"), max("row"), CAST(count(DISTINCT "row") AS INTEGER),
        CAST(count(recorded_on) AS INTEGER), max(recorded_on) < DATE '2026-11-24' FROM @${name}`);
    expect(counts).toEqual([rows, 1, rows, rows, rows, true]);
  });

  it("bars commercial use of SIPRI's and the United Nations' data", () => {
    const barred = resources.filter(({source}) => /SIPRI|UN Digital Library/.test(source));
    expect(barred.map(({name}) => name)).toEqual([
      "un-votes",
      "un-resolutions",
      "arms-orders",
      "arms-deliveries",
      "military-spending",
    ]);
    expect(barred.some(({commercialUse}) => commercialUse)).toBe(false);
  });

  it("is cited in NOTICE, each dataset with its terms", () => {
    const notice = readFileSync(join(root, "NOTICE"), "utf8");
    for (const {name, citation, licence} of resources) {
      expect(notice).toContain(`${name}: `);
      expect(notice).toContain(citation);
      expect(notice).toContain(licence);
    }
  });

  it("has a row for each field that the thinking rooms read", () => {
    const fields = (name: string) =>
      resources
        .find((resource) => resource.name === name)
        ?.schema.fields.map((field) => field.name);
    expect(fields("arms-orders")).toEqual(
      expect.arrayContaining(["order_year_uncertain", "delivery_years", "tiv_delivered"]),
    );
    expect(fields("event-rows")).toEqual(
      expect.arrayContaining(["global_event_id", "cameo_text", "sources_count", "url"]),
    );
  });
});

describe("known facts", () => {
  const tally = (symbol: string) =>
    ask(
      `SELECT vote, CAST(count(*) AS INTEGER) FROM @un-votes WHERE symbol = '${symbol}' AND vote <> 'absent' GROUP BY 1 ORDER BY 1`,
    );

  it.each([
    ["A/RES/ES-11/1", 141, 5, 35],
    ["A/RES/68/262", 100, 11, 58],
    ["A/RES/ES-11/7", 93, 18, 65],
  ])("%s stands %i-%i-%i", async (symbol, yes, no, abstain) => {
    expect(await tally(symbol)).toEqual([
      ["abstain", abstain],
      ["no", no],
      ["yes", yes],
    ]);
  });

  it("keeps every General Assembly roll call, its counts equal to the publisher's", async () => {
    const [counts] = await ask(`
      WITH told AS (SELECT record_id, count(*) FILTER (vote = 'yes') AS yes, count(*) FILTER (vote = 'no') AS no,
          count(*) FILTER (vote = 'abstain') AS abstain FROM @un-votes GROUP BY 1)
      SELECT CAST(count(*) AS INTEGER), bool_and(t.yes = r.yes AND t.no = r.no AND t.abstain = r.abstain)
      FROM told t JOIN @un-resolutions r USING (record_id)`);
    expect(counts).toEqual([5539, true]);
  });

  it("leaves the counts of a resolution without a recorded vote empty", async () => {
    expect(
      await ask(
        `SELECT CAST(count(*) AS INTEGER), CAST(count(yes) AS INTEGER) FROM @un-resolutions WHERE NOT recorded_vote`,
      ),
    ).toEqual([[1660, 0]]);
  });

  it("has Russia's exports to Indonesia at 0.50 bn and the reverse at 1.26 bn in 2016", async () => {
    const flows = await ask(
      `SELECT exporter, round(value_usd / 1e9, 2) FROM @trade-matrix WHERE year = 2016 AND least(exporter, importer) = 'IDN' AND greatest(exporter, importer) = 'RUS' ORDER BY 1`,
    );
    expect(flows).toEqual([
      ["IDN", 1.26],
      ["RUS", 0.5],
    ]);
  });

  it("adds the sections up to the total, but for goods that were reported under none", async () => {
    const years = await ask(`
      SELECT year, round(1 - sum(value_usd) FILTER (sitc_section IS NOT NULL) / sum(value_usd) FILTER (sitc_section IS NULL), 4)
      FROM @trade-sections GROUP BY 1 ORDER BY 1`);
    expect(years).toEqual([
      [1995, 0.0079],
      [2005, 0],
      [2015, 0],
    ]);
    const [share] = await ask(`
      WITH pairs AS (SELECT sum(value_usd) FILTER (sitc_section IS NOT NULL) AS parts, sum(value_usd) FILTER (sitc_section IS NULL) AS whole
        FROM @trade-sections GROUP BY year, exporter, importer)
      SELECT avg(CASE WHEN abs(coalesce(parts, 0) - whole) <= greatest(1000, whole / 1000) THEN 1.0 ELSE 0 END) > 0.98, bool_and(whole IS NOT NULL) FROM pairs`);
    expect(share).toEqual([true, true]);
  });

  it("turns each pair of the Correlates of War file into two flows", async () => {
    expect(
      await ask(
        `SELECT exporter, importer, value_usd FROM @trade-cow WHERE year = 1990 AND exporter IN ('USA', 'CAN') AND importer IN ('USA', 'CAN') ORDER BY 1`,
      ),
    ).toEqual([
      ["CAN", "USA", 93_780e6],
      ["USA", "CAN", 82_778e6],
    ]);
  });

  it("has Russia's last deliveries of arms to Indonesia in 2014 and to Malaysia in 2013", async () => {
    expect(
      await ask(
        `SELECT recipient, max(year) FROM @arms-deliveries WHERE supplier = 'RUS' AND recipient IN ('IDN', 'MYS') GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      ["IDN", 2014],
      ["MYS", 2013],
    ]);
  });

  it("spreads each deal between states over its delivery years without losing any value", async () => {
    const [sums] = await ask(`
      SELECT abs((SELECT sum(tiv) FROM @arms-deliveries) / (SELECT sum(tiv_delivered) FROM @arms-orders WHERE regexp_full_match(recipient || supplier, '[A-Z]{6}')) - 1) < 1e-6`);
    expect(sums).toEqual([true]);
  });

  it("takes totals out of the energy tables and keeps what they summed", async () => {
    expect(
      await ask(`SELECT fuel, round(sum(value), 1) FROM @energy-2020 GROUP BY 1 ORDER BY 1`),
    ).toEqual([
      ["coal", 31.8],
      ["crude-oil", 2108.6],
      ["lng", 487.9],
      ["oil-products", 1095.2],
      ["pipeline-gas", 755.8],
    ]);
    expect(
      await ask(
        `SELECT round(value, 2) FROM @energy-2020 WHERE fuel = 'coal' AND exporter = 'RUS' AND importer = 'CHN'`,
      ),
    ).toEqual([[1]]);
  });

  it("names who leads, and from when", async () => {
    expect(
      await ask(
        `SELECT state, from_date, recorded_on FROM @leaders WHERE office = 'head of government' AND (person LIKE 'PRABOWO%' OR person LIKE 'ANWAR%') ORDER BY 1`,
      ),
    ).toEqual([
      ["IDN", "2024-10-20", "2024-10-24"],
      ["MYS", "2022-11-25", "2022-12-01"],
    ]);
  });

  it("never lists Russia among the largest partners of Indonesia or Malaysia, and each figure once", async () => {
    expect(
      await ask(`SELECT * FROM @trade-partners WHERE state IN ('IDN', 'MYS') AND partner = 'RUS'`),
    ).toEqual([]);
    expect(
      await ask(
        `SELECT state FROM @trade-partners GROUP BY state, direction, year, partner HAVING count(*) > 1`,
      ),
    ).toEqual([]);
  });

  it("has American and European financial sanctions on Russia from 2014", async () => {
    expect(
      await ask(
        `SELECT sender, min(year) FROM @sanctions-panel WHERE target = 'RUS' AND sender IN ('USA', 'EU') AND kinds LIKE '%financial%' GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      ["EU", 2014],
      ["USA", 2014],
    ]);
  });

  it("keeps every raw event row with its address, and tells states from regions", async () => {
    const [counts] = await ask(`
      SELECT CAST(count(*) AS INTEGER), bool_and(url <> ''), bool_and(source IS NULL OR source NOT IN ('EUR', 'AFR', 'WST', 'SEA')),
        bool_and(between_states = (coalesce(source <> target, false))) FROM @event-rows`);
    expect(counts).toEqual([7719, true, true, true]);
  });

  it("writes states by their three letters wherever a state is meant", async () => {
    const columns = [
      ["un-votes", "state"],
      ["trade-cow", "exporter"],
      ["trade-matrix", "importer"],
      ["trade-sections", "importer"],
      ["trade-partners", "partner"],
      ["fdi", "counterpart"],
      ["gdp", "state"],
      ["leaders", "state"],
      ["sanctions-panel", "target"],
      ["gdelt-pairs", "b"],
      ["icews-pairs", "target"],
      ["event-rows", "source"],
    ];
    for (const [dataset, column] of columns)
      expect(
        await ask(
          `SELECT DISTINCT ${column} FROM @${dataset} WHERE NOT regexp_full_match(${column}, '[A-Z]{3}')`,
        ),
      ).toEqual([]);
  });
});

describe("the build", () => {
  it.skipIf(!existsSync(raw)).each(["un-votes", "trade-partners", "arms-orders", "energy-2020"])(
    "gives the same bytes of %s again",
    async (id) => {
      const recipe = recipes.find((candidate) => candidate.id === id);
      if (recipe === undefined) throw new Error(`no recipe for ${id}`);
      const to = mkdtempSync(join(tmpdir(), "demarche-data-"));
      try {
        const built = await buildDataset(
          recipe,
          openKitchen(connection, raw, () => undefined),
          to,
        );
        const carried = resources.find(({name}) => name === id);
        expect([built.rows, built.sha256]).toEqual([carried?.rows, carried?.sha256]);
      } finally {
        rmSync(to, {recursive: true});
      }
    },
  );
});

import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {exportItems} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

/** Large datasets are left to the store's own tests. */
const files = exportItems.filter(({dataset}) => dataset === null || dataset === "fdi");

describe("downloads", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({...house, today: () => day("2026-12-01"), log: () => {}});
  });
  afterAll(() => house.ledger.close());

  it.each(files)(
    "give $name with its media type and a name to save it by",
    async ({name, mediaType}) => {
      const response = await app.request(`/api/export/${name}?asOf=2026-11-30`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe(mediaType);
      expect(response.headers.get("content-disposition")).toBe(
        `attachment; filename="demarche-2026-11-30-${name}"`,
      );
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    },
  );

  it("are those that the command line writes, as of the same day", async () => {
    const response = await app.request("/api/export/moves.geojson?asOf=2026-11-30");
    const {demarche, features} = await response.json();
    expect(demarche.asOf).toBe("2026-11-30");
    expect(features.length).toBeGreaterThan(100);
  });

  it("are the same bytes when they are asked for again", async () => {
    const ask = async () =>
      Buffer.from(await (await app.request("/api/export/fdi.parquet")).arrayBuffer());
    expect((await ask()).equals(await ask())).toBe(true);
  });

  it("name what there is where there is no such file", async () => {
    for (const name of ["moves.exe", "..%2Fledger.duckdb", "ledger.duckdb"]) {
      const response = await app.request(`/api/export/${name}`);
      expect(response.status).toBe(404);
      expect((await response.json()).error.whatToDo).toContain("moves.geojson");
    }
  });

  it("are given to nobody who calls this machine by another name", async () => {
    const elsewhere = await app.request("http://rebound.example:4173/api/export/captures.warc.gz");
    expect(elsewhere.status).toBe(403);
  });
});

import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {DatasetId} from "../../../src/world/index.ts";
import {countOnlyIn, fillTable, openTables} from "./imported-table.ts";

const files = "../shared/data/memberships";
const connection = await openTables();
afterAll(() => connection.closeSync());

/** A party's dates are HUGGO's where it has the party at all; an agreement's are taken one by one. */
const dates = (ofParty: boolean) =>
  ["signed", "in_force", "ended"]
    .flatMap((date) => {
      const huggo = ofParty ? "h.id IS NOT NULL" : `h.${date} IS NOT NULL`;
      return [date, `${date}_precision`].map(
        (name) => `CASE WHEN ${huggo} THEN h.${name} ELSE d.${name} END AS ${name}`,
      );
    })
    .join(", ");
const source = `CASE WHEN h.id IS NULL THEN 'DESTA' WHEN d.id IS NULL THEN 'HUGGO' ELSE 'DESTA+HUGGO' END AS source_dataset`;

describe.skipIf(!existsSync(files))(
  "the carried agreements are those of DESTA and HUGGO, laid over one another (needs ../shared)",
  () => {
    beforeAll(async () => {
      const fill = (table: string, dataset: DatasetId, importer: string, file: string) =>
        fillTable(connection, table, dataset, importer, `${files}/${file}`);
      const [members, huggo] = [
        "manytrade_memberships_DESTA_MEM.csv.gz",
        "manytrade_memberships_HUGGO_MEM.csv.gz",
      ];
      await fill("desta", "agreements", "agreements-desta", "manytrade_agreements_DESTA.csv.gz");
      await fill("huggo", "agreements", "agreements-huggo", huggo);
      await fill("desta_members", "agreement-members", "agreements-desta", members);
      await fill("huggo_members", "agreement-members", "agreements-huggo", huggo);
    });

    it("their parties", async () => {
      const both = `(SELECT id, state, ${dates(true)}, ${source}
        FROM (SELECT DISTINCT * FROM desta_members) d FULL JOIN (SELECT DISTINCT * FROM huggo_members) h USING (id, state))`;
      const carried = "'data/agreement-members.parquet'";
      expect(await countOnlyIn(connection, "agreement-members", both, carried)).toBe(0);
      expect(await countOnlyIn(connection, "agreement-members", carried, both)).toBe(0);
    });

    it("the agreements themselves", async () => {
      const both = `(SELECT id, coalesce(d.title, h.title) AS title, ${dates(false)}, ${source}
        FROM (SELECT DISTINCT * FROM desta) d FULL JOIN huggo h USING (id))`;
      // DESTA lists the parties of talks that came to nothing, which make no agreement; one row of HUGGO is blank.
      const listed = "(SELECT id FROM desta UNION ALL SELECT id FROM huggo)";
      const carried = `(FROM 'data/agreements.parquet' WHERE id IN ${listed})`;
      const others = `(FROM 'data/agreements.parquet' WHERE id NOT IN ${listed})`;
      const undated = `(FROM ${others} WHERE coalesce(signed, in_force, ended) IS NULL)`;
      expect(await countOnlyIn(connection, "agreements", others, undated)).toBe(0);
      expect(await countOnlyIn(connection, "agreements", both, carried)).toBe(0);
      expect(await countOnlyIn(connection, "agreements", carried, both)).toBe(0);
    });
  },
);

import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {eventImporterIds, InputError, loadEventImporter} from "../../../src/sources/index.ts";
import type {Database} from "../../../src/store/database.ts";
import {eventFolder} from "../../../src/store/events/event-folder.ts";
import {namedFiles} from "../../../src/store/events/event-manifest.ts";
import {emptyLedger, fileOf, takeIn} from "./event-ledger.ts";

const inputs = "test/input/importers";
const outputs = resolve("test/output/importers");

/** Columns that say where a row stands and when it came, not what it says. */
const placeColumns =
  "recorded_on, import_entry, file, row_hash, dataset, year, month, month_number";

async function rowsKept(ledger: Database): Promise<readonly string[]> {
  const paths = (await namedFiles(ledger)).map(({file}) => join(eventFolder(ledger.path), file));
  if (paths.length === 0) return [];
  const rows = await ledger.rows(
    `SELECT line, to_json(e) FROM (SELECT * EXCLUDE (${placeColumns})
      FROM read_parquet($paths, hive_partitioning=true)) e ORDER BY line`,
    {paths},
  );
  return rows.map(([line, json]) => {
    const said = Object.entries(JSON.parse(String(json)) as Record<string, unknown>);
    const told = said.filter(([name, value]) => value !== null && name !== "line");
    return `${line} ${told.map(([name, value]) => `${name}=${value}`).join(" | ")}`;
  });
}

/** What the store makes of each file of an importer's case, taken in alone. */
async function shown(id: string) {
  const importer = await loadEventImporter(id);
  if (importer === null) throw new Error(`no importer ${id}`);
  const told: Record<string, unknown> = {};
  const names = readdirSync(join(inputs, id)).filter((name) => name !== "README.md");
  for (const name of names.sort()) {
    const ledger = await emptyLedger();
    try {
      const file = fileOf(readFileSync(join(inputs, id, name)), name);
      const {receipt, rejects} = await takeIn(ledger, importer, "2031-03-01", file);
      told[name] = {
        counts: receipt.events,
        rows: await rowsKept(ledger),
        rejects: rejects.map(({line, column, why}) => `${line} ${column ?? "-"}: ${why}`),
      };
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      told[name] = `refused: ${fault.message}; ${fault.whatToDo}`;
    } finally {
      await ledger.close();
    }
  }
  return told;
}

describe("a publisher's file of events gives these rows, and these rejects", () => {
  it.each(eventImporterIds)("%s", async (id) => {
    await expect(`${JSON.stringify(await shown(id), null, 1)}\n`).toMatchFileSnapshot(
      join(outputs, `${id}.json`),
    );
  });
});

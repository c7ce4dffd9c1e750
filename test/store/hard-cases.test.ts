import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, readFileSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {describe, expect, it} from "vitest";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";

const usd = (state: string, value: number) => ({state, year: 2024, usd: value, basis: "test"});

/** Imports a made file in another process, which may not write files larger than so many blocks of 512 bytes. */
function importUnderLimit(path: string, blocks: number): {status: number | null; told: string} {
  const script = `
    import {openLedger} from "./src/store/index.ts";
    import {madeFile} from "./bench/made-file.ts";
    const ledger = await openLedger({path: process.argv[1]});
    try {
      for (let file = 2; file < 40; file += 3) await ledger.importRows(madeFile(file));
    } catch (error) {
      console.log(JSON.stringify({name: error.name, exitCode: error.exitCode, message: error.message}));
      process.exit(4);
    }
    process.exit(0);`;
  const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --import tsx --input-type=module -e "$1" "$2"`;
  const child = spawnSync("sh", ["-c", command, process.execPath, script, path], {
    encoding: "utf8",
  });
  return {status: child.status, told: child.stdout};
}

describe("in hard times", () => {
  it("a full disk is told in a line, and what was kept before is whole", async () => {
    const path = await makeSmallLedger();
    let ledger = await openLedger({path});
    await ledger.importRows(smallImport({on: "2026-11-01", rows: [usd("IDN", 1)]}));
    await ledger.close();
    const blocks = Math.ceil(statSync(path).size / 512) + 600;
    const {status, told} = importUnderLimit(path, blocks);
    expect(status).toBe(4);
    expect(JSON.parse(told)).toMatchObject({name: "StoreError", exitCode: 4});
    ledger = await openLedger({path});
    const {faults} = await ledger.verify();
    expect(faults).toEqual([]);
    const where = [{column: "basis", in: ["test"]}];
    const asOf = day("2026-12-31");
    const kept = await ledger.rows({dataset: "gdp", where, asOf, limit: 1, offset: 0});
    expect(kept.total).toBe(1);
    await ledger.importRows(smallImport({on: "2026-12-02", rows: [usd("MYS", 2)]}));
    expect((await ledger.verify()).whole).toBe(true);
    await ledger.close();
  });

  it.skipIf(process.getuid?.() === 0)(
    "a folder that is only read lets the ledger be read",
    async () => {
      const path = await makeSmallLedger();
      chmodSync(path, 0o444);
      chmodSync(dirname(path), 0o555);
      await expect(openLedger({path})).rejects.toMatchObject({exitCode: 4});
      const ledger = await openLedger({path, readOnly: true});
      expect((await ledger.verify()).whole).toBe(true);
      await ledger.close();
      chmodSync(dirname(path), 0o755);
    },
  );

  it("a ledger opened for reading refuses to write, in a line, and is not changed", async () => {
    const path = await makeSmallLedger();
    const bytes = readFileSync(path);
    const ledger = await openLedger({path, readOnly: true});
    await expect(
      ledger.importRows(smallImport({on: "2026-11-01", rows: [usd("IDN", 1)]})),
    ).rejects.toMatchObject({name: "StoreError", exitCode: 3});
    await ledger.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("a second writer hears who holds the ledger, and the first one works on", async () => {
    const path = await makeSmallLedger();
    const ledger = await openLedger({path});
    await expect(openLedger({path})).rejects.toMatchObject({name: "LedgerHeld", exitCode: 3});
    const script = `
      import {openLedger} from "./src/store/index.ts";
      await openLedger({path: process.argv[1]}).catch((error) => console.log(error.name, error.message));`;
    const heard = execFileSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script, path],
      {encoding: "utf8"},
    );
    expect(heard).toContain("LedgerHeld");
    expect(heard).toContain(`(PID ${process.pid})`);
    await ledger.importRows(smallImport({on: "2026-11-01", rows: [usd("IDN", 1)]}));
    await ledger.close();
  });
});

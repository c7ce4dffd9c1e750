import {copyFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {emptyFolder, makeSmallLedger} from "../store/make-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

const demarche = (...args: string[]) => callDemarche(args);

describe("a ledger is looked after", () => {
  let ledger: string;
  beforeAll(async () => {
    ledger = await makeSmallLedger();
  });

  it("is verified, backed up and restored", async () => {
    const verified = await demarche("verify", "--ledger", ledger, "--json");
    expect(verified.status).toBe(0);
    const {whole, head} = JSON.parse(verified.stdout);
    expect(whole).toBe(true);
    const backup = join(emptyFolder(), "backup");
    expect((await demarche("backup", backup, "--ledger", ledger)).stdout).toContain(
      `head: ${head}`,
    );
    const refused = await demarche("restore", backup, "--ledger", ledger);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--force");
    const other = join(emptyFolder(), "other.duckdb");
    expect((await demarche("restore", backup, "--ledger", other)).status).toBe(0);
    expect((await demarche("verify", "--ledger", other, "--expect", head)).status).toBe(0);
    const lost = await demarche("verify", "--ledger", other, "--expect", "f".repeat(64));
    expect(lost.status).toBe(6);
    const doctor = await demarche("doctor", "--ledger", ledger);
    expect(doctor.stdout).toMatch(/verified on \d{4}-\d\d-\d\d: nothing was altered/);
  });

  it("names the first row that was altered, with an exit code of its own", async () => {
    const path = join(emptyFolder(), "ledger.duckdb");
    copyFileSync(ledger, path);
    const database = await openDatabase(path, false);
    await database.run('UPDATE gdp SET usd = 1 WHERE "row" = 1234');
    await database.close();
    const {status, stdout} = await demarche("verify", "--ledger", path);
    expect(status).toBe(6);
    expect(stdout).toBe("gdp row 1,234 (carried) was altered\n");
  });

  it("must be there to be looked after", async () => {
    for (const command of [["verify"], ["backup", join(emptyFolder(), "backup")]]) {
      const {status, stderr} = await demarche(
        ...command,
        "--ledger",
        join(emptyFolder(), "none.duckdb"),
      );
      expect(status).toBe(3);
      expect(stderr).toContain("demarche init");
    }
  });
});

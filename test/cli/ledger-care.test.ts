import {copyFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {emptyFolder, makeSmallLedger} from "../store/make-ledger.ts";
import {runDemarche} from "./run-demarche.ts";

const demarche = (...args: string[]) => runDemarche(args);

describe("a ledger is looked after", () => {
  let ledger: string;
  beforeAll(async () => {
    ledger = await makeSmallLedger();
  });

  it("is verified, backed up and restored", () => {
    const verified = demarche("verify", "--ledger", ledger, "--json");
    expect(verified.status).toBe(0);
    const {whole, head} = JSON.parse(verified.stdout);
    expect(whole).toBe(true);
    const backup = join(emptyFolder(), "backup");
    expect(demarche("backup", backup, "--ledger", ledger).stdout).toContain(`head: ${head}`);
    const refused = demarche("restore", backup, "--ledger", ledger);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--force");
    const other = join(emptyFolder(), "other.duckdb");
    expect(demarche("restore", backup, "--ledger", other).status).toBe(0);
    expect(demarche("verify", "--ledger", other, "--expect", head).status).toBe(0);
    const lost = demarche("verify", "--ledger", other, "--expect", "f".repeat(64));
    expect(lost.status).toBe(6);
    const doctor = demarche("doctor", "--ledger", ledger);
    expect(doctor.stdout).toMatch(/verified on \d{4}-\d\d-\d\d: nothing was altered/);
  });

  it("names the first row that was altered, with an exit code of its own", async () => {
    const path = join(emptyFolder(), "ledger.duckdb");
    copyFileSync(ledger, path);
    const database = await openDatabase(path, false);
    await database.run('UPDATE gdp SET usd = 1 WHERE "row" = 1234');
    await database.close();
    const {status, stdout} = demarche("verify", "--ledger", path);
    expect(status).toBe(6);
    expect(stdout).toBe("gdp row 1,234 (carried) was altered\n");
  });

  it("must be there to be looked after", () => {
    for (const command of [["verify"], ["backup", join(emptyFolder(), "backup")]]) {
      const {status, stderr} = demarche(...command, "--ledger", join(emptyFolder(), "none.duckdb"));
      expect(status).toBe(3);
      expect(stderr).toContain("demarche init");
    }
  });
});

import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

const report =
  "Indonesia held talks with Russia on a nuclear reactor off Bangka island, the foreign ministry said. The survey of three anchorages begins in October and costs four million dollars, which the two sides share.";

describe("demarche copies", () => {
  let ledger: string;
  const demarche = (...args: string[]) => callDemarche([...args, "--ledger", ledger]);
  const folder = mkdtempSync(join(tmpdir(), "demarche-copies-"));
  const read = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    const {status, stderr} = await demarche("read", join(folder, name));
    expect(stderr).not.toContain("fault of ours");
    expect(status).toBe(0);
  };

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
    await read("wire.txt", `JAKARTA, 3 March 2026 (Antara) - ${report}\n`);
    await read(
      "paper.txt",
      `KUALA LUMPUR, 4 March 2026 (Bernama) - ${report}\n\nIt was a long day.\n`,
    );
  });

  it("tells who copies whom, how much is shared and the hours between", async () => {
    const {status, stdout} = await demarche("copies");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Bernama +\S.* 1 +1 +100 %/);
    expect(stdout).toMatch(/Bernama .*ANTARA.* copy .* 24 /);
    expect(stdout).toContain("1 of 1 copies; 2 of 2 articles are 1 text (copies@1)");
  });

  it("prints the same as JSON, and knows nothing before its day", async () => {
    const known = JSON.parse((await demarche("copies", "--json")).stdout);
    expect(known.clusters).toEqual([
      expect.objectContaining({
        independentOrigins: 1,
        edges: [expect.objectContaining({hours: 24})],
      }),
    ]);
    const asOf = await demarche("copies", "--json", "--as-of", "2026-11-25");
    const before = JSON.parse(asOf.stdout);
    expect(before).toMatchObject({compared: 0, clusters: [], sources: []});
  });

  it("refuses a limit that is no count", async () => {
    expect((await demarche("copies", "--limit", "none")).status).toBe(2);
  });
});

import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

describe("demarche pledges", () => {
  let ledger: string;
  const demarche = (...args: string[]) =>
    callDemarche(["pledges", ...args, "--ledger", ledger, "--as-of", "2026-11-24"]);

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
  });

  it("lists what is overdue, and counts how the rest stands", async () => {
    const {status, stdout} = await demarche("--overdue", "--state", "MYS");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /2014 +2014 +arms-order +contract, overdue +11\.0 +0 % +Malaysia ordered 5 Gowind-2500/,
    );
    expect(stdout).toMatch(/pledges: \d+ open \(\d+ overdue\), 0 kept, 0 ended; \d+ of all states/);
  });

  it("shows a track with what nobody could name a source for", async () => {
    const {stdout} = await demarche("--track", "eaeu-free-trade");
    expect(stdout).toContain("Indonesia and the Eurasian Economic Union open talks on free trade.");
    expect(stdout).toContain("Not known:");
    expect(stdout).toContain("no notice of ratification was found");
  });

  it("tells one pledge step by step, by its id or the beginning of one", async () => {
    const found = await demarche("--track", "fighter-orders", "--stage", "cancelled", "--json");
    const {pledges} = JSON.parse(found.stdout);
    const su35 = pledges.find(({text}: {text: string}) => text.includes("Su-35"));
    const {stdout} = await demarche("--history", su35.id.slice(0, 8));
    expect(stdout).toMatch(/2021-12-22 +cancelled +The chief of Indonesia's air force/);
    expect(stdout).toMatch(/2025-10-29 +told +Russia's ambassador says/);
    expect(stdout).toContain("tass.com/politics/2036783");
  });

  it("alerts end with an exit code of their own, for a job, and with none in a quiet month", async () => {
    const alerts = (since: string, asOf: string, ...more: string[]) =>
      callDemarche([
        ...["pledges", "--alerts", "--since", since, "--as-of", asOf],
        ...["--ledger", ledger, ...more],
      ]);
    const busy = await alerts("2021-12-01", "2021-12-31");
    expect(busy.status).toBe(7);
    expect(busy.stdout).toMatch(
      /2021-12-22 +ended +[0-9a-f]{8} +From contract to cancelled\. +.*Su-35/,
    );
    const json = await alerts("2021-12-01", "2021-12-31", "--json", "--track", "fighter-orders");
    expect(json.status).toBe(7);
    expect(JSON.parse(json.stdout)).toMatchObject({since: "2021-12-01", until: "2021-12-31"});
    const quiet = await alerts("2026-11-20", "2026-11-24");
    expect(quiet).toMatchObject({
      status: 0,
      stdout: "nothing moved from 2026-11-20 to 2026-11-24\n",
    });
  });

  it("a step is judged by the id that its history prints, and stands aside in it after", async () => {
    const found = await demarche("--track", "fighter-orders", "--stage", "cancelled", "--json");
    const su35 = JSON.parse(found.stdout).pledges.find(({text}: {text: string}) =>
      text.includes("Su-35"),
    );
    const history = (...args: string[]) =>
      callDemarche(["pledges", "--history", su35.id.slice(0, 8), "--ledger", ledger, ...args]);
    const [, step = ""] = /([0-9a-f]{8}:[0-9a-f]{8}) +2021-12-22 +cancelled/.exec(
      (await history()).stdout,
    ) ?? [""];
    const by = ["--author", "Ana", "--reason", "the contract still stands", "--ledger", ledger];
    const kept = await callDemarche(["judge", "reject", step, ...by]);
    expect(kept.stdout).toMatch(/^kept [0-9a-f]{16}: rejected/);
    expect(kept.stdout).toMatch(new RegExp(`pledge +${su35.id}.*cancelled, ended.*contract, open`));
    const {stdout} = await history();
    expect(stdout).toContain("arms-order, open: contract");
    expect(stdout).toMatch(/Set aside by people.*2021-12-22 +cancelled/s);
    const listed = await callDemarche(["judge", "--list", "--ledger", ledger]);
    expect(listed.stdout).toMatch(/Ana +rejected +[0-9a-f:]+ +applied/);
    expect((await history("--as-of", "2026-11-24")).stdout).toContain(
      "arms-order, ended: cancelled",
    );
  });

  it("tells rates with their intervals, and why some kinds have none", async () => {
    const {stdout} = await demarche("--rates");
    expect(stdout).toMatch(
      /Arms orders from Russia +\d+ commitments +\d\d\.\d % \(\d\d\.\d % to \d\d\.\d %\)/,
    );
    expect(stdout).toContain("takes cancelled orders out");
    expect(stdout).toContain("No rate of Visits and summits");
  });

  it.each([
    [["--stage", "begun"], "write one of said, memorandum"],
    [["--state", "IDM"], "did you mean IDN?"],
    [["--track", "gas"], "write one of visits-and-summits"],
    [["--limit", "few"], "--limit"],
    [["--history", "zzzz"], "take an id from `demarche pledges`"],
    [["--alerts"], "add --since"],
    [["--alerts", "--since", "2027-01-01"], "name the earlier day"],
  ])("%j is bad input with what to do", async (args, whatToDo) => {
    const {status, stderr} = await demarche(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(whatToDo);
  });
});

import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {openLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {makeSmallLedger} from "../store/make-ledger.ts";
import {callDemarche} from "./call-demarche.ts";
import {main} from "./run-demarche.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-collect-"));
const own = join(folder, "own/sources.yaml");
const notes = join(folder, "notes");
let ledger: string;
const args = (...more: readonly string[]) => [...more, "--ledger", ledger, "--sources", own];
const demarche = (...more: readonly string[]) => callDemarche(args(...more), folder);
const write = (name: string) =>
  writeFileSync(
    join(notes, name),
    `Note ${name}: Indonesia held talks with Russia on energy, the ministry said.\n`,
  );

beforeAll(async () => {
  ledger = await makeSmallLedger();
  mkdirSync(notes);
  for (const name of ["a.txt", "b.txt", "c.txt"]) write(name);
});

describe("demarche sources", () => {
  it("adds one of your own to your file, with its comments kept", async () => {
    mkdirSync(join(folder, "own"));
    writeFileSync(own, "# Mine.\n");
    const added = await demarche("sources", "add", "notes", "--kind", "folder", "--at", notes);
    expect(added).toMatchObject({status: 0, stdout: expect.stringContaining("notes stands in")});
    expect(readFileSync(own, "utf8")).toMatch(/^# Mine\.\n[\s\S]*id: notes\n/);
  });

  it.each([
    [["sources", "add", "notes", "--kind", "folder", "--at", "x"], "stands there"],
    [["sources", "add"], "name one source and where it is"],
    [["sources", "add", "x", "--at", "ftp://a.example/"], "are not fetched"],
    [["sources", "add", "x", "--at", "https://a.example/", "--country", "IDM"], "is no state"],
    [["sources", "list", "note"], "did you mean notes?"],
    [["sources", "eat"], "it can list, check and add"],
    [["collect", "--source", "note"], "did you mean notes?"],
    [["collect", "--once", "--every"], "exclude each other"],
    [["collect", "--limit", "none"], "is no count"],
    [["collect", "--as-of", "2020-01-01"], "known from today"],
  ])("refuses %j in a line", async (given, why) => {
    const {status, stderr} = await demarche(...given);
    expect(status).toBe(2);
    expect(stderr).toContain(why);
  });

  it("says of each how it does: not checked from this machine, until it was", async () => {
    const health = async () =>
      JSON.parse((await demarche("sources", "list", "notes", "--json")).stdout)[0];
    expect(await health()).toMatchObject({state: "unchecked", checkedOn: null});
    const checks = JSON.parse((await demarche("sources", "check", "notes", "--json")).stdout);
    expect(checks).toEqual([{id: "notes", isSound: true, words: "3 files"}]);
    expect(await health()).toMatchObject({
      state: "answers",
      checkedOn: expect.any(String),
      items: 0,
    });
    expect((await demarche("sources")).stdout).toContain("not checked from this machine");
  });
});

describe("demarche collect", () => {
  it("reads what is new, and says what came of each source", async () => {
    const first = await demarche("collect", "--source", "notes", "--json");
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout).sources).toEqual([
      expect.objectContaining({id: "notes", fresh: 3, kept: 3, error: null}),
    ]);
    write("d.txt");
    const second = await demarche("collect", "--source", "notes");
    expect(second.stdout).toContain("1 articles kept");
  });

  it("goes on where a killed run was: every file once", async () => {
    const names = Array.from({length: 150}, (_, i) => `many-${i}.txt`);
    for (const name of names) write(name);
    const killed = spawn(process.execPath, [main, ...args("collect", "--source", "notes")]);
    await new Promise<void>((heard) => {
      killed.stderr.on("data", (told) => {
        if (/[1-9]\d* of 1\d\d pages read/.test(String(told))) heard();
      });
    });
    killed.kill("SIGKILL");
    await once(killed, "close");
    const rest = JSON.parse((await demarche("collect", "--source", "notes", "--json")).stdout)
      .sources[0];
    expect(rest.error).toBeNull();
    expect(rest.kept).toBeLessThan(150);
    const opened = await openLedger({path: ledger});
    const origins = (await opened.articles(day("2100-01-01"))).map(({origin}) => origin);
    await opened.close();
    const wanted = [...names, "a.txt", "b.txt", "c.txt", "d.txt"].map((name) => join(notes, name));
    expect(origins.filter((origin) => origin.startsWith(notes)).sort()).toEqual(wanted.sort());
  });

  it("--every goes on until Ctrl-C, and then ends in order", async () => {
    const going = spawn(process.execPath, [
      main,
      ...args("collect", "--every", "--source", "notes"),
    ]);
    let out = "";
    await new Promise<void>((heard) => {
      going.stdout.on("data", (told) => {
        out += String(told);
        if (out.includes("next at")) heard();
      });
    });
    going.kill("SIGINT");
    const [status] = await once(going, "close");
    expect(status).toBe(0);
  });
});

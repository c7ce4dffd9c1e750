import {spawn, spawnSync} from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {openLedger} from "../../src/store/index.ts";
import {callDemarche} from "./call-demarche.ts";
import {main, runDemarche} from "./run-demarche.ts";

const seed = resolve("../shared/seed/000_ab535f622235b56c.txt");
const folder = mkdtempSync(join(tmpdir(), "demarche-cli-"));
const ledger = join(folder, "ledger.duckdb");

const demarche = (...args: string[]) => runDemarche(args);
const called = (...args: string[]) => callDemarche(args);
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("the command line", () => {
  beforeAll(() => copyFileSync(inject("foundingLedger"), ledger));

  it("prints the three tables, and in JSON every cell carries evidence", async () => {
    const text = demarche("demo", "--ledger", ledger);
    expect(text.status).toBe(0);
    for (const word of [
      "Recent diplomatic moves",
      "Potential benefits",
      "Possible risks",
      "Expected outcome",
      "Indonesia",
      "Malaysia",
    ]) {
      expect(text.stdout).toContain(word);
    }
    const json = ["demo", "--ledger", ledger, "--json", "--as-of", "2026-11-24"];
    const {stdout} = await called(...json);
    const answer = JSON.parse(stdout);
    const cells = answer.moves.flatMap((row: {focus: unknown; moves: unknown[]}) => [
      row.focus,
      ...row.moves,
    ]);
    expect(cells.every((cell: {evidence: unknown[]}) => cell.evidence.length > 0)).toBe(true);
    expect((await called(...json)).stdout).toBe(stdout);
  });

  it("writes a watch for other states and answers it", async () => {
    const watch = join(folder, "vnm.yaml");
    const choice = ["--states", "VNM,KAZ", "--powers", "RUS,CHN,EU", "--out", watch];
    expect((await called("init", "--ledger", ledger, ...choice)).status).toBe(0);
    const {status, stdout} = await called("stakes", "--ledger", ledger, "--watch", watch);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Viet ?nam/i);
  });

  it.each([
    ["an empty file", () => ["read", file("empty.txt", "")]],
    [
      "a binary file",
      () => ["read", file("binary.txt", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]))],
    ],
    ["50 MB of one line", () => ["read", file("long.txt", "a".repeat(50_000_000))]],
    ["a file that is not there", () => ["read", join(folder, "none.txt")]],
    [
      "an address on the private network",
      () => ["read", "http://169.254.169.254/latest/meta-data"],
    ],
    ["a loopback address", () => ["read", "http://127.0.0.1:4173/api/answer"]],
    [
      "an unknown state",
      () => ["demo", "--watch", file("state.yaml", "name: x\nstates: [INA]\npowers: [RUS]\n")],
    ],
    [
      "a watch with a typo",
      () => ["demo", "--watch", file("typo.yaml", "name: x\nstats: [IDN]\npowers: [RUS]\n")],
    ],
    ["a watch that is not there", () => ["demo", "--watch", join(folder, "none.yaml")]],
    ["a day that is none", () => ["demo", "--as-of", "2026-02-30"]],
    ["a table that is none", () => ["export", "everything"]],
    ["a port that is none", () => ["serve", "--port", "99999"]],
  ])("answers %s with one clear line, what to do, and exit code 2", async (_name, args) => {
    const {status, stderr} = await called(...args(), "--ledger", ledger);
    expect(stderr).toMatch(/^demarche: .+\n {2}\S.+/m);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });

  it("answers an empty stdin with one clear line, what to do, and exit code 2", () => {
    const {status, stderr} = demarche("read", "-", "--ledger", ledger);
    expect(stderr).toMatch(/^demarche: stdin is empty\n {2}\S.+\n$/);
    expect(status).toBe(2);
  });

  it("reads broken UTF-8 and says so", async () => {
    const broken = file(
      "broken.txt",
      Buffer.concat([
        Buffer.from("Indonesia and Russia held talks on trade "),
        Buffer.from([0xff, 0xfe, 0xc3]),
        Buffer.from(" in Jakarta.\n"),
      ]),
    );
    const {status, stdout} = await called("read", broken, "--dry-run", "--ledger", ledger);
    expect(status).toBe(0);
    expect(stdout).toContain("bad-encoding");
  });

  it("explains an event: its parts with their places, and what moved it", () => {
    const order = file(
      "order.txt",
      "SEOUL, 9 April 2025 - The Philippines bought two frigates from South Korea for $550 million on Monday.\n",
    );
    const {status, stdout} = demarche(
      ...["read", order, "--dry-run", "--explain", "--ledger", ledger],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^COOPERATE done/m);
    expect(stdout).toMatch(/source {4}PHL: “(?:The )?Philippines” \d+–\d+/);
    expect(stdout).toMatch(/target {4}KOR: “South Korea” \d+–\d+/);
    expect(stdout).toMatch(/when {6}2025-04-07, counted from the day of publication: “on Monday”/);
    expect(stdout).toMatch(/amount {4}ships 2 frigates: “two frigates”/);
    expect(stdout).toMatch(/amount {4}money 550000000 USD: “\$550 million”/);
    expect(stdout).toMatch(/why {7}\S/);
  });

  it("says which port is in use, with exit code 5", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((ready) => server.once("listening", ready));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const child = spawn(process.execPath, [
      main,
      "serve",
      "--port",
      String(port),
      "--ledger",
      ledger,
    ]);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((done) => child.once("exit", done));
    server.close();
    expect(stderr).toContain(`port ${port} is in use`);
    expect(code).toBe(5);
  });

  it("asks the running server rather than failing, and the page knows at once", async () => {
    const child = spawn(process.execPath, [main, "serve", "--port", "0", "--ledger", ledger]);
    const address = await new Promise<string>((ready) => {
      child.stderr.on("data", (chunk) => {
        const at = /Demarche is at (\S+)/.exec(String(chunk))?.[1];
        if (at !== undefined) ready(at);
      });
    });
    const list = ["moves", "--limit", "9999", "--ledger", ledger, "--json"] as const;
    let moves: ReturnType<typeof demarche>;
    const ended = new Promise((done) => child.once("exit", done));
    try {
      const article = file(
        "served.txt",
        "Indonesia and Russia signed a trade agreement in Jakarta.\n",
      );
      const read = demarche("read", article, "--ledger", ledger, "--json");
      expect(read).toMatchObject({
        status: 0,
        stderr: expect.stringContaining("a running server holds the ledger"),
      });
      const {id} = JSON.parse(read.stdout).article;
      expect((await fetch(`${address}/api/articles/${id}`)).status).toBe(200);
      moves = demarche(...list);
      expect(moves.status).toBe(0);
      expect(moves.stdout).toContain(id);
    } finally {
      child.kill("SIGINT");
    }
    expect(await ended).toBe(0);
    expect(demarche(...list).stdout).toBe(moves.stdout);
  });

  it("tells a second writer who holds the ledger, with exit code 3, and loses nothing", async () => {
    const article = file("held.txt", "Malaysia and Russia signed a trade agreement in Moscow.\n");
    const holder = await openLedger({path: ledger});
    const {status, stderr} = demarche("read", article, "--ledger", ledger);
    await holder.close();
    expect(stderr).toMatch(/^demarche: the ledger .* is held by .*\n {2}End that process/m);
    expect(status).toBe(3);
    expect(demarche("read", article, "--ledger", ledger).status).toBe(0);
  });

  it("names a folder that cannot be written, with exit code 4", async () => {
    const {status, stderr} = await called("init", "--ledger", "/proc/demarche/ledger.duckdb");
    expect(stderr).toMatch(/^demarche: /m);
    expect(status).toBe(4);
  });

  it.skipIf(!existsSync("/dev/full"))(
    "says that the disk is full, with exit code 4, wherever the output goes",
    () => {
      const full = openSync("/dev/full", "w");
      const {status, stderr} = spawnSync(process.execPath, [main, "demo", "--ledger", ledger], {
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      expect(stderr).toMatch(/^demarche: ENOSPC.+\n {2}\S.+/m);
      expect(status).toBe(4);
      const brief = demarche("brief", "--out", "/dev/full", "--ledger", ledger);
      expect(brief.stderr).toContain("ENOSPC");
      expect(brief.status).toBe(4);
    },
  );

  it("makes a ledger, and leaves out what may not be used commercially", async () => {
    const path = join(folder, "commercial.duckdb");
    const large = "gdelt-pairs,trade-sections,trade-matrix,trade-cow";
    const made = demarche("init", "--commercial", "--without", large, "--ledger", path);
    expect(made.stderr).not.toContain("fault of ours");
    expect(made.status).toBe(0);
    const {missing} = JSON.parse((await called("doctor", "--json", "--ledger", path)).stdout);
    expect(missing).toEqual(expect.arrayContaining(["un-votes", "arms-orders"]));
  });

  it("does not pass over a choice of data that a standing ledger was not made with", async () => {
    const {status, stderr} = await called("init", "--commercial", "--ledger", ledger);
    expect(stderr).toContain("--force");
    expect(status).toBe(2);
  });

  it("writes the brief to a file", async () => {
    const out = join(folder, "brief.html");
    const {status} = await called("brief", "--format", "html", "--out", out, "--ledger", ledger);
    expect(status).toBe(0);
    expect(existsSync(out)).toBe(true);
    expect(readFileSync(out, "utf8")).toContain("<table");
  });

  it.skipIf(!existsSync(seed))(
    "reads the founding text: repaired table, residue flagged, grade F6, moves for both",
    async () => {
      const {article, events} = JSON.parse(
        (await called("read", seed, "--dry-run", "--json", "--ledger", ledger)).stdout,
      );
      expect(article.tables).toHaveLength(3);
      expect(
        article.tables.flatMap((table: {repairs: string[]}) => table.repairs),
      ).not.toHaveLength(0);
      expect(`${article.grade.reliability}${article.grade.credibility}`).toBe("F6");
      const residue = article.flags.find((flag: {kind: string}) => flag.kind === "machine-residue");
      expect(article.text.slice(residue.start, residue.end)).toContain("I can also help you");
      const inResidue = events.filter(
        (event: {evidence: {start: number}}) =>
          event.evidence.start >= residue.start && event.evidence.start < residue.end,
      );
      expect(inResidue).toEqual([]);
      for (const state of ["IDN", "MYS"])
        expect(events.some((event: {sources: string[]}) => event.sources.includes(state))).toBe(
          true,
        );
    },
  );

  it.skipIf(!existsSync(seed))(
    "audits the founding text: nothing is supported by itself",
    async () => {
      const {stdout} = await called("audit", seed, "--json", "--ledger", ledger);
      const {verdicts} = JSON.parse(stdout);
      expect(verdicts.length).toBeGreaterThan(20);
      expect(verdicts.some((one: {verdict: string}) => one.verdict === "supported")).toBe(false);
      expect(verdicts.every((one: {because: string}) => one.because !== "")).toBe(true);
    },
  );
});

import {appendFileSync, existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  type AddressNote,
  openCollectJournal,
  readCollectJournal,
  type SourceNote,
} from "../../src/store/index.ts";
import {emptyFolder} from "./make-ledger.ts";

const source = (id: string, items: number): SourceNote => ({
  kind: "source",
  id,
  triedAt: 1,
  succeededAt: 1,
  dueAt: 2,
  failures: 0,
  error: null,
  items,
  days: [],
  checkedAt: null,
  etag: null,
  lastModified: null,
});
const address = (key: string, state: AddressNote["state"]): AddressNote => ({
  kind: "address",
  key,
  source: "wire",
  state,
  item: null,
  tries: 0,
  dueAt: 0,
  why: null,
  updated: null,
  readAt: null,
  sha256: null,
  sizeBytes: null,
  modifiedAt: null,
  etag: null,
  lastModified: null,
});
const ledgerPath = () => join(emptyFolder(), "ledger.duckdb");

describe("what collecting has done", () => {
  it("is there again in the next run, the newest note of each", () => {
    const path = ledgerPath();
    const first = openCollectJournal(path);
    first.note(source("wire", 1), address("a", "pending"), address("b", "pending"));
    first.note(source("wire", 2), address("a", "page"));
    first.close();
    const second = openCollectJournal(path);
    expect(second.source("wire")?.items).toBe(2);
    expect(second.source("other")).toBeNull();
    expect(second.address("a")?.state).toBe("page");
    expect(second.pending("wire").map(({key}) => key)).toEqual(["b"]);
    second.close();
  });

  it("survives a process that was killed while it wrote", () => {
    const path = ledgerPath();
    const journal = openCollectJournal(path);
    journal.note(source("wire", 1), address("a", "page"));
    journal.close();
    appendFileSync(`${path}.collected`, `no note of ours\n${JSON.stringify(address("b", "page"))}`);
    const next = openCollectJournal(path);
    expect(next.source("wire")?.items).toBe(1);
    expect(next.address("b")).toBeNull();
    next.note(address("c", "page"));
    next.close();
    expect(readCollectJournal(path).source("wire")?.items).toBe(1);
    expect(readFileSync(`${path}.collected`, "utf8").trim().split("\n")).toHaveLength(3);
  });

  it("does not grow with each run", () => {
    const path = ledgerPath();
    for (let run = 0; run < 40; run++) {
      const journal = openCollectJournal(path);
      for (let i = 0; i < 10; i++) journal.note(source("wire", run));
      journal.close();
    }
    expect(readFileSync(`${path}.collected`, "utf8").split("\n").length).toBeLessThan(130);
  });

  it("is written by one process at a time; a killed one holds nothing", () => {
    const path = ledgerPath();
    const journal = openCollectJournal(path);
    expect(() => openCollectJournal(path)).toThrow(`process ${process.pid} is collecting`);
    expect(readCollectJournal(path).source("wire")).toBeNull();
    journal.close();
    expect(existsSync(`${path}.collecting`)).toBe(false);
    // No process has this number: Linux gives none above 4,194,304.
    writeFileSync(`${path}.collecting`, "99999999\n");
    openCollectJournal(path).close();
  });
});

import {copyFileSync, existsSync, readFileSync, writeFileSync} from "node:fs";
import {connect} from "node:net";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {frameOf} from "../../src/store/frames.ts";
import {
  joinLedger,
  type Ledger,
  openLedger,
  type Sharing,
  shareLedger,
} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {told} from "./made-articles.ts";
import {emptyFolder} from "./make-ledger.ts";
import {foundingWatch, smallReference} from "./small-reference.ts";

const asOf = day("2026-11-24");

describe("a ledger that one process holds and others ask", () => {
  const path = join(emptyFolder(), "ledger.duckdb");
  let held: Ledger;
  let sharing: Sharing;
  let asked: Ledger;
  beforeAll(async () => {
    copyFileSync(inject("foundingLedger"), path);
    held = await openLedger({path});
    sharing = await shareLedger(held, path);
    const joined = joinLedger(path);
    if (joined === null) throw new Error("nobody shares the ledger");
    asked = joined;
  });
  afterAll(async () => {
    await sharing.close();
    await held.close();
  });

  it("answers as if it were opened here, maps and sets and all", async () => {
    const [watch, reference] = [foundingWatch, smallReference()];
    const here = await held.readFacts(watch, reference, asOf);
    const there = await asked.readFacts(watch, reference, asOf);
    expect(there).toEqual(here);
    expect(there.datasets.size).toBeGreaterThan(0);
    expect(await asked.revision()).toBe(await held.revision());
  });

  it("keeps what others add, once, whoever asks first", async () => {
    const {capture, article, events} = told({
      text: "Indonesia and Russia held talks on grain.",
      recordedOn: "2026-11-24",
    });
    await Promise.all(
      [asked, held, asked].map((one) => one.addArticles([{capture, article, events}])),
    );
    expect((await held.articles(asOf)).filter(({id}) => id === article.id)).toHaveLength(1);
    expect(await asked.article(article.id, asOf)).toEqual(article);
  });

  it("passes on what a caller did wrong, with what to do", async () => {
    const question = {dataset: "trade-cow", asOf, limit: 1, offset: 0} as const;
    const wrong = {...question, where: [{column: "nothing", in: [1]}]};
    const here = await held.rows(wrong).catch((error: unknown) => error);
    const there = await asked.rows(wrong).catch((error: unknown) => error);
    expect(there).toEqual(here);
    expect(there).toMatchObject({name: "StoreError", status: 400, whatToDo: expect.any(String)});
  });

  it("outlives a stranger who sends rubbish, or breaks off in the middle", async () => {
    const {socket} = JSON.parse(readFileSync(`${path}.serving`, "utf8"));
    for (const bytes of [
      Buffer.from("GET / HTTP/1.1\r\n\r\n"),
      Buffer.from([0, 0, 0, 4, 1, 2, 3, 4]),
      Buffer.from([0, 0, 1, 0, 9]),
      Buffer.from([255, 255, 255, 255]),
    ]) {
      await new Promise<void>((done) => {
        const connection = connect(socket, () => connection.end(bytes));
        connection.on("error", () => done());
        connection.on("close", () => done());
        connection.resume();
      });
    }
    expect(await asked.revision()).toBe(await held.revision());
  });

  it("does not hang up on a caller who is slow to end: that would overtake the answer", async () => {
    const {socket} = JSON.parse(readFileSync(`${path}.serving`, "utf8"));
    const connection = connect({path: socket, allowHalfOpen: true});
    const errors: unknown[] = [];
    connection.on("error", (error) => errors.push(error));
    connection.write(frameOf({kind: "call", name: "revision", args: []}));
    const told: Buffer[] = [];
    for await (const chunk of connection.iterator({destroyOnReturn: false})) told.push(chunk);
    connection.end(frameOf({kind: "end"}));
    await new Promise<void>((closed) => connection.once("close", () => closed()));
    expect(errors).toEqual([]);
    expect(Buffer.concat(told).length).toBeGreaterThan(4);
  });

  it("is found by its note alone, and a note that leads nowhere is none", async () => {
    const elsewhere = join(emptyFolder(), "ledger.duckdb");
    writeFileSync(elsewhere, "");
    expect(joinLedger(elsewhere)).toBeNull();
    writeFileSync(`${elsewhere}.serving`, "{not json");
    expect(joinLedger(elsewhere)).toBeNull();
    const note = {pid: 1, socket: join(emptyFolder(), "gone.sock"), schemaVersion: 1};
    writeFileSync(`${elsewhere}.serving`, JSON.stringify(note));
    expect(joinLedger(elsewhere)).toBeNull();
  });

  it("takes its note away when it ends", async () => {
    const other = join(emptyFolder(), "ledger.duckdb");
    copyFileSync(inject("foundingLedger"), other);
    const ledger = await openLedger({path: other});
    const shared = await shareLedger(ledger, other);
    expect(joinLedger(other)).not.toBeNull();
    await shared.close();
    expect(existsSync(`${other}.serving`)).toBe(false);
    expect(joinLedger(other)).toBeNull();
    await ledger.close();
  });
});

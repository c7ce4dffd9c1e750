import {Worker} from "node:worker_threads";
import {afterAll, describe, expect, it} from "vitest";
import {openReadingPool, readArticle} from "../../../src/pipeline/index.ts";
import {captureOf} from "../../../src/sources/index.ts";
import {day} from "../../../src/world/index.ts";
import {reference} from "../../sources/real-reference.ts";

const captured = (text: string, origin = "test.txt") =>
  captureOf(new TextEncoder().encode(text), origin, day("2026-01-15"), false);
const texts = [
  "Norway expelled two Russian diplomats on Monday.",
  "Chile and Peru signed a trade agreement in Lima.\n\nIndonesia praised Vietnam.",
  "It rained.",
  "Turkey imposed sanctions on Israel, and Egypt condemned them.",
].map((text, i) => captured(text, `${i}.txt`));

const pool = openReadingPool({root: process.cwd(), threads: 2});
afterAll(() => pool.close());

/** A thread that runs these words in the place of the reader. */
const running = (code: string) => () => new Worker(code, {eval: true});

describe("texts read by several threads", () => {
  it("come out as one thread reads them, each with its own answer", {
    timeout: 120_000,
  }, async () => {
    const beside = await Promise.all(texts.map(pool.read));
    const alone = await Promise.all(texts.map((text) => readArticle(text, reference)));
    expect(beside).toEqual(alone);
    expect(beside.flatMap(({events}) => events).length).toBeGreaterThan(2);
  });

  it("a thread that ends fails the text that it read, by name, and no other", async () => {
    const fragile = openReadingPool(
      {root: "", threads: 1},
      running(`require("node:worker_threads").parentPort.on("message", (capture) => {
        if (capture.origin === "1.txt") throw new Error("broken");
        require("node:worker_threads").parentPort.postMessage({kind: "read", article: capture.origin, events: []});
      })`),
    );
    const read = await Promise.allSettled(texts.map(fragile.read));
    await fragile.close();
    expect(read.map(({status}) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(read[1]).toMatchObject({
      reason: {message: "the thread that read 1.txt ended (exit 1)", cause: {message: "broken"}},
    });
  });

  it("a mistake of whoever gave the text stays one, with what to do", async () => {
    const refusing = openReadingPool(
      {root: "", threads: 1},
      running(`require("node:worker_threads").parentPort.on("message", () =>
        require("node:worker_threads").parentPort.postMessage(
          {kind: "refused", message: "it is no text", whatToDo: "give one", status: 415, exitCode: 2}))`),
    );
    await expect(refusing.read(texts[0] as (typeof texts)[number])).rejects.toMatchObject({
      name: "InputError",
      message: "it is no text",
      whatToDo: "give one",
      status: 415,
    });
    await refusing.close();
  });

  it("a closed pool reads nothing, and says so", async () => {
    const closed = openReadingPool({root: "", threads: 1}, running(""));
    await closed.close();
    await expect(closed.read(texts[0] as (typeof texts)[number])).rejects.toThrow(/closed/);
  });
});

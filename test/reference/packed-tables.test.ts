import {readFileSync} from "node:fs";
import {brotliDecompressSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {packedPath, packedTables, writtenPath} from "../../src/sources/index.ts";
import {eventTypes} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";
import {rowsOf} from "./table-of.ts";

const phrases = rowsOf(reference.phraseBook());

describe("long tables", () => {
  it.each(packedTables)("%s ship as they are written", (table) => {
    const shipped = brotliDecompressSync(readFileSync(packedPath(table))).toString("utf8");
    expect(shipped).toBe(readFileSync(writtenPath(table), "utf8"));
  });

  it("name a person once by a name, and nobody by a word that means two", () => {
    const persons = rowsOf(reference.persons());
    const met = persons.map(({name, party}) => `${name} ${party}`);
    expect(met.filter((one, i) => met.indexOf(one) !== i)).toEqual([]);
    const partyOf = new Map(persons.map(({alone, party}) => [alone, party]));
    expect(
      persons.filter(({alone, party}) => alone !== null && partyOf.get(alone) !== party),
    ).toEqual([]);
  });
});

describe("the phrase book", () => {
  it("has ways to tell every type, and many that tell of none", () => {
    const types = new Set(phrases.map(({type}) => type));
    expect(types).toEqual(new Set([...eventTypes, "NONE"]));
  });

  it("gives a phrase one type", () => {
    const met = phrases.map(({part, words}) => `${part} ${words}`);
    expect(met.filter((one, i) => met.indexOf(one) !== i)).toEqual([]);
  });

  it("turns acts alone", () => {
    expect(phrases.filter(({turned, type}) => turned && type === "NONE")).toEqual([]);
  });
});

import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {loadStateCodes} from "../../src/sources/index.ts";
import {day} from "../../src/world/index.ts";

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const codes = loadStateCodes(disk, ".");

/** Publishers write today's names; "USSR" and "Yemen, North" are of states that have ended, whatever the day. */
const readOn = day("2025-12-31");

/** Names as the publishers write them, by `reference/state-codes.csv`. */
export const stateByName = {
  get: (name: string) => codes.resolve("name", name, readOn) ?? undefined,
};

const states: unknown = parse(disk.readText("reference/states.csv"), {columns: true});

/**
 * GEC codes in small letters (those of the World Factbook, formerly FIPS 10-4) by `reference/states.csv`. Gaza and the
 * West Bank, whose entries in the Factbook name two governments, are not among them.
 */
export const stateByGec: ReadonlyMap<string, string> = new Map(
  (states as {code: string; fips: string}[])
    .filter(({fips}) => fips !== "")
    .map(({code, fips}) => [fips.toLowerCase(), code]),
);

import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readWires, wiresFolder} from "../../bench/corpus-sentences.ts";
import {eventTypes} from "../../src/world/index.ts";

const lines = readdirSync(wiresFolder)
  .sort()
  .flatMap((name) => {
    const [head, ...rows] = readFileSync(join(wiresFolder, name), "utf8").trimEnd().split("\n");
    expect([name, head]).toEqual([name, "type\ttext"]);
    return rows.map((row, at) => ({where: `${name}:${at + 2}`, columns: row.split("\t")}));
  });

describe("sentences of the wires", () => {
  it("have a type of PLOVER and a text, and one act with one doer and at most one receiver", () => {
    const known = new Set<string>(eventTypes);
    const many = (text: string, kind: string) => text.split(`[${kind}:`).length - 1;
    const wrong = lines.filter(({columns: [type = "", text = "", ...more]}) => {
      const plain = text.replaceAll(/\[[ste]:([^[\]]*)\]/g, "$1");
      return (
        more.length > 0 ||
        !known.has(type) ||
        /[[\]]/.test(plain) ||
        many(text, "e") !== 1 ||
        many(text, "s") !== 1 ||
        many(text, "t") > 1
      );
    });
    expect(wrong.map(({where}) => where)).toEqual([]);
  });

  it("are thousands of every kind, each told once", () => {
    const rows = readWires();
    expect(new Set(rows.map(({text}) => text)).size).toBe(rows.length);
    for (const type of eventTypes)
      expect(rows.filter((row) => row.type === type).length, type).toBeGreaterThan(100);
  });

  it("mark stretches that touch each other nowhere", () => {
    const wrong = readWires().filter(({marks}) =>
      marks.some((one, i) =>
        marks.some((other, k) => k > i && other.start < one.end && one.start < other.end),
      ),
    );
    expect(wrong.map(({text}) => text)).toEqual([]);
  });
});

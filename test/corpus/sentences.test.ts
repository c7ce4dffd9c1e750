import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {columnsOf, corpusFolder} from "../../bench/corpus-sentences.ts";
import {readReference} from "../../src/cli/house.ts";
import {eventTypes, modes} from "../../src/world/index.ts";

const constructions = new Set(
  "active passive nominal headline reported negated conditional list coordinated pronoun relative participle apposition question infinitive".split(
    " ",
  ),
);
const sectors = new Set("energy defence trade agriculture technology diplomacy other".split(" "));
const header = "type\tmode\tconstruction\tsector\tsource\ttarget\ttext";

const files = readdirSync(corpusFolder)
  .sort()
  .map((name) => ({
    name,
    lines: readFileSync(join(corpusFolder, name), "utf8").trimEnd().split("\n"),
  }));
const rows = files.flatMap(({name, lines}) =>
  lines.slice(1).map((line, at) => {
    const {marked: text, ...columns} = columnsOf(line);
    const plain = text.replaceAll(/\[[stbewlm]:([^[\]]*)\]/g, "$1");
    const where = `${name}:${at + 2}`;
    return {where, ...columns, text, plain};
  }),
);

/** Share of rows of which three tenths of the runs of four words stand in an earlier row. */
function nearDuplicates(texts: readonly string[]): number {
  const seen = new Map<string, number[]>();
  let near = 0;
  for (const [at, text] of texts.entries()) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = new Set(words.slice(3).map((_, from) => words.slice(from, from + 4).join(" ")));
    const shared = new Map<number, number>();
    for (const run of runs)
      for (const other of seen.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    if ([...shared.values()].some((count) => count >= 2 && count >= 0.3 * runs.size)) near += 1;
    for (const run of runs) seen.set(run, [...(seen.get(run) ?? []), at]);
  }
  return near / texts.length;
}

describe("our sentences", () => {
  it("are thousands, and none says what another says", () => {
    expect(rows.length).toBeGreaterThan(9000);
    expect(nearDuplicates([...new Set(rows.map(({plain}) => plain))])).toBeLessThan(0.005);
  });

  it("tell several events of one text in rows one below the other, each another event", () => {
    const met = new Set<string>();
    const apart = rows.filter(({plain}, at) => {
      const isMet = met.has(plain);
      met.add(plain);
      return isMet && rows[at - 1]?.plain !== plain;
    });
    expect(apart.map(({where}) => where)).toEqual([]);
    const alike = rows.filter(
      ({type, text}, at) => rows[at - 1]?.type === type && rows[at - 1]?.text === text,
    );
    expect(alike.map(({where}) => where)).toEqual([]);
  });

  it("have the columns and the values of their form", () => {
    const types = new Set<string>([...eventTypes, "NONE"]);
    const known = new Set<string>(modes);
    for (const {name, lines} of files) expect([name, lines[0]]).toEqual([name, header]);
    const wrong = rows.filter(
      ({type, mode, construction, sector, text}) =>
        !types.has(type) ||
        (type === "NONE" ? mode !== "-" : !known.has(mode)) ||
        !constructions.has(construction) ||
        !sectors.has(sector) ||
        text === "",
    );
    expect(wrong.map(({where}) => where)).toEqual([]);
  });

  it("name parties that the reference tables know", () => {
    const {states, blocs} = readReference();
    const parties = new Set<string>([
      "-",
      ...states.map(({code}) => code),
      ...blocs.map(({id}) => id),
    ]);
    const unknown = rows.flatMap(({where, source, target}) =>
      [...source.split(","), ...target.split(",")]
        .filter((party) => !parties.has(party))
        .map((party) => `${where} ${party}`),
    );
    expect(unknown).toEqual([]);
  });

  it("mark what carries the event, and nothing twice over", () => {
    const wrong = rows.filter(
      ({type, plain, text}) => /[[\]]/.test(plain) || (type !== "NONE" && !text.includes("[e:")),
    );
    expect(wrong.map(({where}) => where)).toEqual([]);
  });

  it("tell every type in the training and in the held-out part", () => {
    for (const type of [...eventTypes, "NONE"])
      for (const isHeldOut of [false, true])
        expect(
          rows.filter((row) => row.type === type && row.where.includes("held-out") === isHeldOut)
            .length,
        ).toBeGreaterThan(10);
  });
});

describe("our mentions", () => {
  it("stand where their offsets say, a third of them held out", () => {
    const lines = readFileSync("corpus/mentions/mentions.tsv", "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    const cells = lines.map((line) => line.split("\t"));
    expect(cells.length).toBeGreaterThanOrEqual(600);
    for (const [text = "", start, end] of cells) {
      const mention = text.slice(Number(start), Number(end));
      expect(mention).toMatch(/\S/);
      expect(mention).toBe(mention.trim());
    }
    expect(cells.filter((row) => row[5] === "held-out").length / cells.length).toBeGreaterThan(0.3);
  });
});

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cutPieces} from "../../../src/store/events/cut-pieces.ts";
import {type LineForm, type LostLine, siftLines} from "../../../src/store/events/sift-lines.ts";

/** What a file's pieces hold: the lines that can be rows with their numbers, and the others. */
interface Read {
  readonly kept: readonly (readonly [number, string])[];
  readonly lost: readonly number[];
  readonly rejects: readonly LostLine[];
}

async function readIn(chunks: readonly Buffer[], size: number): Promise<Read> {
  const kept: [number, string][] = [];
  const lost: number[] = [];
  const rejects: LostLine[] = [];
  let next = 1;
  for await (const piece of cutPieces(given(chunks), size)) {
    expect(piece.firstLine).toBe(next);
    const whole = piece.bytes.toString("utf8");
    const found = whole === "" ? [] : whole.slice(0, -1).split("\n");
    const numbers = Array.from({length: piece.lines}, (_, at) => next + at);
    const ofKept = numbers.filter((number) => !piece.lost.numbers.includes(number));
    expect(found).toHaveLength(ofKept.length);
    kept.push(...ofKept.map((number, at): [number, string] => [number, found[at] ?? ""]));
    lost.push(...piece.lost.numbers);
    rejects.push(...piece.lost.rejects);
    expect(piece.lost.rejected).toBe(piece.lost.rejects.length);
    next += piece.lines;
  }
  return {kept, lost, rejects};
}

async function* given(chunks: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const inChunksOf = (whole: Buffer, size: number) =>
  Array.from({length: Math.ceil(whole.length / size)}, (_, at) =>
    whole.subarray(at * size, (at + 1) * size),
  );

/** The lines of a text that are kept in a form, and why the others are not. */
function sifted(text: string, form: LineForm) {
  const {bytes, lines, lost} = siftLines(Buffer.from(text), 1, form);
  expect(lines).toBe(text.split("\n").length - 1);
  return {kept: bytes.toString("utf8").split("\n").slice(0, -1), lost};
}

describe("pieces of a file", () => {
  it("hold every line that is not blank once, with its number, however the file comes", async () => {
    const line = fc.string({unit: "grapheme", maxLength: 12});
    const lines = fc.array(
      line.map((one) => one.replace(/[\r\n\0]/g, "·")),
      {minLength: 1, maxLength: 30},
    );
    const bytes = fc.integer({min: 1, max: 60});
    await fc.assert(
      fc.asyncProperty(lines, bytes, bytes, fc.boolean(), async (all, chunk, size, isEnded) => {
        const whole = Buffer.from(all.join("\n") + (isEnded ? "\n" : ""));
        fc.pre(whole.length > 0);
        const meant = whole.toString("utf8").replace(/\n$/, "").split("\n");
        const {kept, lost, rejects} = await readIn(inChunksOf(whole, chunk), size);
        const numbered = meant.map((one, at): [number, string] => [at + 1, one]);
        expect(kept).toEqual(numbered.filter(([, one]) => one !== ""));
        expect(lost).toEqual(numbered.flatMap(([at, one]) => (one === "" ? [at] : [])));
        expect(rejects).toEqual([]);
      }),
    );
  });

  it("tell of a line that is too long and keep those beside it", async () => {
    const whole = Buffer.from(`first\n${"x".repeat(300_000)}\nlast\n`);
    for (const chunk of [1_000, 70_000, 1_000_000]) {
      const {kept, rejects} = await readIn(inChunksOf(whole, chunk), 1_000);
      expect(kept).toEqual([
        [1, "first"],
        [3, "last"],
      ]);
      expect(rejects).toEqual([{line: 2, why: "a line of more than 65,536 bytes", raw: ""}]);
    }
  });

  it("tell of a NUL in a line that two chunks share", async () => {
    const {kept, rejects} = await readIn([Buffer.from("a\nb\0"), Buffer.from("c\nd\n")], 1);
    expect(kept).toEqual([
      [1, "a"],
      [3, "d"],
    ]);
    expect(rejects).toEqual([{line: 2, why: "a NUL byte in the line", raw: ""}]);
  });
});

describe("lines of a table", () => {
  it("are those with as many cells as its columns, or more that are empty", () => {
    const text = '1\t"2\t3\n4\t5\n\n6\t7\t8\t9\n\t\t\na\tb\tc\t\t\na\tb\t\tc\t\n';
    const {kept, lost} = sifted(text, {delimiter: "\t", width: 3});
    expect(kept).toEqual(['1\t"2\t3', "\t\t", "a\tb\tc\t\t"]);
    const why = "another number of cells than 3";
    expect(lost).toEqual({
      numbers: [2, 3, 4, 7],
      rejected: 3,
      rejects: [
        {line: 2, why, raw: "4\t5"},
        {line: 4, why, raw: "6\t7\t8\t9"},
        {line: 7, why, raw: "a\tb\t\tc\t"},
      ],
    });
  });

  it("have between commas what stands in quotes as one cell", () => {
    const rows = ['1,"a, b",2', '"say ""no""",,""', '"x","y","z"'];
    const bad = ['1,"a, b,2', '1,a "b" c,2', '1,"a"b,2', '"a","b","c","d"', '"', ',,,"'];
    const {kept, lost} = sifted(`${[...rows, ...bad].join("\n")}\n`, {delimiter: ",", width: 3});
    expect(kept).toEqual(rows);
    expect(lost.rejects.map(({raw}) => raw)).toEqual(bad);
  });
});

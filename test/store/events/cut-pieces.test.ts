import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cutPieces, type UnfitLine} from "../../../src/store/events/cut-pieces.ts";

interface Read {
  readonly lines: readonly string[];
  readonly replaced: ReadonlyMap<number, UnfitLine>;
}

/** All lines of a file that comes in such chunks, as they stand in its pieces. */
async function readIn(chunks: readonly Buffer[], size: number): Promise<Read> {
  const lines: string[] = [];
  const replaced = new Map<number, UnfitLine>();
  for await (const piece of cutPieces(given(chunks), size)) {
    expect(piece.firstLine).toBe(lines.length + 1);
    const whole = piece.bytes.toString("utf8");
    expect(whole.endsWith("\n")).toBe(true);
    const found = whole.slice(0, -1).split("\n");
    expect(found).toHaveLength(piece.lines);
    lines.push(...found);
    for (const [line, why] of piece.replaced) replaced.set(line, why);
  }
  return {lines, replaced};
}

async function* given(chunks: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const inChunksOf = (whole: Buffer, size: number) =>
  Array.from({length: Math.ceil(whole.length / size)}, (_, at) =>
    whole.subarray(at * size, (at + 1) * size),
  );

const unfit = "\u0001";

describe("pieces of a file", () => {
  it("hold every line once, in its order, however the file comes", async () => {
    const line = fc.string({unit: "grapheme", maxLength: 12});
    const lines = fc.array(
      line.map((one) => one.replace(/[\r\n\0]/g, "·")),
      {minLength: 1, maxLength: 30},
    );
    const bytes = fc.integer({min: 1, max: 60});
    await fc.assert(
      fc.asyncProperty(lines, bytes, bytes, fc.boolean(), async (given, chunk, size, isEnded) => {
        const whole = Buffer.from(given.join("\n") + (isEnded ? "\n" : ""));
        fc.pre(whole.length > 0);
        const meant = whole.toString("utf8").replace(/\n$/, "").split("\n");
        const {lines, replaced} = await readIn(inChunksOf(whole, chunk), size);
        expect(lines).toEqual(meant.map((one) => (one === "" ? unfit : one)));
        expect([...replaced.values()].every((why) => why === "blank")).toBe(true);
      }),
    );
  });

  it("tell of a line that is too long and keep those beside it", async () => {
    const whole = Buffer.from(`first\n${"x".repeat(300_000)}\nlast\n`);
    for (const chunk of [1_000, 70_000, 1_000_000]) {
      const {lines, replaced} = await readIn(inChunksOf(whole, chunk), 1_000);
      expect(lines).toEqual(["first", unfit, "last"]);
      expect([...replaced]).toEqual([[2, "too long"]]);
    }
  });

  it("tell of a NUL in a line that two chunks share", async () => {
    const {lines, replaced} = await readIn([Buffer.from("a\nb\0"), Buffer.from("c\nd\n")], 1);
    expect(lines).toEqual(["a", unfit, "d"]);
    expect([...replaced]).toEqual([[2, "NUL"]]);
  });
});

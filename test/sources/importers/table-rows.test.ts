import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {openTable, type TableLayout} from "../../../src/sources/importers/table-rows.ts";
import {InputError} from "../../../src/sources/index.ts";
import {stateCodes} from "./import-real-file.ts";

/** Bytes in pieces of a size. */
async function* inPieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

const open = (
  bytes: Uint8Array,
  layouts: readonly [TableLayout, ...TableLayout[]],
  pieceBytes = 7,
) => openTable({name: "t.csv", bytes: () => inPieces(bytes, pieceBytes)}, layouts, stateCodes);

/** A table read over: cells of a record by its line, or why there are none. */
async function read(text: string | Uint8Array, layout: TableLayout, pieceBytes = 7) {
  const table = await open(
    typeof text === "string" ? Buffer.from(text) : text,
    [layout],
    pieceBytes,
  );
  const found: (readonly [number, string | readonly string[]])[] = [];
  for await (const batch of table.batches) {
    for (const one of batch) {
      if (one.kind === "reject") found.push([one.line, one.why]);
      else found.push([one.line, table.header.map((column) => one.cell(column))]);
    }
  }
  return found;
}

const ab: TableLayout = {columns: ["a", "b"]};

describe("records of a table", () => {
  it.each<[string, string, TableLayout, unknown]>([
    [
      "stand a line each",
      "a,b\n1,2\n3,4",
      ab,
      [
        [2, ["1", "2"]],
        [3, ["3", "4"]],
      ],
    ],
    ["may end with CR LF", "a,b\r\n1,2\r\n", ab, [[2, ["1", "2"]]]],
    ["are not counted where a line is blank", "a,b\n\n1,2\n  \n", ab, [[3, ["1", "2"]]]],
    [
      "may have commas, quotes and line breaks in quoted cells",
      'a,b\n"1,1","say ""2"""\n"x\ny",3\n4,5\n',
      ab,
      [
        [2, ["1,1", 'say "2"']],
        [3, ["x\ny", "3"]],
        [5, ["4", "5"]],
      ],
    ],
    ["may have a quote inside a bare cell", 'a,b\n5" gun,2\n', ab, [[2, ['5" gun', "2"]]]],
    [
      "may end, unlike their header, with a comma",
      "a,b\n1,2,\n1,2,3\n",
      ab,
      [
        [2, ["1", "2"]],
        [3, "3 cells, where the header has 2"],
      ],
    ],
    [
      "may stand apart by other signs",
      'a\tb\n"1\t2\n',
      {columns: ["a"], delimiter: "\t", quoted: false},
      [[2, ['"1', "2"]]],
    ],
    ["may have no header", "1,2\n", {columns: [], header: ["a", "b"]}, [[1, ["1", "2"]]]],
    [
      "may come after a preamble",
      "Notes, of a kind\n\na,b\n1,2\n",
      {columns: ["a", "b"], preambleLines: 3},
      [[4, ["1", "2"]]],
    ],
  ])("%s", async (_rule, text, layout, records) => {
    expect(await read(text, layout)).toEqual(records);
  });

  it.each<[string, string, unknown]>([
    [
      "too few cells",
      "a,b\n1\n3,4\n",
      [
        [2, "1 cells, where the header has 2"],
        [3, ["3", "4"]],
      ],
    ],
    [
      "text after a closed quote",
      'a,b\n"1"x,2\n3,4\n',
      [
        [2, "text after a closed quote"],
        [3, ["3", "4"]],
      ],
    ],
    [
      "a quote that is never closed",
      'a,b\n1,"2\n3,4\n5,6\n',
      [
        [2, "a quote that is never closed"],
        [3, ["3", "4"]],
        [4, ["5", "6"]],
      ],
    ],
    [
      "a NUL byte",
      "a,b\n1,\0\n3,4\n",
      [
        [2, "a NUL byte in the line"],
        [3, ["3", "4"]],
      ],
    ],
  ])("with %s cost their own line and no other", async (_rule, text, records) => {
    expect(await read(text, ab)).toEqual(records);
  });

  it("of a line without end are cut, and the file is read on", async () => {
    const long = `1,${"x".repeat(2_500_000)}`;
    const found = await read(`a,b\n${long}\n3,4\n`, ab, 65_536);
    expect(found).toEqual([
      [2, "a line of more than 1000000 characters"],
      [3, ["3", "4"]],
    ]);
  });

  it("are the same however the bytes arrive, and what csv-parse reads", async () => {
    const cell = fc.oneof(
      fc.string({unit: "grapheme", maxLength: 6}),
      fc.constantFrom("é", "1,5", 'a "b"', "x\ny", "", " "),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), {maxLength: 12});
    const written = (one: string) => `"${one.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({min: 1, max: 40}), async (cells, pieceBytes) => {
        const clean = cells.map((row) => row.map((one) => one.replace(/[\0\r]/g, "")));
        const text = ["a,b,c", ...clean.map((row) => row.map(written).join(","))].join("\n");
        const found = await read(text, {columns: ["a"]}, pieceBytes);
        const peer: string[][] = parse(text, {from_line: 2});
        expect(found.map(([, record]) => record)).toEqual(peer);
      }),
      {numRuns: 200},
    );
  });
});

describe("text of a table", () => {
  const cafe = (encoding: BufferEncoding) => Buffer.from("a,b\ncafé,2\n", encoding);
  it.each<[string, Uint8Array, TableLayout, string]>([
    ["UTF-8", cafe("utf8"), ab, "café"],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from("\ufeff"), cafe("utf8")]), ab, "café"],
    [
      "UTF-16 with a mark",
      Buffer.concat([Buffer.from("\ufeff", "utf16le"), cafe("utf16le")]),
      ab,
      "café",
    ],
    [
      "windows-1252",
      Buffer.from("a,b\ncaf\xe9 \x80 \x96,2\n", "latin1"),
      {...ab, legacy: "windows-1252"},
      "café € –",
    ],
    ["UTF-8 where windows-1252 was allowed", cafe("utf8"), {...ab, legacy: "windows-1252"}, "café"],
  ])("may be %s", async (_encoding, bytes, layout, text) => {
    expect(await read(bytes, layout, 1)).toEqual([[2, [text, "2"]]]);
  });

  it("that is no UTF-8 is a reject, and the rest is read", async () => {
    const bytes = Buffer.concat([cafe("latin1"), Buffer.from("3,4\n")]);
    expect(await read(bytes, ab)).toEqual([
      [2, "broken UTF-8 in the line"],
      [3, ["3", "4"]],
    ]);
  });
});

describe("a file that is none of the publisher's", () => {
  it.each<[string, string, RegExp]>([
    ["is empty", "", /t\.csv is empty/],
    ["is blank", "\n\n", /no table of text/],
    ["lacks columns", "b,c\n1,2\n", /has no column "a"; it has "b", "c"/],
    ["is no text", "\x50\x4b\x03\x04\0\0\0\n\0\n", /no table of text/],
    ["is one line without end", "x".repeat(1_200_000), /no table of text/],
  ])("%s and is refused", async (_what, text, message) => {
    const opening = open(Buffer.from(text, "latin1"), [ab], 65_536);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toBeInstanceOf(InputError);
  });

  it("is told by the layout that it misses least", async () => {
    const layouts = [{columns: ["x", "y", "z"]}, {columns: ["b", "c", "d"]}] as const;
    await expect(open(Buffer.from("b,c\n1,2\n"), layouts)).rejects.toThrow(/no column "d"/);
  });

  it("is read in the first layout whose columns it has", async () => {
    const layouts = [{columns: ["x"]}, {columns: ["b"]}] as const;
    expect((await open(Buffer.from("b,c\n1,2\n"), layouts)).layout).toBe(layouts[1]);
  });
});

describe("columns", () => {
  it("without a name are called after their left neighbour", async () => {
    const table = await open(Buffer.from("Year, ,Number,\n1,?,2,\n"), [{columns: ["Year ?"]}]);
    expect(table.header).toEqual(["Year", "Year ?", "Number", "Number ?"]);
  });
});

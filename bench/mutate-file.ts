import {gzipSync, zipSync} from "fflate";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/** A file that is wrong in one way or several, and in which. */
export interface MutatedFile {
  readonly bytes: Uint8Array;
  readonly how: string;
}

type Draw = (from: number, to: number) => number;
type Mutation = (bytes: Uint8Array, draw: Draw) => Uint8Array;

/**
 * A file made wrong, as a broken download, a careless edit or an ill-willed sender would: the same seed gives the same
 * file. Most are wrong in one way, some in up to three; every eighth is packed.
 */
export function mutateFile(original: Uint8Array, seed: number): MutatedFile {
  const generator = xoroshiro128plus(seed);
  const draw: Draw = (from, to) => uniformInt(generator, from, to);
  const names: string[] = [];
  let bytes = original;
  const rounds = [1, 1, 1, 2, 3][draw(0, 4)] ?? 1;
  for (let round = 0; round < rounds; round += 1) {
    // What makes a file large takes most of the time and finds little more than the first hundred such files.
    const kinds = draw(0, 19) === 0 ? swelling : mutations;
    const [name, mutate] = pick(Object.entries(kinds), draw);
    names.push(name);
    bytes = mutate(bytes, draw);
  }
  if (draw(0, 7) === 0) {
    const [name, pack] = pick(Object.entries(packings), draw);
    names.push(name);
    bytes = pack(bytes, draw);
  }
  return {bytes, how: names.join(", ")};
}

function pick<Value>(values: readonly Value[], draw: Draw): Value {
  return values[draw(0, values.length - 1)] as Value;
}

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

const place = (bytes: Uint8Array, draw: Draw) => draw(0, Math.max(0, bytes.length - 1));

function insert(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return join(bytes.subarray(0, at), piece, bytes.subarray(at));
}

/** Two places of the file, in order. */
function chunk(bytes: Uint8Array, draw: Draw): readonly [number, number] {
  const [a, b] = [place(bytes, draw), place(bytes, draw)];
  return a < b ? [a, b] : [b, a];
}

/** Changes lines of the text; bytes that are no UTF-8 stay as latin-1. */
function withLines(bytes: Uint8Array, change: (lines: string[]) => void): Uint8Array {
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  change(lines);
  return new Uint8Array(Buffer.from(lines.join("\n"), "latin1"));
}

function withCells(line: string, change: (cells: string[]) => void): string {
  const delimiter = [",", "\t", ";", "|"].find((sign) => line.includes(sign)) ?? ",";
  const cells = line.split(delimiter);
  change(cells);
  return cells.join(delimiter);
}

/** What no publisher writes into a cell, and others might. */
const oddCells = [
  "",
  "NaN",
  "-0",
  "1e999",
  "99999999999999999999",
  "2147483648",
  "0x10",
  "１２",
  "9999-99-99",
  "2023-02-29",
  "0000",
  "null",
  "__proto__",
  "constructor",
  "=HYPERLINK(A1)",
  "../../etc/passwd",
  "\u202eesrever",
  "'; DROP TABLE import; --",
  '"',
  "]]>",
  "&amp;",
  "<a>",
  "USA",
  "XXX",
];

const mutations: Readonly<Record<string, Mutation>> = {
  "bytes flipped": (bytes, draw) => {
    const flipped = Uint8Array.from(bytes);
    for (let left = draw(1, 16); left > 0 && flipped.length > 0; left -= 1)
      flipped[place(flipped, draw)] = draw(0, 255);
    return flipped;
  },
  "cut off": (bytes, draw) => bytes.subarray(0, place(bytes, draw)),
  "begins later": (bytes, draw) => bytes.subarray(place(bytes, draw)),
  "a chunk missing": (bytes, draw) => {
    const [from, to] = chunk(bytes, draw);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  "a chunk doubled": (bytes, draw) => {
    const [from, to] = chunk(bytes, draw);
    return insert(bytes, to, bytes.subarray(from, to));
  },
  "a chunk moved": (bytes, draw) => {
    const [from, to] = chunk(bytes, draw);
    const rest = join(bytes.subarray(0, from), bytes.subarray(to));
    return insert(rest, place(rest, draw), bytes.subarray(from, to));
  },
  "NUL bytes": (bytes, draw) => insert(bytes, place(bytes, draw), new Uint8Array(draw(1, 9))),
  "broken UTF-8": (bytes, draw) =>
    insert(bytes, place(bytes, draw), Uint8Array.from([draw(0x80, 0xff), 0xfe, 0xc3])),
  "UTF-16": (bytes) =>
    join(
      Uint8Array.from([0xff, 0xfe]),
      Buffer.from(Buffer.from(bytes).toString("utf8"), "utf16le"),
    ),
  "columns swapped": (bytes, draw) =>
    withLines(bytes, (lines) => {
      const [a, b] = [draw(0, 9), draw(0, 9)];
      const headerToo = draw(0, 1) === 0;
      lines.forEach((line, at) => {
        if (at === 0 && !headerToo) return;
        lines[at] = withCells(line, (cells) => {
          if (a < cells.length && b < cells.length)
            [cells[a], cells[b]] = [cells[b] ?? "", cells[a] ?? ""];
        });
      });
    }),
  "odd cells": (bytes, draw) =>
    withLines(bytes, (lines) => {
      for (let left = draw(1, 6); left > 0; left -= 1) {
        const at = draw(0, lines.length - 1);
        lines[at] = withCells(lines[at] ?? "", (cells) => {
          cells[draw(0, cells.length - 1)] = Buffer.from(pick(oddCells, draw)).toString("latin1");
        });
      }
    }),
  "lines shuffled": (bytes, draw) =>
    withLines(bytes, (lines) => {
      for (let at = lines.length - 1; at > 0; at -= 1) {
        const other = draw(0, at);
        [lines[at], lines[other]] = [lines[other] ?? "", lines[at] ?? ""];
      }
    }),
  "no header": (bytes) => withLines(bytes, (lines) => lines.shift()),
  "an open quote": (bytes, draw) => insert(bytes, place(bytes, draw), utf8('"')),
  "XML entities": (bytes, draw) => {
    const bomb = [...new Array(10).keys()]
      .map((level) => `<!ENTITY e${level} "${level === 0 ? "ha" : `&e${level - 1};`.repeat(10)}">`)
      .join("");
    const outside = '<!ENTITY x SYSTEM "file:///etc/passwd">';
    const text = Buffer.from(bytes).toString("latin1");
    const at = Math.max(0, text.indexOf("?>") + 2);
    const declared = insert(bytes, at, utf8(`<!DOCTYPE list [${pick([bomb, outside], draw)}]>`));
    return insert(declared, draw(at, declared.length), utf8(pick(["&e9;", "&x;"], draw)));
  },
  empty: () => new Uint8Array(),
};

const swelling: Readonly<Record<string, Mutation>> = {
  swollen: (bytes, draw) => {
    const filler = new Uint8Array(draw(1, 4) * 1_000_000).fill(
      pick([0x00, 0x0a, 0x20, 0x30], draw),
    );
    return gzipSync(join(bytes, filler), {level: 1, mtime: 0});
  },
  "a huge field": (bytes, draw) =>
    insert(
      bytes,
      place(bytes, draw),
      utf8(pick(["x", "9", " ", "é", "{", '"'], draw).repeat(draw(1, 1_200_000))),
    ),
  "lines repeated": (bytes, draw) =>
    withLines(bytes, (lines) => {
      const at = draw(0, lines.length - 1);
      const line = lines[at] ?? "";
      const times = Math.min(draw(1, 3000), Math.ceil(2_000_000 / (line.length + 1)));
      lines.splice(at, 0, ...new Array<string>(times).fill(line));
    }),
  "deep JSON": (bytes, draw) => {
    const deep = draw(10, 100_000);
    return insert(bytes, place(bytes, draw), utf8(`\n${"[".repeat(deep)}${"]".repeat(deep)}\n`));
  },
  "deep XML": (bytes, draw) => {
    const deep = draw(10, 20_000);
    const closed = draw(0, 1) === 0 ? "</a>".repeat(deep) : "";
    return insert(bytes, place(bytes, draw), utf8("<a>".repeat(deep) + closed));
  },
};

const packings: Readonly<Record<string, Mutation>> = {
  "in gzip": (bytes) => gzipSync(bytes, {level: 1, mtime: 0}),
  "in gzip, cut off": (bytes, draw) => {
    const packed = gzipSync(bytes, {level: 1, mtime: 0});
    return packed.subarray(0, place(packed, draw));
  },
  "in zip": (bytes) => zip({"data.csv": bytes}),
  "in zip, bytes flipped": (bytes, draw) => {
    const packed = zip({"data.csv": bytes});
    for (let left = draw(1, 8); left > 0; left -= 1) packed[place(packed, draw)] = draw(0, 255);
    return packed;
  },
  "in zip under a name that climbs": (bytes, draw) =>
    zip({
      [pick(
        [
          "../../climbed.csv",
          "/tmp/climbed.csv",
          "..\\climbed.csv",
          "a/../../climbed.csv",
          "C:\\climbed.csv",
        ],
        draw,
      )]: bytes,
    }),
  "in zip with others": (bytes) => zip({"a.csv": bytes, "b.csv": bytes}),
  "in zip in zip": (bytes) => zip({"data.zip": zip({"data.csv": bytes})}),
};

/** Days before 1980 have no place in an archive; the same day gives the same bytes. */
function zip(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, {level: 1, mtime: new Date(2001, 0, 1)});
}

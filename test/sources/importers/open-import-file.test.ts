import {createHash} from "node:crypto";
import {setImmediate} from "node:timers/promises";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type ImportDisk,
  InputError,
  openImportFile,
  realImportDisk,
} from "../../../src/sources/index.ts";
import {makeZip} from "./make-zip.ts";

/** A disk with one file, handed out in pieces. */
function diskOf(bytes: Uint8Array, pieceBytes = 1000): ImportDisk {
  return {
    sizeOf: async () => bytes.length,
    read: async function* (_path, start, end) {
      for (let at = start; at < end; at += pieceBytes)
        yield bytes.subarray(at, Math.min(at + pieceBytes, end));
    },
  };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const file = await openImportFile("folder/file.csv", diskOf(bytes));
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const table = "a,b\n1,2\n";
const bytes = Buffer.from(table);

describe("a file to import is opened by what its first bytes say", () => {
  it.each([
    ["a plain file", bytes],
    ["a gzip file", gzipSync(bytes)],
    ["a gzip file of two members", Buffer.concat([gzipSync("a,b\n"), gzipSync("1,2\n")])],
    ["a zip archive", makeZip([{name: "data/table.csv", bytes}])],
    [
      "a zip archive with a Mac's sidecars",
      makeZip([
        {name: "data/", bytes: Buffer.alloc(0)},
        {name: "data/table.csv", bytes},
        {name: "__MACOSX/data/._table.csv", bytes: Buffer.from("x")},
        {name: "data/.DS_Store", bytes: Buffer.from("x")},
      ]),
    ],
  ])("%s", async (_what, given) => {
    expect(await textOf(given)).toBe(table);
  });

  it("names it without its folder, and hashes the bytes as given", async () => {
    const packed = gzipSync(bytes);
    const file = await openImportFile("C:\\downloads\\x.csv.gz", diskOf(packed));
    const sha256 = createHash("sha256").update(packed).digest("hex");
    expect(file).toMatchObject({name: "x.csv.gz", sha256, sizeBytes: packed.length});
  });

  it("can be read twice", async () => {
    const file = await openImportFile("x.zip", diskOf(makeZip([{name: "t.csv", bytes}])));
    for (const _ of [1, 2]) {
      let length = 0;
      for await (const chunk of file.bytes()) length += chunk.length;
      expect(length).toBe(table.length);
    }
  });

  it.each([
    ["plain", bytes, Buffer.from("a,b\n1,3\n")],
    ["gzip", gzipSync(bytes), gzipSync("a,b\n1,3\n")],
  ])("is refused when it changes after it was hashed: %s", async (_what, before, after) => {
    let given = before;
    const disk: ImportDisk = {
      sizeOf: async () => given.length,
      read: (path, start, end) => diskOf(given).read(path, start, end),
    };
    const file = await openImportFile("t.csv", disk);
    given = after;
    const reading = (async () => {
      for await (const _chunk of file.bytes());
    })();
    await expect(reading).rejects.toThrow("t.csv changed while it was read");
  });

  it("is the one file with data in an archive, or the archive is refused", async () => {
    const words = Buffer.from("words");
    const papers = ["Readme.txt", "docs/codebook.pdf", "LICENSE"].map((name) => ({
      name,
      bytes: words,
    }));
    expect(await textOf(makeZip([...papers, {name: "table.csv", bytes}]))).toBe(table);
    const two = makeZip(["2020.csv", "2021.csv"].map((name) => ({name, bytes})));
    await expect(textOf(two)).rejects.toThrow(
      "holds 2 files to import: file.csv/2020.csv, file.csv/2021.csv",
    );
    await expect(textOf(makeZip(papers))).rejects.toThrow(/holds no file to import$/);
  });
});

describe("nothing is read before bytes are asked for, so that no fault comes while nobody listens", () => {
  it.each([
    ["a plain file", bytes, null],
    ["a gzip file", gzipSync(bytes), null],
    ["a gzip file that is cut off", gzipSync(bytes).subarray(0, 20), /broken archive/],
    ["a zip archive", makeZip([{name: "t.csv", bytes}]), null],
  ])("%s", async (_what, given, fault) => {
    let asked = 0;
    const disk: ImportDisk = {
      sizeOf: async () => given.length,
      read: async function* (path, start, end) {
        asked += 1;
        yield* diskOf(given).read(path, start, end);
      },
    };
    const file = await openImportFile("t.csv", disk);
    asked = 0;
    const unread = file.bytes();
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(asked).toBe(0);
    const reading = (async () => {
      for await (const _chunk of unread);
    })();
    if (fault === null) await reading;
    else await expect(reading).rejects.toThrow(fault);
    expect(asked).toBeGreaterThan(0);
  });

  it("a file on the disk, which is not opened either", async () => {
    const callsToDisk = () =>
      process.getActiveResourcesInfo().filter((one) => one === "FSReqCallback").length;
    const before = callsToDisk();
    const unread = realImportDisk.read("test/none.csv", 0, bytes.length);
    // A stream asks for its file in the next tick, and hears nothing of it before the loop's next turn.
    await new Promise<void>((tick) => process.nextTick(tick));
    expect(callsToDisk()).toBe(before);
    const reading = (async () => {
      for await (const _chunk of unread);
    })();
    await expect(reading).rejects.toThrow("ENOENT");
  });
});

describe("an archive that cannot be trusted is refused in one line", () => {
  const zeros = Buffer.alloc(70_000_000);
  it.each<[string, Uint8Array, RegExp]>([
    ["that is cut off", makeZip([{name: "t.csv", bytes}]).subarray(0, 40), /broken archive/],
    ["that is a cut-off gzip", gzipSync(zeros.subarray(0, 5000)).subarray(0, 20), /broken archive/],
    ["that is empty", makeZip([]), /no file to import/],
    ["whose checksum is wrong", makeZip([{name: "t", bytes, wrongChecksum: true}]), /checksum/],
    ["that is encrypted", makeZip([{name: "t", bytes, encrypted: true}]), /is encrypted/],
    ["that leaves its folder", makeZip([{name: "../../t.csv", bytes}]), /broken archive/],
    ["that begins at the root", makeZip([{name: "/etc/t.csv", bytes}]), /broken archive/],
    ["that is a gzip bomb", gzipSync(zeros), /unfolds to more than 64 MB from \d+ bytes/],
    ["that is a zip bomb", makeZip([{name: "t", bytes: zeros}]), /unfolds to more than 64 MB/],
    [
      "that has no end of files",
      makeZip(Array.from({length: 1001}, (_, i) => ({name: `${i}`, bytes}))),
      /1001 entries/,
    ],
  ])("one %s", async (_what, given, message) => {
    const reading = textOf(given);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(InputError);
  });

  it("whatever byte of it is flipped: what comes out is the file or a refusal", async () => {
    const archives = [gzipSync(bytes), makeZip([{name: "t.csv", bytes}])];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.nat(),
        fc.integer({min: 1, max: 255}),
        async (archive, at, flip) => {
          const altered = Buffer.from(archive);
          const place = at % altered.length;
          altered[place] = (altered[place] ?? 0) ^ flip;
          try {
            const text = await textOf(altered);
            // An altered signature makes the archive a file of its own, which no importer's header knows.
            expect([table, altered.toString("utf8")]).toContain(text);
          } catch (fault) {
            expect(fault).toBeInstanceOf(InputError);
          }
        },
      ),
      {numRuns: 300},
    );
  });
});

describe("a path that leads to no file", () => {
  it.each([
    ["nothing", "test/none.csv", /is not there/],
    ["a folder", "test", /is a folder/],
    ["a device", "/dev/null", /is no plain file/],
  ])("is named: %s", async (_what, path, message) => {
    const opening = openImportFile(path, realImportDisk);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toBeInstanceOf(InputError);
  });
});

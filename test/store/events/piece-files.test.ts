import {existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {afterAll, describe, expect, it} from "vitest";
import {cutPieces} from "../../../src/store/events/cut-pieces.ts";
import {type PieceFile, pieceFiles} from "../../../src/store/events/piece-files.ts";
import type {Piece} from "../../../src/store/events/sift-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-pieces-"));
afterAll(() => rmSync(folder, {recursive: true}));

async function* piecesOf(...texts: readonly string[]): AsyncGenerator<Piece> {
  yield* cutPieces(
    (async function* () {
      for (const text of texts) yield Buffer.from(text);
    })(),
    1,
  );
}

/** One small piece, and then a fault: an archive that is cut off. */
async function* cutOff(before: () => Promise<void> = async () => {}): AsyncGenerator<Piece> {
  yield* piecesOf("a\tb\n");
  await before();
  throw new Error("unexpected end of file");
}

async function taken(files: AsyncIterable<PieceFile>): Promise<readonly PieceFile[]> {
  const all: PieceFile[] = [];
  for await (const file of files) all.push(file);
  return all;
}

/** Files of the folder that this process has open. */
const openFiles = () =>
  readdirSync("/proc/self/fd").flatMap((fd) => {
    const link = join("/proc/self/fd", fd);
    // The folder of the list itself is gone when it is read.
    return existsSync(link) && readlinkSync(link).startsWith(folder) ? [readlinkSync(link)] : [];
  });

describe("files of pieces", () => {
  it("hold the lines of their pieces one after another", async () => {
    const [file, ...others] = await taken(
      pieceFiles(piecesOf("a\n\nb\n", "c\n"), join(folder, "whole")),
    );
    expect(others).toEqual([]);
    expect(readFileSync(file?.path ?? "", "utf8")).toBe("a\nb\nc\n");
    expect(file).toMatchObject({nth: 0, firstLine: 1, lines: 4, lost: {numbers: [2]}});
  });

  it("tell of a disk that fails before what the pieces say later", async () => {
    const files = pieceFiles(cutOff(), join(folder, "not-there", "file"));
    await expect(taken(files)).rejects.toThrow(/^ENOENT/);
  });

  it("are closed once the pieces fail", async () => {
    const prefix = join(folder, "cut-off");
    const isOpen = async () => {
      while (!openFiles().includes(`${prefix}-0.tsv`)) await setImmediate();
    };
    await expect(taken(pieceFiles(cutOff(isOpen), prefix))).rejects.toThrow("end of file");
    expect(openFiles()).toEqual([]);
  });

  it("are closed once nobody takes more, though one was asked for ahead", async () => {
    const many = "\n".repeat(70_000);
    const files = pieceFiles(piecesOf(many, "a\n", "b\n", "c\n"), join(folder, "left"));
    const first = await files.next();
    const ahead = files.next();
    await files.return(undefined);
    expect(first.value).toMatchObject({nth: 0});
    expect((await ahead).value).toMatchObject({nth: 1, firstLine: 70_001, lines: 3});
    expect(openFiles()).toEqual([]);
  });
});

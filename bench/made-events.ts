import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {loadCameoCodes, loadStateCodeSpans} from "../src/sources/index.ts";
import type {EventFilesOrder} from "../src/store/events/import-event-files.ts";
import {madeDay, madeRows} from "./made-file.ts";

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const codes = {states: loadStateCodeSpans(disk, "."), types: loadCameoCodes(disk, ".")};

/** Rows of a made file that correct those of the file before. */
export const madeCorrections = 100;

/** Cells of GDELT's events that a made row fills, by their place among 61. */
const cellsOf = (file: number, nth: number): ReadonlyMap<number, string> => {
  const isCorrection = nth < madeCorrections;
  const id = isCorrection ? nth : (file + 1) * 1_000_000 + nth;
  const [source, target] = isCorrection ? ["MYS", "USA"] : ["USA", "MYS"];
  return new Map([
    ...([0, 1, 7, 17, 26].map((place, at) => [
      place,
      [String(id), "20261101", source, target, "057"][at] ?? "",
    ]) as [number, string][]),
    [29, "1"],
    ...[31, 32, 33].map((place): [number, string] => [place, isCorrection ? `${file + 1}` : "1"]),
    [59, "20261101120000"],
    [60, `https://news.example/${id}`],
  ]);
};

/**
 * A file of made events in GDELT's layout, written into a folder, and the order to take it in. Its first rows correct those
 * of the file before: their mentions are the file's number from 1.
 */
export function madeEvents(folder: string, file: number): EventFilesOrder {
  const path = join(folder, `made-events-${file}.CSV`);
  const lines = Array.from({length: madeRows(file)}, (_, nth) => {
    const cells = cellsOf(file, nth);
    return `${Array.from({length: 61}, (_, at) => cells.get(at) ?? "").join("\t")}\n`;
  });
  writeFileSync(path, lines.join(""));
  return {
    importerId: "gdelt-events",
    paths: [path],
    recordedOn: madeDay,
    codes,
    isTrial: false,
    progress: () => undefined,
  };
}

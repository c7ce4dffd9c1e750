import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {buildGraph, type Fact, type TemporalGraph} from "../src/models/index.ts";

/** A graph read from a folder, and the place of its first day that is scored. */
export interface ForecastCase {
  readonly graph: TemporalGraph;
  readonly scoredFrom: number;
  readonly scored: "test" | "valid";
}

/**
 * Reads a temporal knowledge graph in the layout of RE-NET and RE-GCN: `stat.txt.gz` (entities, relations) and one
 * fact a line (subject, relation, object, hour) in `train`, `valid` and, where there is one, `test.txt.gz`. The last
 * of them is scored. Hours become days.
 */
export function readForecastCase(folder: string): ForecastCase {
  const [entities = Number.NaN, relations = Number.NaN] =
    readNumbers(folder, "stat.txt.gz")[0] ?? [];
  const scored = existsSync(join(folder, "test.txt.gz")) ? "test" : "valid";
  const known = scored === "test" ? ["train.txt.gz", "valid.txt.gz"] : ["train.txt.gz"];
  const before = known.flatMap((name) => readFacts(folder, name));
  const asked = readFacts(folder, `${scored}.txt.gz`);
  const first = asked.reduce((least, {day}) => Math.min(least, day), Number.POSITIVE_INFINITY);
  if (before.some(({day}) => day >= first))
    throw new Error(
      `${folder}: not all facts of ${known.join(", ")} are before the first of ${scored}`,
    );
  const graph = buildGraph([...before, ...asked], {entities, relations});
  return {graph, scored, scoredFrom: graph.days.findIndex(({day}) => day >= first)};
}

function readFacts(folder: string, name: string): Fact[] {
  return readNumbers(folder, name).map(([subject, relation, object, hour], line) => {
    if (
      subject === undefined ||
      relation === undefined ||
      object === undefined ||
      hour === undefined
    )
      throw new Error(`${join(folder, name)}:${line + 1}: a fact has four numbers`);
    return {subject, relation, object, day: Math.floor(hour / 24)};
  });
}

function readNumbers(folder: string, name: string): number[][] {
  const path = join(folder, name);
  return gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split("\n")
    .map((line, at) => {
      const numbers = line.trim().split(/\s+/).map(Number);
      if (numbers.some((value) => !Number.isSafeInteger(value)))
        throw new Error(`${path}:${at + 1}: not whole numbers`);
      return numbers;
    });
}

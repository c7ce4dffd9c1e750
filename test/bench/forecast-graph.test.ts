import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {readForecastCase} from "../../bench/forecast-graph.ts";

/** A folder with 4 entities, 2 relations and facts by file, one a line. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-graph-"));
  for (const [name, text] of Object.entries({stat: "4\t2\t0", ...files}))
    writeFileSync(join(folder, `${name}.txt.gz`), gzipSync(text));
  return folder;
}

const train = "0\t0\t1\t0\t-1\n1\t1\t2\t24\t-1\n";
const valid = "2\t0\t3\t48\t-1\n";

describe("a folder of a temporal graph", () => {
  it("is scored on its validation days where it has no test days", () => {
    const {graph, scored, scoredFrom} = readForecastCase(folderOf({train, valid}));
    expect(scored).toBe("valid");
    expect(graph).toMatchObject({entities: 4, relations: 4});
    expect(graph.days.map(({day}) => day)).toEqual([0, 1, 2]);
    expect(scoredFrom).toBe(2);
  });

  it("is scored on its test days where it has them, with the validation days known", () => {
    const test = "3\t1\t0\t72\t-1\n3\t1\t1\t96\t-1\n";
    const {graph, scored, scoredFrom} = readForecastCase(folderOf({train, valid, test}));
    expect(scored).toBe("test");
    expect(graph.days.slice(scoredFrom).map(({day}) => day)).toEqual([3, 4]);
  });

  it("is refused where a line is no fact, or what is scored had been known", () => {
    expect(() => readForecastCase(folderOf({train: "0\t0\n", valid}))).toThrow(
      "train.txt.gz:1: a fact has four numbers",
    );
    expect(() => readForecastCase(folderOf({train: "0\tx\t1\t0\n", valid}))).toThrow(
      "train.txt.gz:1: not whole numbers",
    );
    expect(() => readForecastCase(folderOf({train, valid: "2\t0\t3\t24\n"}))).toThrow(
      "not all facts",
    );
  });
});

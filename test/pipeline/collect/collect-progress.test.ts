import {describe, expect, it} from "vitest";
import {collectProgress} from "../../../src/pipeline/collect/collect-progress.ts";

describe("the progress of collecting", () => {
  it("says how far it is and how long it will take: as long as the slowest source", () => {
    let now = 0;
    const lines: string[] = [];
    const progress = collectProgress(3, {now: () => now, tell: (line) => lines.push(line)});
    progress.expect("quick", 10);
    now = 2000;
    progress.expect("slow", 100);
    now = 12_000;
    progress.pageRead("slow");
    now = 14_000;
    progress.sourceDone("third");
    expect(lines).toEqual([
      "0 of 3 sources done, 0 of 10 pages read, about 20 s left",
      "0 of 3 sources done, 0 of 110 pages read, about 3 min left",
      "0 of 3 sources done, 1 of 110 pages read, about 17 min left",
      "1 of 3 sources done, 1 of 110 pages read, about 20 min left",
    ]);
  });

  it("is no flood of lines", () => {
    const lines: string[] = [];
    let now = 0;
    const progress = collectProgress(1, {now: () => now, tell: (line) => lines.push(line)});
    progress.expect("folder", 10_000);
    for (let i = 0; i < 10_000; i++) {
      now += 1;
      progress.pageRead("folder");
    }
    expect(lines.length).toBeLessThanOrEqual(6);
  });
});

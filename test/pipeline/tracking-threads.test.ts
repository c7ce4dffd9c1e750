import {describe, expect, it} from "vitest";
import {standardDraws} from "../../src/math/index.ts";
import {type GroupTask, trackGroup} from "../../src/measures/index.ts";
import {startTracking} from "../../src/pipeline/sector-threads/tracking-threads.ts";

/** Three series of one sector over three years and a bit. */
function madeTask(group: string, seed: number): GroupTask {
  const random = standardDraws(seed);
  const [months, series] = [40, 3];
  const expected = Float64Array.from({length: months * series}, () => 1 + 9 * random.uniform());
  return {
    counts: {
      firstMonth: 2001 * 12,
      months,
      groups: Array.from({length: series}, () => group),
      seen: expected.map((one) => Math.floor(one * Math.exp(0.5 * random.normal()))),
      expected,
    },
    habit: null,
    settled: null,
  };
}

const tasks = ["trade", "energy", "defence"].map(madeTask);

describe("sector-months in threads", () => {
  it("have the figures that one thread gives, to the last bit and in the order of the tasks", async () => {
    const threads = startTracking(1, {threads: 2, from: 0});
    try {
      expect(await threads.track(tasks)).toEqual(tasks.map(trackGroup));
    } finally {
      await threads.close();
    }
  });

  it("have them where there is too little work for a thread", async () => {
    const none = startTracking(1);
    expect(await none.track(tasks)).toEqual(tasks.map(trackGroup));
    await none.close();
  });

  it("fail with what a thread failed with, and not for ever", async () => {
    const [good, other] = tasks as [GroupTask, GroupTask];
    const broken = {...other, counts: {...other.counts, groups: null}} as unknown as GroupTask;
    const threads = startTracking(1, {threads: 2, from: 0});
    try {
      await expect(threads.track([good, broken, good])).rejects.toThrow();
    } finally {
      await threads.close();
    }
  });
});

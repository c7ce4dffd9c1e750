import {afterAll, describe, expect, it} from "vitest";
import {runShock} from "../../../src/options/index.ts";
import {type ScenarioTask, scenarioRunner} from "../../../src/pipeline/index.ts";
import {parseShock} from "../../../src/sources/index.ts";

const yaml = "shocks:\n  - {agreement: enter, between: [AAA, PACT]}\n";
const task: ScenarioTask = {
  file: parseShock(yaml, "s.yaml"),
  table: {
    name: "small.csv",
    year: 2016,
    states: ["AAA", "BBB", "CCC"],
    sectors: ["all"],
    hasSectors: false,
    values: Float64Array.of(800, 60, 40, 50, 900, 70, 30, 80, 400),
    lines: Uint32Array.from({length: 9}, (_, k) => k + 2),
    columns: new Map(),
  },
  inputs: null,
  members: new Map([["PACT", ["BBB", "CCC"]]]),
  draws: 40,
  powers: ["PACT"],
};

describe("scenarios in threads of their own", () => {
  const runner = scenarioRunner(1);
  afterAll(() => runner.close());

  it("answer as the model does, tell the centre first and then how far they are", async () => {
    const {members, ...asked} = task;
    const plain = await runShock({...asked, expand: (party) => members.get(party) ?? []});
    const heard: string[] = [];
    const outcome = await runner.run(task, {
      first: ({states}) => heard.push(`first ${states[0]?.intervals}`),
      drawn: (done) => heard.push(`drawn ${done}`),
    });
    expect(outcome).toEqual(plain);
    expect(heard).toEqual(["first null", "drawn 10", "drawn 20", "drawn 30", "drawn 40"]);
  });

  it("stop when nobody waits any more, at work or in the queue, and the thread is free for the next", async () => {
    const leaving = new AbortController();
    const endless = {...task, draws: 100_000_000};
    const atWork = runner.run(endless, {
      signal: leaving.signal,
      drawn: () => leaving.abort(new Error("gone")),
    });
    const queued = runner.run(endless, {signal: leaving.signal});
    await expect(atWork).rejects.toThrow("gone");
    await expect(queued).rejects.toThrow("gone");
    expect((await runner.run({...task, draws: 0})).states.length).toBe(3);
  });

  it("tell a caller's mistake as such, and refuse more than can wait", async () => {
    const wrong = {...task, file: parseShock(yaml.replace("AAA", "AAB"), "s.yaml")};
    await expect(runner.run(wrong)).rejects.toMatchObject({
      message: expect.stringContaining("did you mean AAA?"),
      status: 400,
      whatToDo: expect.stringContaining("it holds"),
    });
    const leaving = new AbortController();
    const many = Array.from({length: 18}, () =>
      runner.run({...task, draws: 100_000_000}, {signal: leaving.signal}),
    );
    const settled = Promise.allSettled(many);
    await expect(many[17]).rejects.toMatchObject({status: 503});
    leaving.abort(new Error("gone"));
    const reasons = (await settled).map((one) => one.status === "rejected" && one.reason.message);
    expect(reasons.filter((reason) => reason === "gone").length).toBe(17);
  });
});

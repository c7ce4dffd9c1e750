import {parentPort} from "node:worker_threads";
import {runShock} from "../../options/index.ts";
import {InputError} from "../../sources/index.ts";
import type {ScenarioErrand, ScenarioNews} from "./scenario-task.ts";

/** Often enough to be seen to move, seldom enough to cost nothing. */
const toldEvery = 10;

class Stopped extends Error {}

const tell = (news: ScenarioNews) => parentPort?.postMessage(news);

async function work({task: {members, ...asked}, stop}: ScenarioErrand): Promise<ScenarioNews> {
  const outcome = await runShock({
    ...asked,
    expand: (party) => members.get(party) ?? [],
    first: (found) => tell({kind: "first", outcome: found}),
    tell: (done) => {
      if (Atomics.load(stop, 0) === 1) throw new Stopped();
      if (done % toldEvery === 0) tell({kind: "drawn", done});
    },
  });
  return {kind: "solved", outcome};
}

function failure(error: unknown): ScenarioNews {
  if (error instanceof Stopped) return {kind: "stopped"};
  const {message, stack = message} = error instanceof Error ? error : new Error(String(error));
  const caller =
    error instanceof InputError ? {whatToDo: error.whatToDo, status: error.status} : null;
  return {kind: "failed", message, caller, stack};
}

parentPort?.on("message", async (errand: ScenarioErrand) =>
  tell(await work(errand).catch(failure)),
);

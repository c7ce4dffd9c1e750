import {settleJudgements} from "../../src/ledger/index.ts";
import {pledgeId, settleThread, type Thread} from "../../src/pledges/index.ts";
import type {
  Day,
  DayPrecision,
  Judgement,
  Pledge,
  PledgeRule,
  ToldStep,
} from "../../src/world/index.ts";
import {day, gap} from "../../src/world/index.ts";

/** A step on a day ("2020-03-01"), in a month ("2020-03"), in a year ("2020"), or undated (""). */
export function step(
  stage: ToldStep["stage"],
  when: string,
  part: number | null = stage === "delivered" ? 1 : null,
): ToldStep {
  const precision = ({4: "year", 7: "month", 10: "day"} as const)[when.length] as
    | DayPrecision
    | undefined;
  return {
    stage,
    when: precision === undefined ? gap("when", "nobody says", "a date") : dayOf(when),
    precision: precision ?? "unknown",
    part,
    text: `${stage ?? "told"} ${when}`,
    because: [],
    evidence: [],
    knownOn: day("2020-01-01"),
  };
}

const dayOf = (when: string): Day => day(`${when}-01-01`.slice(0, 10));

export function thread(steps: readonly ToldStep[], over: Partial<Thread> = {}): Thread {
  return {
    key: "test",
    kind: "arms-order",
    text: "State AAA orders ten ships.",
    by: ["BBB"],
    to: ["AAA"],
    sectors: ["defence"],
    steps,
    knownUntil: day("2025-12-31"),
    specimen: false,
    ...over,
  };
}

export const rule: PledgeRule = {
  kind: "arms-order",
  title: "Orders",
  path: (["said", "memorandum", "contract", "financed", "delivered"] as const).map((stage) => ({
    stage,
    means: "test",
  })),
  ends: [{stage: "cancelled", means: "test"}],
  keptAt: "delivered",
  overdueAfter: {from: "contract", years: 5, because: "test"},
  unmeasured: null,
  source: "test",
};

/** How a thread stands by a rule, the arms orders' unless another is named, as people have judged it. */
export function settled(
  one: Thread,
  by: PledgeRule = rule,
  judgements: readonly Judgement[] = [],
): ReturnType<typeof settleThread> {
  const rules = new Map([[one.kind, by]]);
  return settleThread(pledgeId(one.key), [one], settleJudgements(judgements), rules);
}

export function settlePledge(one: Thread, by: PledgeRule = rule): Pledge | null {
  return settled(one, by).pledge;
}

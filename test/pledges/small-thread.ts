import type {Thread} from "../../src/pledges/index.ts";
import type {Day, DayPrecision, PledgeRule, PledgeStep} from "../../src/world/index.ts";
import {day, gap} from "../../src/world/index.ts";

/** A step on a day ("2020-03-01"), in a month ("2020-03"), in a year ("2020"), or undated (""). */
export function step(
  stage: PledgeStep["stage"],
  when: string,
  part: number | null = stage === "delivered" ? 1 : null,
): PledgeStep {
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
  };
}

const dayOf = (when: string): Day => day(`${when}-01-01`.slice(0, 10));

export function thread(steps: readonly PledgeStep[], over: Partial<Thread> = {}): Thread {
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

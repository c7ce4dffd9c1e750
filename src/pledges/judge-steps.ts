import {createHash} from "node:crypto";
import {type Decision, type Decisions, judgementEvidence} from "../ledger/index.ts";
import {
  isGap,
  latestDay,
  type PledgeRule,
  type PledgeStep,
  type Recoded,
  type ToldStep,
} from "../world/index.ts";

/** The steps of a commitment as people have judged them, and those that they set aside. */
export interface JudgedSteps {
  readonly steps: readonly PledgeStep[];
  readonly setAside: readonly PledgeStep[];
}

/**
 * What sources tell of a commitment, as people have judged it: a step that was rejected is set aside, date and stage stand
 * as recoded. Each judgement that shaped a step stands in its evidence, and what its source told stands beside it.
 */
export function judgeSteps(
  pledge: string,
  told: readonly ToldStep[],
  decisions: Decisions,
  rule: PledgeRule,
): JudgedSteps {
  const steps: PledgeStep[] = told.map((step) => ({
    ...step,
    id: stepId(pledge, step),
    told: null,
    disputedBy: [],
  }));
  if (decisions.none) return {steps, setAside: []};
  const [standing, setAside]: [PledgeStep[], PledgeStep[]] = [[], []];
  for (const step of steps) {
    const stands = decisions.stands(step.id);
    const judged = judgeStep(step, stands, decisions.recodes(step.id), rule);
    (stands?.value === "reject" ? setAside : standing).push(judged);
  }
  return {steps: standing, setAside};
}

/** Id of a step: its pledge's, ":", and eight hex digits of what its source tells. */
function stepId(pledge: string, {stage, when, part, text}: ToldStep): string {
  const told = `${stage ?? ""}|${isGap(when) ? "" : when}|${part ?? ""}|${text}`;
  return `${pledge}:${createHash("sha256").update(told).digest("hex").slice(0, 8)}`;
}

function judgeStep(
  step: PledgeStep,
  stands: Decision<unknown> | undefined,
  recodes: readonly Decision<Recoded>[],
  rule: PledgeRule,
): PledgeStep {
  const decided = [...(stands === undefined ? [] : [stands]), ...recodes];
  if (decided.length === 0) return step;
  const judgements = decided.flatMap(({by, disputedBy}) => [...by, ...disputedBy]);
  const once = [...new Map(judgements.map((one) => [one.id, one])).values()];
  const parties = [
    ...new Set(step.evidence.flatMap(({reaches}) => reaches.map(({party}) => party))),
  ];
  const changes = recodes.flatMap(({value}) => (value === null ? [] : [value]));
  const {stage, when, precision} = step;
  return {
    ...changes.reduce<PledgeStep>((one, change) => recode(one, change, rule), step),
    told: changes.length === 0 ? null : {stage, when, precision},
    disputedBy: [
      ...new Set(decided.flatMap(({disputedBy}) => disputedBy.map(({author}) => author))),
    ].sort(),
    evidence: [...step.evidence, ...once.map((one) => judgementEvidence(one, parties))],
    knownOn: latestDay([step.knownOn, ...once.map(({recordedOn}) => recordedOn)]),
  };
}

/** Who says that the last stage was reached means the whole of it, unless the source tells how much. */
function recode(step: PledgeStep, change: Recoded, {keptAt}: PledgeRule): PledgeStep {
  if (change.field === "when") return {...step, when: change.value, precision: "day"};
  if (change.field !== "stage") return step;
  if (change.value === "told") return {...step, stage: null, part: null};
  const part = change.value !== keptAt ? null : step.stage === keptAt ? step.part : 1;
  return {...step, stage: change.value, part};
}

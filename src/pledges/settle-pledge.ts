import {
  type Day,
  daysLater,
  firstDayOf,
  isGap,
  type Pledge,
  type PledgeAdvance,
  type PledgeEnd,
  type PledgeRule,
  type PledgeStage,
  type PledgeStep,
  pledgeEnds,
  pledgeStages,
  yearOf,
} from "../world/index.ts";
import type {JudgedSteps} from "./judge-steps.ts";
import type {Thread} from "./thread.ts";
import {type Dated, daysOfYear, yearsBetween} from "./years-between.ts";

/**
 * How a commitment stands by the rule of its kind. It is kept when the whole of it reached the rule's last stage, and what
 * comes later takes that away from nobody. It ends with the last word that ended it, unless a later step took it up again.
 * All else is open, however long nothing is heard.
 * @returns null where no step says that anything was promised.
 */
export function settlePledge(
  id: string,
  thread: Omit<Thread, "steps">,
  judged: JudgedSteps,
  rule: PledgeRule,
): Pledge | null {
  const {kind, text, by, to, sectors, knownUntil, specimen} = thread;
  const [steps, setAside] = [judged.steps, judged.setAside].map((some) =>
    some.length < 2 ? some : [...some].sort(byDate),
  ) as [readonly PledgeStep[], readonly PledgeStep[]];
  const first = steps.find(({stage}) => stage !== null);
  if (first === undefined) return null;
  const {stage, standing, closing} = standingOf(steps, rule);
  return {
    id,
    kind,
    text,
    by,
    to,
    sectors,
    steps,
    setAside,
    stage,
    standing,
    opened: first.when,
    openedPrecision: first.precision,
    closed: closing?.when ?? null,
    years: yearsFrom(first, closing, knownUntil),
    part: partOf(steps, rule),
    knownUntil,
    overdue: standing === "open" ? overdueOf(steps, knownUntil, rule) : null,
    specimen,
  };
}

/** From the first step to the closing one, or to the end of what the source tells; no age can be negative. */
function yearsFrom(first: PledgeStep, closing: PledgeStep | null, knownUntil: Day): number | null {
  const end = closing ?? {when: knownUntil, precision: "day" as const};
  if (isGap(first.when) || isGap(end.when)) return null;
  const years = yearsBetween(
    {on: first.when, precision: first.precision},
    {on: end.when, precision: end.precision},
  );
  return years < 0 ? null : years;
}

function standingOf(
  steps: readonly PledgeStep[],
  {keptAt}: PledgeRule,
): Pick<Pledge, "stage" | "standing"> & {closing: PledgeStep | null} {
  let furthest: PledgeAdvance | null = null;
  let ending: (PledgeStep & {stage: PledgeEnd}) | null = null;
  for (const step of steps) {
    const {stage, part} = step;
    if (stage === null) continue;
    if (isEnd(stage)) {
      ending = {...step, stage};
      continue;
    }
    if (stage === keptAt && part === 1) return {stage, standing: "kept", closing: step};
    ending = null;
    // What has come in part stands where it stood, and its part says how much.
    if (stage !== keptAt && (furthest === null || rank(stage) > rank(furthest))) furthest = stage;
  }
  if (ending !== null) return {stage: ending.stage, standing: "ended", closing: ending};
  return {stage: furthest ?? keptAt, standing: "open", closing: null};
}

function partOf(steps: readonly PledgeStep[], {keptAt}: PledgeRule): number | null {
  const come = steps.filter(({stage}) => stage === keptAt);
  if (come.length === 0) return 0;
  return come.reduce<number | null>(
    (most, {part}) => (part === null ? most : Math.max(most ?? 0, part)),
    null,
  );
}

function overdueOf(
  steps: readonly PledgeStep[],
  knownUntil: Day,
  {overdueAfter}: PledgeRule,
): Pledge["overdue"] {
  if (overdueAfter === null) return null;
  const {from, years, because} = overdueAfter;
  const start = firstAt(steps, from);
  if (start === null) return null;
  const {on, precision} = start;
  if (yearsBetween(start, {on: knownUntil, precision: "day"}) <= years) return null;
  return {since: dueDay(on, precision === "year", years), because};
}

/** The first dated step on the way that has come as far as a stage. */
export function firstAt(steps: readonly PledgeStep[], stage: PledgeAdvance): Dated | null {
  for (const {stage: reached, when, precision} of steps)
    if (reached !== null && !isEnd(reached) && rank(reached) >= rank(stage) && !isGap(when))
      return {on: when, precision};
  return null;
}

/** The first day on which it is older than that; of one known by its year alone, the first day of a year. */
function dueDay(opened: Day, byYear: boolean, years: number): Day {
  return byYear
    ? firstDayOf(yearOf(opened) + Math.floor(years) + 1)
    : daysLater(opened, Math.floor(years * daysOfYear) + 1);
}

const isEnd = (stage: PledgeStage): stage is PledgeEnd =>
  (pledgeEnds as readonly PledgeStage[]).includes(stage);

const rank = (stage: PledgeStage | null) => (stage === null ? -1 : pledgeStages.indexOf(stage));

/** By date, of one date by stage; undated ones stand last, because nothing says when they came. */
function byDate(a: PledgeStep, b: PledgeStep): number {
  const left = isGap(a.when) ? "9999" : a.when;
  const right = isGap(b.when) ? "9999" : b.when;
  if (left !== right) return left < right ? -1 : 1;
  return rank(a.stage) - rank(b.stage);
}

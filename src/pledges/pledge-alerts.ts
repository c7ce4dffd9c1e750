import {createHash} from "node:crypto";
import type {Day, PledgeStage, PledgeStep} from "../world/index.ts";
import {pledgeStages, sentence} from "../world/index.ts";
import type {ListedPledge} from "./list-pledges.ts";

/**
 * `opened`: it was not known before; `advanced`: it came further, or more of it came; `ended`: lapsed, cancelled, denied or
 * replaced; `overdue`: older by now than its kind's rule allows; `set-back`: it stands less far than was told, by a
 * correction, a person's judgement, or because it was taken up again; `gone`: its source, or people, no longer tell of it.
 */
export type AlertKind = "opened" | "advanced" | "ended" | "overdue" | "set-back" | "gone";

/** Something that a reader of pledges should hear of. */
export interface PledgeAlert {
  /** The same for the same alert, whichever days are compared. */
  readonly id: string;
  /** The day on which it came to be known. */
  readonly on: Day;
  readonly kind: AlertKind;
  /** In a sentence, without its pledge's text. */
  readonly text: string;
  readonly pledge: ListedPledge;
  /** Steps that were not known before. */
  readonly steps: readonly PledgeStep[];
}

/** Pledges of one watch on two days. */
export interface AlertsBetween {
  readonly since: Day;
  readonly until: Day;
  /** The last day on which the ledger took an import, a retraction or a judgement; `until` where it took none since. */
  readonly changedOn: Day;
  readonly before: readonly ListedPledge[];
  readonly after: readonly ListedPledge[];
}

/** What became known of pledges after one day and up to another, the newest first. A specimen alerts nobody. */
export function pledgeAlerts({
  since,
  until,
  changedOn,
  before,
  after,
}: AlertsBetween): PledgeAlert[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({id}) => id));
  const within = (day: Day) => (day > since && day <= until ? day : changedOn);
  const alerts = [
    ...after.flatMap((is) => alertsOf(old.get(is.id), is, within, changedOn)),
    ...before
      .filter(({id}) => !now.has(id))
      .map((was) =>
        alert("gone", "Its source, or people, no longer tell of it.", was, [], changedOn),
      ),
  ];
  return alerts.filter(({pledge}) => !pledge.specimen).sort(newestFirst);
}

function alertsOf(
  was: ListedPledge | undefined,
  is: ListedPledge,
  within: (day: Day) => Day,
  changedOn: Day,
): PledgeAlert[] {
  const known = new Set(was?.steps.map(({id}) => id));
  const steps = is.steps.filter((one) => !known.has(one.id) || differs(was, one));
  const aside = is.setAside.filter(({id}) => known.has(id));
  const newest = [...steps, ...aside]
    .map(({knownOn}) => knownOn)
    .sort()
    .at(-1);
  const on = newest === undefined ? changedOn : within(newest);
  const kind = was === undefined ? "opened" : movedBy(was, is);
  const late = is.overdue !== null && was?.overdue?.since !== is.overdue.since;
  return [
    ...(kind === null ? [] : [alert(kind, movedText(kind, was, is), is, steps, on)]),
    ...(late && is.overdue !== null
      ? [
          alert(
            "overdue",
            sentence(`overdue since ${is.overdue.since}, still at ${is.stage}.`),
            is,
            [],
            within(is.overdue.since),
          ),
        ]
      : []),
  ];
}

/** Whether a step stood otherwise: a person re-dated or re-staged it since. */
function differs(was: ListedPledge | undefined, {id, stage, when}: PledgeStep): boolean {
  const before = was?.steps.find((one) => one.id === id);
  return before?.stage !== stage || JSON.stringify(before.when) !== JSON.stringify(when);
}

/** How it moved from one day to the other; null where it stands as it stood. */
function movedBy(was: ListedPledge, is: ListedPledge): AlertKind | null {
  if (is.standing === "ended")
    return was.standing === "ended" && was.stage === is.stage ? null : "ended";
  if (was.standing === "ended") return "set-back";
  const further = rank(is) - rank(was) || (is.part ?? 0) - (was.part ?? 0);
  return further === 0 ? null : further > 0 ? "advanced" : "set-back";
}

const rank = ({stage, standing}: ListedPledge) =>
  standing === "kept" ? pledgeStages.length : pledgeStages.indexOf(stage);

function movedText(kind: AlertKind, was: ListedPledge | undefined, is: ListedPledge): string {
  const stands = standsText(is);
  if (was === undefined || kind === "opened") return sentence(`new, at ${stands}.`);
  return sentence(`from ${standsText(was)} to ${stands}.`);
}

/** "contract, 40 % delivered" of what has come in part. */
function standsText({
  stage,
  part,
  standing,
}: {stage: PledgeStage} & Pick<ListedPledge, "part" | "standing">) {
  const some = standing === "open" && part !== null && part > 0;
  return some ? `${stage}, ${Math.round(100 * part)} % come` : stage;
}

function alert(
  kind: AlertKind,
  text: string,
  pledge: ListedPledge,
  steps: readonly PledgeStep[],
  on: Day,
): PledgeAlert {
  // Not of where it came from: that is another where an earlier day is compared.
  const stands =
    kind === "overdue"
      ? (pledge.overdue?.since ?? "")
      : kind === "gone"
        ? kind
        : standsText(pledge);
  const told = [pledge.id, stands, steps.at(-1)?.id ?? ""].join("|");
  const id = createHash("sha256").update(told).digest("hex").slice(0, 32);
  return {id, on, kind, text, pledge, steps};
}

function newestFirst(a: PledgeAlert, b: PledgeAlert): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

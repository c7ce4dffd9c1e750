import type {Cause, Change, Gap, Measured} from "../world/index.ts";
import {isGap, whenText} from "../world/index.ts";
import type {PledgesKnown} from "./pledges-known.ts";

/** What is said of pledges otherwise than before, and of the rates that are made of them, because of these entries. */
export function pledgeChanges(
  before: PledgesKnown,
  after: PledgesKnown,
  because: readonly Cause[],
): Change[] {
  return [
    ...changesIn("pledge", pledgesSaid(before), pledgesSaid(after), because),
    ...changesIn("rate", ratesSaid(before), ratesSaid(after), because),
  ];
}

function changesIn(
  kind: Change["kind"],
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
  because: readonly Cause[],
): Change[] {
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((what) => was.get(what) !== is.get(what))
    .map((what) => ({
      kind,
      what,
      before: was.get(what) ?? null,
      after: is.get(what) ?? null,
      because,
    }));
}

function pledgesSaid({pledges}: PledgesKnown): Map<string, string> {
  return new Map(
    pledges.map(({id, text, stage, standing, steps, overdue}) => [
      id,
      [
        `${stage}, ${standing}`,
        text,
        steps.map((step) => `${step.stage ?? "told"} ${whenText(step)}`).join(" · "),
        ...(overdue === null ? [] : [`overdue since ${overdue.since}`]),
      ].join(" | "),
    ]),
  );
}

function ratesSaid({rates: {rates}}: PledgesKnown): Map<string, string> {
  return new Map(
    rates.map(({title, keptIn5, keptIn10, medianYears, open, overdue}) => [
      title,
      [
        `kept in 5 years ${figureText(keptIn5)}`,
        `in 10 ${figureText(keptIn10)}`,
        `median years ${figureText(medianYears)}`,
        `${open} open, ${overdue} overdue`,
      ].join(" | "),
    ]),
  );
}

function figureText(figure: Measured | Gap): string {
  return isGap(figure) ? `gap: ${figure.why}` : figure.value.toFixed(3);
}

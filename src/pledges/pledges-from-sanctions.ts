import {type Run, runsOf, sectorOf} from "../ledger/index.ts";
import type {Evidence, SanctionYear, ToldStep} from "../world/index.ts";
import {firstDayOf, lastDayOf, listWords, sentence} from "../world/index.ts";
import type {Thread} from "./thread.ts";

/**
 * Sanctions by the years in which they were in force: each unbroken run of years is one, its kinds change on the way, and
 * it is eased in the year after its last. When they were announced the panel does not say.
 */
export function pledgesFromSanctions(
  years: readonly SanctionYear[],
  nameOf: (party: string) => string,
): Thread[] {
  const newest = Math.max(0, ...new Set(years.map(({year}) => year)));
  const pairs = new Map<string, SanctionYear[]>();
  for (const one of years) {
    if (one.kinds.length === 0) continue;
    const key = `${one.sender} ${one.target}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [one]);
    else known.push(one);
  }
  return [...pairs.values()].flatMap((pair) =>
    runsOf(pair.sort((a, b) => a.year - b.year)).map((run) => threadOf(run, newest, nameOf)),
  );
}

function threadOf(run: Run, newest: number, nameOf: (party: string) => string): Thread {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const {sender, target} = first;
  const parties = `${nameOf(sender)} on ${nameOf(target)}`;
  const changes = run.filter((one, at) => at > 0 && kindsOf(one) !== kindsOf(run[at - 1] ?? one));
  const steps = [
    stepOf(first, "delivered", first.year, `Sanctions of ${parties} in force: ${kindsOf(first)}.`),
    ...changes.map((one) =>
      stepOf(one, null, one.year, `Sanctions of ${parties} now: ${kindsOf(one)}.`),
    ),
    ...(last.year < newest
      ? [stepOf(last, null, last.year + 1, `Sanctions of ${parties} no longer in force.`)]
      : []),
  ];
  return {
    key: JSON.stringify(["sanctions-panel", sender, target, first.year]),
    kind: "sanction",
    text: sentence(`${nameOf(sender)} lays sanctions on ${nameOf(target)}.`),
    by: [sender],
    to: [target],
    sectors: [...new Set(run.flatMap(({kinds}) => kinds.map((kind) => sectorOf[kind])))].sort(),
    steps,
    knownUntil: lastDayOf(newest),
    specimen: false,
  };
}

const kindsOf = ({kinds}: SanctionYear) => listWords([...kinds].sort(), 5);

function stepOf(
  {sender, target, row, year, recordedOn}: SanctionYear,
  stage: ToldStep["stage"],
  inYear: number,
  told: string,
): ToldStep {
  const text = sentence(told);
  const evidence: Evidence = {
    kind: "rows",
    dataset: "sanctions-panel",
    where: [{column: "row", in: [row]}],
    count: 1,
    quote: text,
    reaches: [
      {party: sender, how: "column", by: `sender: ${sender}`},
      {party: target, how: "column", by: `target: ${target}`},
    ],
    vintage: String(year),
  };
  return {
    stage,
    when: firstDayOf(inYear),
    precision: "year",
    part: stage === null ? null : 1,
    text,
    because: [],
    evidence: [evidence],
    knownOn: recordedOn,
  };
}

import type {Day, FactBook, Move, SanctionYear} from "../world/index.ts";
import {firstDayOf, listWords} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";
import {type Run, runsOf, sectorOf} from "./sanction-runs.ts";

/** Sanctions between a watched state and a power: each unbroken run of years with the same kinds is one move. */
export function movesFromSanctions(book: FactBook, circle: Circle): Move[] {
  const pairs = new Map<string, SanctionYear[]>();
  for (const year of book.sanctions) {
    const {sender, target, kinds} = year;
    const ours =
      (circle.watched.has(target) && circle.isPower(sender)) ||
      (circle.watched.has(sender) && circle.isPower(target));
    if (!ours || kinds.length === 0) continue;
    const key = JSON.stringify([sender, target, [...kinds].sort()]);
    pairs.set(key, [...(pairs.get(key) ?? []), year]);
  }
  return [...pairs.values()].flatMap((years) =>
    runsOf([...years].sort((a, b) => a.year - b.year)).map((run) => moveOf(run, circle)),
  );
}

function moveOf(run: Run, circle: Circle): Move {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const {sender, target} = first;
  const kinds = [...first.kinds].sort();
  const span = first.year === last.year ? `in ${first.year}` : `from ${first.year} to ${last.year}`;
  const summary = `${circle.name(sender)} had sanctions on ${circle.name(target)} in force ${span} (${listWords(kinds, 5)})`;
  const on = firstDayOf(first.year);
  return {
    id: moveId("sanctions-panel", sender, target, first.year, ...kinds),
    type: "SANCTION",
    mode: "done",
    sectors: [...new Set(kinds.map((kind) => sectorOf[kind]))].sort(),
    sources: [sender],
    targets: [target],
    participants: circle.weigh({sources: [sender], targets: [target], joint: false, on}),
    summary,
    when: on,
    precision: "year",
    recordedOn: newestOf(
      run.map((one) => one.recordedOn),
      first.recordedOn,
    ),
    articles: 0,
    independentOrigins: 0,
    grade: {
      reliability: "B",
      credibility: 2,
      reasons: [
        "Global Sanctions Data Base: coded by researchers by year and kind, the acts not opened here",
      ],
    },
    evidence: [
      {
        kind: "rows",
        dataset: "sanctions-panel",
        where: [{column: "row", in: run.map((one) => one.row)}],
        count: run.length,
        quote: summary,
        reaches: [
          {party: sender, how: "column", by: `sender: ${sender}`},
          {party: target, how: "column", by: `target: ${target}`},
          ...circle
            .throughBlocs([sender, target], on)
            .filter((reach) => reach.party !== sender && reach.party !== target),
        ],
        vintage: String(last.year),
      },
    ],
    from: "sanction",
    specimen: false,
  };
}

/** Days compare as text. */
function newestOf(days: readonly Day[], none: Day): Day {
  return [...days].sort().at(-1) ?? none;
}

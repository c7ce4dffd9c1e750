import {evidenceOf} from "../audit/index.ts";
import type {Answer, Option, PartyId, Reference, Sector, Verdict} from "../world/index.ts";
import {clipLine, gradeLabel, isGap, nameOf, whenText} from "../world/index.ts";
import {chooseMoves, type MoveCell} from "./choose-moves.ts";
import {chooseOptions} from "./choose-options.ts";
import {type ChosenCell, chooseStakes} from "./choose-stakes.ts";
import {inTurn} from "./in-turn.ts";
import {type Notes, numberNotes} from "./number-notes.ts";
import {tellEmptyRows} from "./tell-empty-rows.ts";

/** A statement and the numbers of its footnotes. */
export interface Item {
  readonly text: string;
  readonly notes: readonly number[];
}

/** One of the three tables: the first column is a plain head, the other two hold cited statements. */
export interface BriefTable {
  readonly title: string;
  readonly columns: readonly [string, string, string];
  readonly rows: readonly {
    readonly head: string;
    readonly cells: readonly [readonly Item[], readonly Item[]];
  }[];
  /** What room left out, and what is not known. */
  readonly under: readonly Item[];
}

/** All that stands on the two pages; a printer only lays it out. */
export interface BriefPages {
  readonly title: string;
  readonly facts: readonly string[];
  readonly tables: readonly BriefTable[];
  readonly changed: readonly Item[];
  readonly verdicts: readonly {
    readonly title: string;
    readonly summary: string;
    readonly items: readonly Item[];
  }[];
  readonly gaps: readonly string[];
  readonly vintages: readonly string[];
  readonly notes: readonly {readonly number: number; readonly text: string}[];
}

/** How much fits on two A4 pages in small print; what is left out is counted on the page. */
const room = {moves: 5, stakes: 1, options: 5, outcomes: 1, changed: 3, verdicts: 3, gaps: 4};
/** Longest statement in a cell, in characters; the ledger has the whole. */
const longest = 150;

export const nothing = "nothing recorded";

export const sectorNames: Readonly<Record<Sector, string>> = {
  energy: "Energy",
  defence: "Defence",
  trade: "Trade",
  agriculture: "Agriculture",
  technology: "Technology",
  diplomacy: "Diplomacy",
  other: "Other",
};

export function composeBrief(answer: Answer, reference: Reference): BriefPages {
  const notes = numberNotes(answer, reference);
  const name = (party: PartyId) => nameOf(reference, party);
  const {watch} = answer;
  const tables = [
    movesTable(answer, notes, name),
    stakesTable(answer, notes, name),
    optionsTable(answer, notes, name),
  ];
  const changed = changedItems(answer, notes);
  const verdicts = [...answer.verdicts]
    .sort((a, b) => Number(a.specimen) - Number(b.specimen))
    .map((article) => verdictsOf(article, notes));
  const gaps = inTurn(answer.gaps, ({wouldFill}) => wouldFill)
    .slice(0, room.gaps)
    .map(({what, why, wouldFill}) => `${what}: ${fullStop(why)} Would fill it: ${wouldFill}`);
  if (answer.gaps.length > room.gaps)
    gaps.push(`${answer.gaps.length - room.gaps} more in the ledger`);
  return {
    title: watch.name,
    facts: [
      `As of ${answer.asOf}`,
      `Demarche ${answer.version}`,
      `${watch.states.map(name).join(", ")} towards ${[...watch.powers, ...watch.aggregates].map(name).join(", ")}`,
    ],
    tables,
    changed,
    verdicts,
    gaps,
    vintages: answer.vintages.map(
      ({title, from, to, recordedOn}) => `${title}: ${from} to ${to}, retrieved ${recordedOn}`,
    ),
    notes: notes.list(),
  };
}

type NameOf = (party: PartyId) => string;

/** "2022-03-02, done: Indonesia voted … (A1)"; a specimen says so first. */
export function tellMove({mode, text, grade, specimen, ...dated}: MoveCell): string {
  const date = whenText(dated);
  const label = grade === null ? "" : ` (${gradeLabel(grade)})`;
  return `${specimen ? "Specimen, not counted: " : ""}${date}, ${mode}: ${clipLine(text, longest)}${label}`;
}

function movesTable(answer: Answer, notes: Notes, name: NameOf): BriefTable {
  const rows: BriefTable["rows"][number][] = [];
  const under: Item[] = [];
  for (const {country, rows: chosen, left, empty} of chooseMoves(answer, room.moves)) {
    for (const {row, moves} of chosen)
      rows.push({
        head: name(country),
        cells: [
          [
            {
              text: `${sectorNames[row.sector]} with ${name(row.partner)}: ${clipLine(row.focus.text, longest)}`,
              notes: notes.cite(row.focus.evidence),
            },
          ],
          moves.map((move) => ({text: tellMove(move), notes: notes.cite(move.evidence)})),
        ],
      });
    if (left > 0)
      under.push({
        text: `${name(country)}: ${left} more in the ledger (demarche moves).`,
        notes: [],
      });
    if (empty.length > 0) {
      under.push({
        text: `${name(country)}: no move known with ${tellEmptyRows(empty, name)}.`,
        notes: unique(empty.flatMap(({focus}) => notes.cite(focus.evidence))),
      });
    }
  }
  return {
    title: "Moves",
    columns: ["Country", "Focus areas", "Recent diplomatic moves"],
    rows,
    under,
  };
}

/** Names the pair before a cell that does not name its country itself. */
export function tellStake({stake, cell}: ChosenCell, name: NameOf): string {
  const pair = `${name(stake.country)} and ${name(stake.partner)}`;
  const named = cell.text.includes(name(stake.country));
  const label = cell.grade === null ? "" : ` (${gradeLabel(cell.grade)})`;
  return `${named ? "" : `${pair}: `}${clipLine(cell.text, longest)}${label}`;
}

function stakesTable(answer: Answer, notes: Notes, name: NameOf): BriefTable {
  const item = (chosen: ChosenCell): Item => ({
    text: tellStake(chosen, name),
    notes: notes.cite(chosen.cell.evidence),
  });
  const chosen = chooseStakes(answer, room.stakes);
  return {
    title: "Stakes",
    columns: ["Sector", "Potential benefits", "Possible risks"],
    rows: chosen.map(({sector, benefits, risks}) => ({
      head: sectorNames[sector],
      cells: [benefits.map(item), risks.map(item)],
    })),
    under: leftOut(
      chosen.reduce((sum, {left}) => sum + left, 0),
      "demarche stakes",
    ),
  };
}

/** Whose choice an option is, and whether it was computed or judged, belong to the action's own sentence. */
export function tellAction({action, whoseChoice, basis}: Option, name: NameOf): string {
  const how = basis === "judgement" ? "a judgement" : "computed by the trade equilibrium";
  const whose =
    whoseChoice.length === 0 ? "" : `; for ${whoseChoice.map(name).join(", ")} to choose`;
  return `${clipLine(action.text, longest)} (${how}${whose})`;
}

function optionsTable(answer: Answer, notes: Notes, name: NameOf): BriefTable {
  const shown = chooseOptions(answer.options).slice(0, room.options);
  const outcomesLeft = shown.reduce(
    (sum, {outcomes}) => sum + Math.max(0, outcomes.length - room.outcomes),
    0,
  );
  return {
    title: "Options",
    columns: ["Policy focus", "Proposed action", "Expected outcome"],
    rows: shown.map((option) => ({
      head: option.focus,
      cells: [
        [{text: tellAction(option, name), notes: notes.cite(option.action.evidence)}],
        option.outcomes.slice(0, room.outcomes).map(({text, evidence}) => ({
          text: clipLine(text, longest),
          notes: notes.cite(evidence),
        })),
      ],
    })),
    under: leftOut(answer.options.length - shown.length + outcomesLeft, "demarche options"),
  };
}

function leftOut(left: number, command: string): Item[] {
  return left > 0 ? [{text: `${left} more in the ledger (${command}).`, notes: []}] : [];
}

/** The moves that the ledger learnt last; specimens are never news. */
function changedItems(answer: Answer, notes: Notes): Item[] {
  return answer.ledgerMoves
    .filter(({specimen}) => !specimen)
    .sort((a, b) => newest(b).localeCompare(newest(a), "en") || (a.id < b.id ? -1 : 1))
    .slice(0, room.changed)
    .map((move) => ({
      text: `Recorded ${move.recordedOn}: ${whenText(move)}, ${move.mode}: ${clipLine(move.summary, longest)}`,
      notes: notes.cite(move.evidence),
    }));
}

function newest({recordedOn, when}: Answer["ledgerMoves"][number]): string {
  return `${recordedOn} ${isGap(when) ? "" : when}`;
}

const tellingFirst: readonly Verdict["verdict"][] = [
  "contradicted",
  "supported",
  "stale",
  "not tested",
  null,
];

function verdictsOf(
  article: Answer["verdicts"][number],
  notes: Notes,
): BriefPages["verdicts"][number] {
  const counts = tellingFirst.flatMap((word) => {
    const count = article.verdicts.filter(({verdict}) => verdict === word).length;
    return count === 0
      ? []
      : [`${count} ${word ?? "opinion, forecast, advice or residue, not judged"}`];
  });
  const shown = article.verdicts
    .filter(({verdict}) => verdict !== null)
    .sort((a, b) => tellingFirst.indexOf(a.verdict) - tellingFirst.indexOf(b.verdict))
    .slice(0, room.verdicts);
  const mark = article.specimen ? "Specimen, not counted: " : "";
  return {
    title: `${mark}${article.title} (${gradeLabel(article.grade)})`,
    summary: counts.length === 0 ? "no claim about states" : counts.join(", "),
    items: shown.map((one) => ({
      text: `${one.verdict}: “${clipLine(one.claim.text, 120)}” ${clipLine(one.because, longest)}`,
      notes: notes.cite([one.claim.evidence, ...evidenceOf(one)]),
    })),
  };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}

function fullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

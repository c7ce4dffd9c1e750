import {orderOptions, orderWords, strengthWords} from "../options/index.ts";
import type {Answer, Evidence, Option, OptionOrder, PartyId, Reference} from "../world/index.ts";
import {clipLine, isGap, nameOf} from "../world/index.ts";
import {chooseMoves} from "./choose-moves.ts";
import {chooseOptions} from "./choose-options.ts";
import {chooseStakes} from "./choose-stakes.ts";
import {nothing, sectorNames, tellAction, tellMove, tellStake} from "./compose-brief.ts";
import {tellEmptyRows} from "./tell-empty-rows.ts";
import {evidencePlace} from "./tell-evidence.ts";
import {wrapColumns, wrapText} from "./wrap-columns.ts";

/**
 * Every option, in groups of one strength of evidence and sorted within each as the reader picked, with what it costs, how
 * easily it is undone and what beats it. Groups have no order between them.
 */
export function optionGroupsText(
  answer: Answer,
  reference: Reference,
  order: OptionOrder,
  width: number,
): string {
  const name = (party: PartyId) => nameOf(reference, party);
  const wide = Math.max(narrowest, width);
  const groups = orderOptions(answer.options, order).map(({strength, options}) => {
    const head = `${strengthWords[strength]} (${strength}): ${options.length}, by ${orderWords[order]}`;
    const rows = options.map((option) => {
      const [focus, action, outcomes] = optionRow(option, answer, name);
      return [focus, [...action, ...asides(option, answer)], outcomes];
    });
    return [...wrapText(head, wide), ...optionsTable(rows, wide)].join("\n");
  });
  return groups.join("\n\n");
}

function asides({cost, reversibility, dominatedBy}: Option, {options}: Answer): string[] {
  const better = options.find(({id}) => id === dominatedBy);
  return [
    `cost: ${isGap(cost) ? `not known, ${cost.why}` : `${cost.text} (${cost.source})`}`,
    `${reversibility.ease} to undo: ${reversibility.because}`,
    ...(better === undefined
      ? []
      : [`beaten in real income by: ${clipLine(better.action.text, 120)}`]),
  ];
}

export type AnswerTable = "moves" | "stakes" | "options";

/** How many moves a country, benefits and risks a country and sector, options, and outcomes an option are printed. */
interface Room {
  readonly moves: number;
  readonly stakes: number;
  readonly options: number;
  readonly outcomes: number;
}
const screenful: Room = {moves: 8, stakes: 2, options: 8, outcomes: 2};
const oneTable: Room = {moves: 40, stakes: 4, options: 100, outcomes: 12};

/** Narrower than this no three columns can be read; the lines then run over. In characters. */
const narrowest = 60;

/** The three tables for a terminal: plain text, wrapped to `width` characters, each cell with where its evidence lies. */
export function tablesText(answer: Answer, reference: Reference, width: number): string {
  const head = `${clipLine(answer.watch.name, 60)} · as of ${answer.asOf} · Demarche ${answer.version}`;
  const tables = (["moves", "stakes", "options"] as const).map((table) =>
    print(answer, reference, table, width, screenful),
  );
  return [wrapText(head, Math.max(narrowest, width)).join("\n"), ...tables].join("\n\n");
}

/** One of the tables alone, with more of it. */
export function tableText(
  answer: Answer,
  reference: Reference,
  table: AnswerTable,
  width: number,
): string {
  return print(answer, reference, table, width, oneTable);
}

function print(
  answer: Answer,
  reference: Reference,
  table: AnswerTable,
  width: number,
  room: Room,
): string {
  const printer = {moves: movesText, stakes: stakesText, options: optionsText}[table];
  const name = (party: PartyId) => nameOf(reference, party);
  return printer(answer, name, Math.max(narrowest, width), room).join("\n");
}

type NameOf = (party: PartyId) => string;

function withPlace(text: string, evidence: readonly Evidence[], answer: Answer): string {
  const [first] = evidence;
  if (first === undefined) return text;
  const more = evidence.length > 1 ? ` +${evidence.length - 1}` : "";
  return `${text} [${evidencePlace(first, answer)}${more}]`;
}

/** The first two columns get what they need at most, the last the rest. */
function columnWidths(width: number, first: number, second: number): number[] {
  return [first, second, width - first - second - 4];
}

function movesText(answer: Answer, name: NameOf, width: number, room: Room): string[] {
  const rows: string[][][] = [];
  for (const {country, rows: chosen, left, empty} of chooseMoves(answer, room.moves)) {
    chosen.forEach(({row, moves}, index) => {
      rows.push([
        [index === 0 ? name(country) : ""],
        [
          withPlace(
            `${sectorNames[row.sector]} with ${name(row.partner)}: ${row.focus.text}`,
            row.focus.evidence,
            answer,
          ),
        ],
        moves.map((move) => withPlace(tellMove(move), move.evidence, answer)),
      ]);
    });
    const head = chosen.length === 0 ? name(country) : "";
    if (empty.length > 0) {
      const searched = empty.flatMap(({focus}) => focus.evidence);
      rows.push([
        [head],
        ["no move known"],
        [withPlace(tellEmptyRows(empty, name), searched.slice(0, 1), answer)],
      ]);
    }
    if (left > 0) rows.push([[""], [""], [`… ${left} more: demarche moves`]]);
  }
  return wrapColumns(
    ["Country", "Focus areas", "Recent diplomatic moves"],
    rows,
    columnWidths(width, 10, Math.floor(width * 0.28)),
  );
}

function stakesText(answer: Answer, name: NameOf, width: number, room: Room): string[] {
  const rows = chooseStakes(answer, room.stakes).map(({sector, benefits, risks, left}) => {
    const side = (cells: typeof benefits) =>
      cells.length === 0
        ? [nothing]
        : cells.map((one) => withPlace(tellStake(one, name), one.cell.evidence, answer));
    const more = left > 0 ? [`… ${left} more: demarche stakes`] : [];
    return [[sectorNames[sector]], side(benefits), [...side(risks), ...more]];
  });
  return wrapColumns(
    ["Sector", "Potential benefits", "Possible risks"],
    rows,
    columnWidths(width, 11, Math.floor((width - 15) / 2)),
  );
}

function optionsText(answer: Answer, name: NameOf, width: number, room: Room): string[] {
  const rows = chooseOptions(answer.options)
    .slice(0, room.options)
    .map((option) => {
      const [focus, action, outcomes] = optionRow(option, answer, name, room.outcomes);
      const left = option.outcomes.length - room.outcomes;
      return [
        focus,
        action,
        left > 0 ? [...outcomes, `… ${left} more: demarche options`] : outcomes,
      ];
    });
  const left = answer.options.length - rows.length;
  if (left > 0) rows.push([[""], [""], [`… ${left} more: demarche options`]]);
  return optionsTable(rows, width);
}

type OptionRow = [focus: string[], action: string[], outcomes: string[]];

/** An option as a row, with so many of its outcomes. */
function optionRow(option: Option, answer: Answer, name: NameOf, outcomes?: number): OptionRow {
  const shown = option.outcomes
    .slice(0, outcomes)
    .map(({text, evidence}) => withPlace(clipLine(text, 150), evidence, answer));
  return [
    [option.focus],
    [withPlace(tellAction(option, name), option.action.evidence, answer)],
    shown.length === 0 ? [nothing] : shown,
  ];
}

function optionsTable(rows: readonly string[][][], width: number): string[] {
  return wrapColumns(
    ["Policy focus", "Proposed action", "Expected outcome"],
    rows,
    columnWidths(width, 16, Math.floor((width - 20) * 0.42)),
  );
}

import {type Cell, isGap, type Option} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {cellColumns} from "./cell-columns.ts";

interface Line {
  readonly option: Option;
  readonly part: "action" | "outcome";
  readonly cell: Cell;
}

/** The Options table, one line an action or an outcome of it. */
export function optionsTable(matter: Matter): FlatTable {
  const {answer} = matter;
  return flatTable<Line>(
    matter,
    "options",
    [
      column("id", "text", "Id of the option", ({option}) => option.id),
      column("focus", "text", "Policy focus", ({option}) => option.focus),
      column("part", "text", "action or outcome", ({part}) => part),
      column(
        "basis",
        "text",
        "trade-equilibrium where it is computed, judgement where it is not",
        ({option}) => option.basis,
      ),
      column(
        "strength",
        "text",
        "What the outcome rests on: modelled, counted, precedents or opinion",
        ({option}) => option.strength,
      ),
      column("mechanism", "text", "How it works", ({option}) => option.mechanism),
      column("gains", "text", "Who gains", ({option}) => option.gains.text),
      column("loses", "text", "Who loses", ({option}) => option.loses.text),
      column("cost", "text", "What it costs; empty where that is not known", ({option}) =>
        isGap(option.cost) ? null : option.cost.text,
      ),
      column(
        "undone",
        "text",
        "easy, slow or hard to undo",
        ({option}) => option.reversibility.ease,
      ),
      column("precedents", "integer", "Moves that are precedents", ({option}) => option.precedents),
      column(
        "dominated_by",
        "text",
        "Id of an option that beats it",
        ({option}) => option.dominatedBy,
      ),
      column("whose_choice", "text", "Who can do it, joined by ;", ({option}) =>
        option.whoseChoice.join(";"),
      ),
      column("assumptions", "text", "What is assumed, joined by ;", ({option}) =>
        option.assumptions.join("; "),
      ),
      ...cellColumns<Line>(answer, ({cell}) => cell),
    ],
    answer.options.flatMap((option): Line[] => [
      {option, part: "action", cell: option.action},
      ...option.outcomes.map((cell) => ({option, part: "outcome" as const, cell})),
    ]),
  );
}

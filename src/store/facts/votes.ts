import type {Day, RollCall, VoteChoice} from "../../world/index.ts";
import {dayOf, integer, text} from "../row-shape.ts";
import {rowKnown} from "../rows-standing.ts";
import type {FactQuery} from "./fact-query.ts";

const choices: Readonly<Record<string, VoteChoice>> = {
  y: "yes",
  n: "no",
  a: "abstain",
  x: "absent",
};

const takes: FactQuery<unknown>["takes"] = [
  {
    dataset: "un-votes",
    shape: {recordId: integer, symbol: text, date: dayOf, state: text, vote: text},
  },
];

/**
 * One line per vote: its states' choices packed as "IDNyMYSa", four characters each. Packing in the database is
 * several times faster than carrying each choice over as a row.
 */
const rollCallsWhere = (whose: string) => `SELECT CAST(min("row") AS INTEGER),
      CAST(max(recorded_on) AS VARCHAR), record_id, min(symbol), CAST(min("date") AS VARCHAR),
      string_agg(state || CASE vote WHEN 'yes' THEN 'y' WHEN 'no' THEN 'n' WHEN 'abstain' THEN 'a' ELSE 'x' END,
        '' ORDER BY "row")
    FROM "un-votes"
    WHERE ${rowKnown("un-votes")} AND starts_with(symbol, 'A/')${whose}
    GROUP BY record_id ORDER BY min("row")`;

const read: FactQuery<readonly RollCall[]>["read"] = ([
  row = [],
  recordedOn = [],
  recordId = [],
  symbol = [],
  date = [],
  packed = [],
]) =>
  row.map((number, at) => ({
    row: number as number,
    recordedOn: recordedOn[at] as Day,
    recordId: recordId[at] as number,
    symbol: symbol[at] as string,
    date: date[at] as Day,
    title: "",
    votes: unpack(packed[at] as string),
  }));

export const rollCallQuery: FactQuery<readonly RollCall[]> = {
  name: "roll-calls",
  needs: ["un-votes"],
  takes,
  sql: rollCallsWhere(" AND list_contains($around, state)"),
  read,
};

/** The same with the choices of all states. */
export const wholeRollCallQuery: FactQuery<readonly RollCall[]> = {
  name: "whole-roll-calls",
  needs: ["un-votes"],
  takes,
  sql: rollCallsWhere(""),
  read,
};

function unpack(packed: string): ReadonlyMap<string, VoteChoice> {
  const votes = new Map<string, VoteChoice>();
  for (let at = 0; at < packed.length; at += 4) {
    votes.set(packed.slice(at, at + 3), choices[packed.charAt(at + 3)] ?? "absent");
  }
  return votes;
}

/** Titles and counts stand in a dataset of their own; without it a vote has its symbol only. */
export const titleQuery: FactQuery<ReadonlyMap<number, Titled>> = {
  name: "titles",
  needs: ["un-resolutions"],
  takes: [{dataset: "un-resolutions", shape: {recordId: integer}}],
  sql: `SELECT record_id, coalesce(title, ''), yes::DOUBLE, no::DOUBLE, abstain::DOUBLE FROM "un-resolutions" WHERE ${rowKnown("un-resolutions")} AND body = 'A' AND recorded_vote`,
  read: ([ids = [], titles = [], yes = [], no = [], abstain = []]) =>
    new Map(
      ids.map((id, at) => [
        id as number,
        {title: titles[at] as string, ...tallyOf(yes[at], no[at], abstain[at])},
      ]),
    ),
};

type Titled = Pick<RollCall, "title" | "tally">;

function tallyOf(yes: unknown, no: unknown, abstain: unknown): Pick<RollCall, "tally"> {
  return typeof yes === "number" && typeof no === "number" && typeof abstain === "number"
    ? {tally: {yes, no, abstain}}
    : {};
}

/** Puts its title to each vote, and how many chose what. */
export function withTitles(
  rollCalls: readonly RollCall[],
  titles: ReadonlyMap<number, Titled>,
): readonly RollCall[] {
  return rollCalls.map((one) => ({...one, ...titles.get(one.recordId)}));
}

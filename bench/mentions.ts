import {readFileSync} from "node:fs";
import {readReference} from "../src/cli/house.ts";
import {findMentions} from "../src/coding/index.ts";
import type {PartyId, Reference, Stretch} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";

export interface MentionRow extends Stretch {
  readonly text: string;
  /** "-" where the words name no state or bloc. */
  readonly country: string;
  readonly kind: string;
  readonly part: string;
}

export function readMentionRows(data: string): MentionRow[] {
  return readFileSync(data, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [text = "", start, end, country = "", kind = "", part = ""] = line.split("\t");
      return {text, start: Number(start), end: Number(end), country, kind, part};
    });
}

type Tell = (row: MentionRow) => PartyId | null;

/** The party of the mention that covers most of the place, or that begins in it. */
export function tellParty(row: MentionRow, reference: Reference): PartyId | null {
  const overlap = (one: Stretch) => Math.min(one.end, row.end) - Math.max(one.start, row.start);
  const inside = findMentions(row.text, reference).filter((one) => overlap(one) > 0);
  const best = inside.toSorted((a, b) => overlap(b) - overlap(a))[0];
  return best?.party ?? null;
}

/** The floor: names of states alone, whole words, no adjectives, capitals or people. */
function tellNaively(row: MentionRow, reference: Reference): PartyId | null {
  const said = row.text.slice(row.start, row.end);
  const named = reference.states.find(({name, aliases}) =>
    [name, ...aliases].some((one) => said.includes(one)),
  );
  return named?.code ?? null;
}

function figuresOf(rows: readonly MentionRow[], tell: Tell) {
  let right = 0;
  let said = 0;
  let wanted = 0;
  for (const row of rows) {
    const party = tell(row);
    if (party !== null) said++;
    if (row.country === "-") continue;
    wanted++;
    if (party === row.country) right++;
  }
  return {recall: right / wanted, precision: said === 0 ? 0 : right / said};
}

/**
 * Country of a mention of a hard kind, at its place, on mentions that we wrote. Precision is of all places at which some
 * party was told, those that name none among them.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = readMentionRows(data);
  const reference = readReference();
  const tell: Tell = (row) => tellParty(row, reference);
  const heldOut = figuresOf(
    rows.filter(({part}) => part === "held-out"),
    tell,
  );
  const floor = figuresOf(rows, (row) => tellNaively(row, reference));
  return {
    bench: "mentions",
    figures: {
      ...figuresOf(rows, tell),
      recallHeldOut: heldOut.recall,
      precisionHeldOut: heldOut.precision,
    },
    floors: {"recall dictionary": floor.recall, "precision dictionary": floor.precision},
    peers: {},
    n: rows.length,
  };
}

import type {
  DayPrecision,
  PartyId,
  PledgeBook,
  PledgeKind,
  PledgeRule,
  TrackCard,
  TrackRow,
} from "../world/index.ts";
import {day, gap, pledgeKinds} from "../world/index.ts";
import {readCsv, readYamlList, type TextDisk} from "./read-table.ts";
import {pledgeRuleEntry, trackEntry, trackRow} from "./reference-schemas.ts";

/**
 * Reads how commitments go from word to deed and the tracks entered by hand: `reference/pledge-stages.yaml`,
 * `reference/tracks.yaml` and a file in `reference/tracks/` for each track that has rows of its own.
 *
 * @param parties every state and bloc that a row may name.
 * @throws Error naming file and row: a broken reference file is a fault of ours.
 */
export function loadPledgeBook(
  disk: TextDisk,
  root: string,
  parties: ReadonlySet<PartyId>,
): PledgeBook {
  const file = "reference/pledge-stages.yaml";
  const rules = new Map<PledgeKind, PledgeRule>();
  for (const rule of readYamlList(disk, root, file, pledgeRuleEntry)) {
    if (rules.has(rule.kind)) throw new Error(`${file}: ${rule.kind} stands twice`);
    if (!rule.path.some(({stage}) => stage === rule.keptAt))
      throw new Error(`${file}: ${rule.kind} is kept at ${rule.keptAt}, which is not on its path`);
    rules.set(rule.kind, rule);
  }
  const missing = pledgeKinds.find((kind) => !rules.has(kind));
  if (missing !== undefined) throw new Error(`${file}: no rule for ${missing}`);
  const tracks = readYamlList(disk, root, "reference/tracks.yaml", trackEntry);
  const rows = tracks.flatMap((track) => rowsOf(disk, root, track, rules, parties));
  return {rules, tracks, rows};
}

function rowsOf(
  disk: TextDisk,
  root: string,
  {id, votes}: TrackCard,
  rules: ReadonlyMap<PledgeKind, PledgeRule>,
  parties: ReadonlySet<PartyId>,
): TrackRow[] {
  // Votes are read from the Assembly's record: nothing is entered by hand.
  if (votes) return [];
  const file = `reference/tracks/${id}.csv`;
  return readCsv(disk, root, file, trackRow).map((row, index) => {
    const where = `${file}: row ${index + 1} (${row.pledge})`;
    const stranger = [...row.by, ...row.to].find((party) => !parties.has(party));
    if (stranger !== undefined) throw new Error(`${where}: no state or bloc ${stranger}`);
    const rule = rules.get(row.kind);
    const stages = [...(rule?.path ?? []), ...(rule?.ends ?? [])].map(({stage}) => stage);
    if (row.stage !== null && !stages.includes(row.stage))
      throw new Error(`${where}: ${row.kind} has no stage ${row.stage}`);
    const {gap_why, gap_would_fill, when, ...rest} = row;
    return {
      ...rest,
      track: id,
      line: index + 1,
      when: when === "" ? null : day(`${when}-01-01`.slice(0, 10)),
      precision: precisions[when.length] ?? "unknown",
      gap: gap_why === "" ? null : gap(row.text, gap_why, gap_would_fill),
    };
  });
}

/** How far a date is known, by how long it is written. */
const precisions: Readonly<Record<number, DayPrecision>> = {4: "year", 7: "month", 10: "day"};

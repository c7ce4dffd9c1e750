import {
  type ActionEntry,
  type Cell,
  nameInText,
  type PartyId,
  type Reach,
  type Reference,
  type ReferenceEvidence,
  sentence,
} from "../world/index.ts";

/** An entry of the catalogue with "$state" and "$power" standing for parties of the watch. */
export interface PlacedAction<Entry extends ActionEntry = ActionEntry> {
  readonly entry: Entry;
  readonly states: readonly PartyId[];
  readonly powers: readonly PartyId[];
}

/** Whether the entry speaks of one power at a time. */
export function namesPower({whoseChoice, action, expected}: ActionEntry): boolean {
  return whoseChoice.includes("$power") || `${action} ${expected}`.includes("$power");
}

export function whoChooses({entry, states, powers}: PlacedAction): PartyId[] {
  const parties = entry.whoseChoice.flatMap((party) =>
    party === "$state" ? states : party === "$power" ? powers : [party],
  );
  return [...new Set(parties)];
}

/** A sentence of the catalogue with names in place of "$state" and "$power". */
export function inNames(
  text: string,
  states: readonly PartyId[],
  powers: readonly PartyId[],
  reference: Reference,
): string {
  const names = (parties: readonly PartyId[]) =>
    parties.map((party) => nameInText(reference, party)).join(" or ");
  return text.replaceAll("$state", names(states)).replaceAll("$power", names(powers));
}

/** The catalogue's own entry as evidence, reaching the parties that stand in for its placeholders. */
export function entryEvidence(
  {entry, states, powers}: PlacedAction,
  about: readonly PartyId[],
): ReferenceEvidence {
  const reaches = about.map((party): Reach => {
    const by = states.includes(party)
      ? `$state stands for ${party}`
      : powers.includes(party)
        ? `$power stands for ${party}`
        : `whoseChoice: ${party}`;
    return {party, how: "column", by};
  });
  return {
    kind: "reference",
    table: "actions",
    key: entry.id,
    quote: entry.action,
    source: entry.source,
    reaches,
  };
}

export function actionCell(placed: PlacedAction, reference: Reference): Cell {
  const about = [
    ...new Set([...placed.states, ...(namesPower(placed.entry) ? placed.powers : [])]),
  ];
  return {
    text: sentence(inNames(placed.entry.action, placed.states, placed.powers, reference)),
    about,
    evidence: [entryEvidence(placed, about)],
    figure: null,
    gap: null,
    grade: null,
  };
}

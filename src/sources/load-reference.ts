import type {z} from "zod";
import type {Bloc, EventType, Membership, Reference, State} from "../world/index.ts";
import {expandAggregate} from "./expand-aggregate.ts";
import {languageReader} from "./language-reader.ts";
import {loadEnergyFacts} from "./load-energy-facts.ts";
import {loadPledgeBook} from "./load-pledge-book.ts";
import {packedPath, unpacking} from "./packed-table.ts";
import {readDatasetCards} from "./read-dataset-cards.ts";
import {
  readCsv,
  readLongTable,
  readTsv,
  readYamlEntry,
  readYamlList,
  type TextDisk,
} from "./read-table.ts";
import {
  actionEntry,
  aggregateEntry,
  blocEntry,
  bodyRow,
  capitalRow,
  codebookEntry,
  crosswalkRow,
  gradeEntry,
  likelihoodEntry,
  membershipRow,
  nameRow,
  officeRow,
  outletRow,
  personRow,
  phraseRow,
  placeRow,
  sectorEntry,
  stateRow,
} from "./reference-schemas.ts";
import {type ReferenceDisk, weightsReader} from "./weights-reader.ts";

/**
 * Reads `reference/` and the cards of `data/` into the one value that the thinking rooms may ask.
 *
 * @param root the folder in which `reference/` and `data/` stand.
 * @throws Error naming file and row: a broken reference file is a fault of ours.
 */
export function loadReference(disk: ReferenceDisk, root: string): Reference {
  const states = readCsv(disk, root, "reference/states.csv", stateRow).map(toState);
  const entries = readYamlList(disk, root, "reference/blocs.yaml", blocEntry);
  const listed = readCsv(disk, root, "reference/memberships.csv", membershipRow);
  const offices = readCsv(disk, root, "reference/offices.csv", officeRow);
  const names = [
    ...readCsv(disk, root, "reference/actors/names.csv", nameRow),
    ...readTsv(disk, root, "reference/actors/places.tsv", placeRow),
  ];
  const bodies = readTsv(disk, root, "reference/actors/bodies.tsv", bodyRow);
  const outlets = readCsv(disk, root, "reference/outlets.csv", outletRow);
  const capitals = readCsv(disk, root, "reference/capitals.csv", capitalRow);
  const known = {
    states: new Set(states.map((state) => state.code)),
    blocs: new Set(entries.map((bloc) => bloc.id)),
  };
  refuseDoubles(
    "reference/states.csv",
    states.map((state) => state.code),
  );
  // A bloc may not bear a state's code: both are party ids, and NAM is Namibia.
  refuseDoubles("reference/blocs.yaml", [...known.states, ...entries.map((bloc) => bloc.id)]);
  refuseDoubles(
    "reference/capitals.csv",
    capitals.map(({state}) => state),
  );
  for (const {state} of capitals)
    if (!known.states.has(state)) throw new Error(`reference/capitals.csv: no state ${state}`);
  checkMemberships(listed, known);
  for (const office of offices) {
    if (!known.states.has(office.state) && !known.blocs.has(office.state))
      throw new Error(`reference/offices.csv: ${office.person}: no state or bloc ${office.state}`);
    checkSpan("reference/offices.csv", office.person, office);
  }
  for (const {name, state} of names)
    if (!known.states.has(state)) throw new Error(`reference/actors: ${name}: no state ${state}`);
  for (const {name, party} of bodies)
    if (!known.states.has(party) && !known.blocs.has(party))
      throw new Error(`reference/actors/bodies.tsv: ${name}: no state or bloc ${party}`);
  for (const outlet of outlets)
    if (!known.states.has(outlet.country))
      throw new Error(`reference/outlets.csv: ${outlet.name}: no state ${outlet.country}`);
  // An outlet that changed hands stands twice, on other days; a host is never two outlets' at once.
  refuseDoubles(
    "reference/outlets.csv",
    outlets.flatMap(({hosts, aliases, name, from}) =>
      [name, ...hosts, ...aliases].map((one) => `${one.toLowerCase()} from ${from ?? "the first"}`),
    ),
  );
  const memberships = [
    ...listed,
    ...entries.flatMap((bloc) => aggregateMemberships(disk, root, bloc, listed, known)),
  ];
  return {
    states,
    blocs: entries.map(toBloc),
    memberships,
    offices,
    names,
    bodies,
    persons: whenAsked(() =>
      readLongTable(unpacking(disk), root, packedPath("persons"), personRow(known)),
    ),
    outlets,
    capitals,
    codebook: readYamlList(disk, root, "reference/codebook.yaml", codebookEntry),
    phraseBook: whenAsked(() =>
      readLongTable(unpacking(disk), root, packedPath("phrases"), phraseRow),
    ),
    sectors: readYamlList(disk, root, "reference/sectors.yaml", sectorEntry),
    actions: readYamlList(disk, root, "reference/actions.yaml", actionEntry),
    likelihood: readYamlList(disk, root, "reference/likelihood.yaml", likelihoodEntry),
    datasets: readDatasetCards(disk, root),
    languageOf: languageReader(disk, root),
    weightsOf: weightsReader(disk, root),
    pledgeBook: whenAsked(() =>
      loadPledgeBook(disk, root, new Set([...known.states, ...known.blocs])),
    ),
    energyFacts: whenAsked(() => loadEnergyFacts(disk, root)),
  };
}

/** Reads a part of the reference when it is first asked for, and keeps it. */
function whenAsked<Part extends object>(read: () => Part): () => Part {
  let part: Part | null = null;
  return () => {
    part ??= read();
    return part;
  };
}

/** CAMEO code to PLOVER type; codes that PLOVER has dropped (plain statements) are not in it. */
export function loadCrosswalk(disk: TextDisk, root: string): ReadonlyMap<string, EventType> {
  return new Map(
    [...loadCameoCodes(disk, root)].flatMap(([code, type]) =>
      type === null ? [] : [[code, type]],
    ),
  );
}

/** Every CAMEO code of an event, with PLOVER's type; null where PLOVER has none. */
export function loadCameoCodes(
  disk: TextDisk,
  root: string,
): ReadonlyMap<string, EventType | null> {
  const rows = readCsv(disk, root, "reference/cameo-to-plover.csv", crosswalkRow);
  return new Map(rows.map(({cameo, plover}) => [cameo, plover === "" ? null : plover]));
}

/** Admiralty marks and what each means. */
export function loadGrades(disk: TextDisk, root: string): readonly z.infer<typeof gradeEntry>[] {
  return readYamlList(disk, root, "reference/grades.yaml", gradeEntry);
}

function toState(row: z.infer<typeof stateRow>): State {
  const {
    existed_from: from,
    existed_to: to,
    successor: _successor,
    standing: _standing,
    ...state
  } = row;
  checkSpan("reference/states.csv", row.code, {from, to});
  return {...state, existed: {from, to}};
}

function toBloc(entry: z.infer<typeof blocEntry>): Bloc {
  const {definition: _definition, ...bloc} = entry;
  return bloc;
}

interface Known {
  readonly states: ReadonlySet<string>;
  readonly blocs: ReadonlySet<string>;
}

function aggregateMemberships(
  disk: TextDisk,
  root: string,
  bloc: z.infer<typeof blocEntry>,
  memberships: readonly Membership[],
  known: Known,
): readonly Membership[] {
  if (bloc.kind !== "aggregate") return [];
  if (bloc.definition === undefined)
    throw new Error(`reference/blocs.yaml: ${bloc.id}: an aggregate needs a definition file`);
  const file = `reference/${bloc.definition}`;
  const definition = readYamlEntry(disk, root, file, aggregateEntry);
  if (definition.id !== bloc.id) throw new Error(`${file}: id is ${definition.id}, not ${bloc.id}`);
  const {blocs, states} = definition.components;
  const unknown =
    blocs.find((id) => !known.blocs.has(id)) ?? states.find((code) => !known.states.has(code));
  if (unknown !== undefined) throw new Error(`${file}: components: no state or bloc ${unknown}`);
  return expandAggregate(definition, memberships);
}

function checkMemberships(memberships: readonly Membership[], known: Known): void {
  const file = "reference/memberships.csv";
  memberships.forEach((membership, index) => {
    const row = `row ${index + 1} (${membership.bloc}, ${membership.state})`;
    if (!known.blocs.has(membership.bloc)) throw new Error(`${file}: ${row}: no such bloc`);
    if (!known.states.has(membership.state)) throw new Error(`${file}: ${row}: no such state`);
    checkSpan(file, row, membership);
  });
}

function checkSpan(file: string, what: string, span: {from: string; to: string | null}): void {
  if (span.to !== null && span.to < span.from)
    throw new Error(`${file}: ${what}: ends (${span.to}) before it begins (${span.from})`);
}

function refuseDoubles(file: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new Error(`${file}: ${key} stands twice`);
    seen.add(key);
  }
}

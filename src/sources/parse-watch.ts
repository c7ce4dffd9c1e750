import type {z} from "zod";
import {type Reference, sectors, type Watch} from "../world/index.ts";
import {InputError} from "./input-error.ts";
import {meant} from "./nearest-name.ts";
import {readYamlMapping} from "./read-yaml-mapping.ts";
import {watchSchema} from "./watch-schema.ts";

const keys = Object.keys(watchSchema.shape);
const whereCodesStand =
  "codes are ISO 3166-1 alpha-3 (reference/states.csv) or bloc ids (reference/blocs.yaml)";
const whatAWatchIs = "a watch is YAML with name, states and powers; see schema/watch.schema.json";

/**
 * Reads a watch file.
 *
 * @param origin the file's name, for the message.
 * @throws InputError with one line that names the place and, where one is near, the word that was meant.
 */
export function parseWatch(text: string, origin: string, reference: Reference): Watch {
  const raw = readYamlMapping(text, origin, "watch", whatAWatchIs);
  const parsed = watchSchema.safeParse(raw);
  if (!parsed.success) throw faultOfShape(parsed.error, raw, origin);
  const watch = parsed.data;
  checkParties(watch, origin, reference);
  return watch;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : String(step))).join("");
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (at === undefined ? at : Object(at)[step]), raw);
}

const asMap = (names: readonly string[]) => new Map(names.map((name) => [name, name]));

function faultOfShape(error: z.ZodError, raw: unknown, origin: string): InputError {
  // A key with a typo is reported before the key that is missing because of it.
  const unknownKey = error.issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknownKey !== undefined && "keys" in unknownKey) {
    const key = String((unknownKey.keys as readonly string[])[0]);
    return new InputError(
      `${origin}: "${key}" is no key of a watch${meant(key, asMap(keys))}`,
      `keys are ${keys.join(", ")}`,
    );
  }
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const place = placeOf(path);
  const value = valueAt(raw, path);
  if (path[0] === "sectors" && typeof value === "string") {
    return new InputError(
      `${origin}: ${place}: "${value}" is no sector${meant(value, asMap(sectors))}`,
      `sectors are ${sectors.join(", ")}`,
    );
  }
  if (value === undefined || value === null)
    return new InputError(`${origin}: ${place} is missing`, whatAWatchIs);
  const what =
    Array.isArray(value) && value.length === 0 ? "is empty" : (issue?.message ?? "is not right");
  return new InputError(`${origin}: ${place}: ${what}`, whatAWatchIs);
}

function checkParties(watch: Watch, origin: string, reference: Reference): void {
  const states = new Set(reference.states.map((state) => state.code));
  const blocs = new Map(reference.blocs.map((bloc) => [bloc.id, bloc.kind]));
  const stateNames = new Map<string, string>([
    ...reference.states.map((state) => [state.code, state.code] as const),
    ...reference.states.map((state) => [state.name, state.code] as const),
  ]);
  const partyNames = new Map<string, string>([
    ...stateNames,
    ...reference.blocs.map((bloc) => [bloc.id, bloc.id] as const),
    ...reference.blocs.map((bloc) => [bloc.name, bloc.id] as const),
  ]);
  const refuse = (place: string, what: string, whatToDo = whereCodesStand): never => {
    throw new InputError(`${origin}: ${place}: ${what}`, whatToDo);
  };

  watch.states.forEach((code, i) => {
    if (states.has(code)) return;
    const place = `states[${i}]`;
    if (blocs.has(code)) refuse(place, `"${code}" is a bloc, not a state`, "name its states");
    refuse(place, `"${code}" is no state${meant(code, stateNames)}`);
  });
  for (const list of ["powers", "optionalPowers"] as const) {
    watch[list].forEach((party, i) => {
      const place = `${list}[${i}]`;
      if (blocs.get(party) === "aggregate")
        refuse(place, `"${party}" is an aggregate, not a power`, "list it under aggregates");
      if (!states.has(party) && !blocs.has(party))
        refuse(place, `"${party}" is no state or bloc${meant(party, partyNames)}`);
      if (watch.states.includes(party))
        refuse(place, `"${party}" is among the watched states too`, "leave it in one of the lists");
    });
  }
  watch.aggregates.forEach((party, i) => {
    if (blocs.get(party) === "aggregate") return;
    const place = `aggregates[${i}]`;
    if (blocs.has(party) || states.has(party))
      refuse(place, `"${party}" is no aggregate`, "list states and organisations under powers");
    refuse(place, `"${party}" is no aggregate${meant(party, partyNames)}`);
  });
  refuseTwice(watch.states, "states", refuse);
  refuseTwice([...watch.powers, ...watch.optionalPowers], "powers", refuse);
  refuseTwice(watch.aggregates, "aggregates", refuse);
  refuseTwice(watch.sectors, "sectors", refuse);
}

function refuseTwice(
  list: readonly string[],
  name: string,
  refuse: (place: string, what: string, whatToDo?: string) => never,
): void {
  const twice = list.find((one, i) => list.indexOf(one) !== i);
  if (twice !== undefined) refuse(name, `"${twice}" stands twice`, "name it once");
}

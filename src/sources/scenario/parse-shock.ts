import type {z} from "zod";
import {InputError} from "../input-error.ts";
import {meant} from "../nearest-name.ts";
import {readYamlMapping} from "../read-yaml-mapping.ts";
import {type ShockFile, shockFileSchema, shockKinds} from "./shock-schema.ts";

const whatAShockIs =
  "a scenario is YAML with `shocks`, and `model` and `base` where needed: docs/scenario.md";

/** A scenario is written by hand; a larger file is something else. */
const mostCharacters = 1_000_000;

/**
 * Reads a scenario.
 *
 * @param origin the file's name, for the message.
 * @throws InputError with one line that names the place, and the key that was meant where one is near.
 */
export function parseShock(text: string, origin: string): ShockFile {
  if (text.length > mostCharacters)
    throw new InputError(`${origin} is too long for a scenario`, whatAShockIs, {status: 413});
  return checkShock(readYamlMapping(text, origin, "scenario", whatAShockIs), origin);
}

/**
 * Checks a scenario that came as a value: from YAML, or as JSON through the API.
 *
 * @throws InputError as `parseShock`.
 */
export function checkShock(value: unknown, origin: string): ShockFile {
  const parsed = shockFileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues;
  // A key with a typo is told before the key that is missing because of it.
  const issue = innermost(issues.find(({code}) => code === "unrecognized_keys") ?? issues[0]);
  const place = placeOf(issue?.path ?? []);
  const at = place === "" ? origin : `${origin}: ${place}`;
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    throw new InputError(`${at}: "${key}" is no key here${meant(key, knownKeys)}`, whatAShockIs);
  }
  throw new InputError(`${at}: ${issue?.message ?? "is not right"}`, whatAShockIs);
}

type Issue = z.core.$ZodIssue;

/** What is wrong in the branch of a union that fits the value's type, where one does. */
function innermost(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  const inner = issue.errors.flat().find(({code}) => code !== "invalid_type");
  return inner === undefined ? issue : innermost({...inner, path: [...issue.path, ...inner.path]});
}

const knownKeys: ReadonlyMap<string, string> = new Map(
  [
    ...["name", "model", "base", "shocks", "theta", "sigma", "thetaLogSd", "deficits"],
    ...["supplyElasticity", "incomes", "unit", "year", "columns", "tariffColumn", "closeDeficits"],
    ...["fit", "output", "spending", "costs", "exporter", "importer", "value", "sector"],
    ...["source", "exporters", "importers", "among", "between", "states", "sectors", "column"],
    ...["answered", "rentsTo", "depth", "effectOfEmbargo", "standardError", "probability"],
    ...["lossPercent", "fuel", "supplyPercent", "replacedBy", ...shockKinds],
  ].map((key) => [key, key]),
);

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) =>
      typeof step === "number" ? `[${step + 1}]` : `${i > 0 ? "." : ""}${String(step)}`,
    )
    .join("");
}

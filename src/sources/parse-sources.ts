import {type Document, isMap, isNode, isSeq, LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {isOnTheWeb, type Reference, type Source, sourceKinds} from "../world/index.ts";
import {checkUrl} from "./check-address.ts";
import {InputError} from "./input-error.ts";
import {meant} from "./nearest-name.ts";
import {sourceSchema} from "./sources-schema.ts";

const whatASourceIs = "see schema/sources.schema.json for what a source has";
const keys = new Map(Object.keys(sourceSchema.shape).map((key) => [key, key]));
const kinds = new Map(sourceKinds.map((kind) => [kind as string, kind as string]));

/** Sources that can be read, and what is wrong with each entry that cannot. */
export interface SourcesRead {
  readonly sources: readonly Source[];
  readonly faults: readonly InputError[];
}

/**
 * Reads a file of sources. An entry that is wrong is kept aside with one line; the others are read.
 *
 * @param origin the file's name, for the messages.
 * @throws InputError when the file is no YAML, or no list.
 */
export function parseSources(
  text: string,
  origin: string,
  {states}: Pick<Reference, "states">,
): SourcesRead {
  const lines = new LineCounter();
  const document = readSourcesYaml(text, origin, lines);
  const codes = new Map(states.flatMap(({code, name}) => [[code, code] as const, [name, code]]));
  const sources = new Map<string, Source>();
  const faults: InputError[] = [];
  for (const node of itemsOf(document)) {
    const start = isNode(node) ? node.range?.[0] : undefined;
    const line = start === undefined ? "" : ` line ${lines.linePos(start).line}:`;
    const read = readEntry(isNode(node) ? node.toJS(document, {maxAliasCount: 10}) : node, codes);
    if ("why" in read) faults.push(new InputError(`${origin}:${line} ${read.why}`, whatASourceIs));
    else if (sources.has(read.id))
      faults.push(
        new InputError(`${origin}:${line} "${read.id}" stands twice`, "give each its own id"),
      );
    else sources.set(read.id, read);
  }
  return {sources: [...sources.values()], faults};
}

/** A file of sources as a document, with its comments. @throws InputError when it is no YAML, or no list. */
export function readSourcesYaml(text: string, origin: string, lines?: LineCounter): Document {
  const document = parseDocument(text, lines === undefined ? {} : {lineCounter: lines});
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new InputError(
      `${origin}: ${fault.message.split("\n")[0]?.replace(/:$/, "") ?? "no YAML"}`,
      whatASourceIs,
      {cause: fault},
    );
  if (document.contents !== null && !isSeq(document.contents))
    throw new InputError(`${origin}: a file of sources is a list of them`, whatASourceIs);
  return document;
}

function itemsOf({contents}: Document): readonly unknown[] {
  return isSeq(contents) ? contents.items : [];
}

/** One entry, checked. @throws InputError when it is wrong. */
export function checkEntry(entry: unknown, {states}: Pick<Reference, "states">): Source {
  const read = readEntry(entry, new Map(states.map(({code}) => [code, code])));
  if ("why" in read) throw new InputError(read.why, whatASourceIs);
  return read;
}

function readEntry(
  entry: unknown,
  codes: ReadonlyMap<string, string>,
): Source | {readonly why: string} {
  const parsed = sourceSchema.safeParse(entry);
  const named = nameOf(entry);
  if (!parsed.success) return {why: `${named}${whyNot(parsed.error, entry)}`};
  const source = parsed.data;
  if (source.country !== null && codes.get(source.country) !== source.country)
    return {
      why: `${named}country: "${source.country}" is no state${meantIfShort(source.country, codes)}`,
    };
  if (!isOnTheWeb(source)) return source;
  try {
    checkUrl(source.at);
    return source;
  } catch (error) {
    if (error instanceof InputError) return {why: `${named}at: ${error.message}`};
    throw error;
  }
}

function nameOf(entry: unknown): string {
  const id: unknown = typeof entry === "object" && entry !== null ? Reflect.get(entry, "id") : null;
  return typeof id === "string" && id.length <= 60 ? `${id}: ` : "";
}

/** Longer words are no slip of the hand. */
function meantIfShort(word: string, known: ReadonlyMap<string, string>): string {
  return word.length > 60 ? "" : meant(word, known);
}

function whyNot(error: z.ZodError, entry: unknown): string {
  const unknownKey = error.issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknownKey !== undefined && "keys" in unknownKey) {
    const key = String((unknownKey.keys as readonly string[])[0]);
    return `"${key.slice(0, 60)}" is no key of a source${meantIfShort(key, keys)}`;
  }
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  if (path.length === 0) return "an entry is a mapping of keys";
  const value = path.reduce<unknown>(
    (at, step) => (at === undefined || at === null ? at : Reflect.get(Object(at), step)),
    entry,
  );
  const place = path.map(String).join(".");
  if (value === undefined) return `${place} is missing`;
  if (place === "kind" && typeof value === "string")
    return `kind: "${value.slice(0, 60)}" is no kind of source${meantIfShort(value, kinds)}`;
  return `${place}: ${issue?.message ?? "is not right"}`;
}

/**
 * The text of a file of sources with one more at its end; comments and order stay.
 * @param text the file as it is; empty where there is none yet.
 * @throws InputError when what stands there is no list, or already has that id.
 */
export function withSource(text: string, origin: string, source: Source): string {
  const document = readSourcesYaml(text, origin);
  const taken = itemsOf(document).some((item) => isMap(item) && item.get("id") === source.id);
  if (taken) throw new InputError(`${origin}: "${source.id}" stands there`, "choose another id");
  if (document.contents === null) {
    const fresh = document.createNode([source]);
    document.contents = fresh;
    return String(document);
  }
  document.addIn([], source);
  return String(document);
}

import {seedOf} from "../src/math/index.ts";
import {
  type ImportDisk,
  type Imported,
  type Importer,
  type ImportFile,
  InputError,
  recognisedFiles,
  type StateCodes,
} from "../src/sources/index.ts";
import {datasetTables} from "../src/world/index.ts";
import {mutateFile} from "./mutate-file.ts";

/** What became of one mutated file. */
export interface Outcome {
  readonly how: string;
  readonly refused: boolean;
  readonly rows: number;
  readonly rejects: number;
  readonly elapsedMs: number;
}

/** A disk that holds nothing but the given files: whatever is read, nothing can be written. */
export function memoryDisk(files: Readonly<Record<string, Uint8Array>>): ImportDisk {
  const bytesOf = (path: string) => {
    const bytes = Object.hasOwn(files, path) ? files[path] : undefined;
    if (bytes === undefined) throw new Error(`a file was asked for that was not given: ${path}`);
    return bytes;
  };
  return {
    sizeOf: async (path) => bytesOf(path).length,
    read: async function* (path, start, end) {
      const bytes = bytesOf(path);
      for (let at = start; at < end; at += chunkBytes)
        yield bytes.subarray(at, Math.min(end, at + chunkBytes));
    },
  };
}

const chunkBytes = 64 * 1024;

/**
 * Imports the mutation of one of the files that belong together and checks what comes of it.
 * @throws Error for anything that an importer may not do: whatever it throws but an `InputError`, a row that does not fit
 * its table, a reject that does not say why.
 */
export async function importMutated(
  importer: Importer,
  files: Readonly<Record<string, Uint8Array>>,
  nth: number,
  codes: StateCodes,
  now: () => number,
): Promise<Outcome> {
  const names = Object.keys(files);
  const changed = names[nth % names.length] ?? "";
  const {bytes, how} = mutateFile(files[changed] ?? new Uint8Array(), seedOf(importer.id, nth));
  const disk = memoryDisk({...files, [changed]: bytes});
  const began = now();
  let [rows, rejects] = [0, 0];
  const outcome = (refused: boolean) => ({how, refused, rows, rejects, elapsedMs: now() - began});
  try {
    const paths = importer.joinsFiles === true ? names : [changed];
    const opened = [];
    for (const path of paths) {
      const begin = (file: ImportFile) => importer.read(file, codes);
      opened.push(...(await recognisedFiles(path, disk, begin)).files);
    }
    const [first, ...others] = opened;
    if (first === undefined) throw new Error(`${importer.id} has no file`);
    const calls = importer.joinsFiles === true ? [{...first, beside: others}] : [first, ...others];
    for (const file of calls)
      for await (const batch of importer.read(file, codes))
        for (const one of batch) {
          checkFound(importer, one);
          if (one.kind === "row") rows += 1;
          else rejects += 1;
        }
    return outcome(false);
  } catch (fault) {
    if (fault instanceof InputError && fault.message !== "" && fault.whatToDo !== "") {
      if (fault.message.length > 1000)
        throw new Error(`${how}: a message of ${fault.message.length} characters`);
      return outcome(true);
    }
    throw new Error(`${importer.id}, mutation ${nth} (${how}): ${String(fault)}`, {cause: fault});
  }
}

function checkFound(importer: Importer, one: Imported): void {
  if (!(Number.isInteger(one.line) && one.line >= 1))
    throw new Error(`a line numbered ${one.line}`);
  if (one.kind === "reject") {
    if (one.why === "" || one.why.length > 1000)
      throw new Error(`a reject that says ${one.why.length} characters`);
    if (one.raw.length > 500) throw new Error(`a raw line of ${one.raw.length} characters`);
    return;
  }
  if (!importer.datasets.includes(one.dataset)) throw new Error(`a row for ${one.dataset}`);
  const {columns} = datasetTables[one.dataset];
  for (const [name, value] of Object.entries(one.values)) {
    const type = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (type === undefined) throw new Error(`${one.dataset} has no column ${name}`);
    if (value === null) continue;
    const isFit =
      type === "truth"
        ? typeof value === "boolean"
        : type === "integer" || type === "double"
          ? typeof value === "number" && Number.isFinite(value)
          : typeof value === "string";
    if (!isFit) throw new Error(`${one.dataset}.${name} holds ${JSON.stringify(value)}`);
  }
}

import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** A file of a bench's data. */
export interface DataFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** All files below a folder, by name; papers that lie beside them are left out. */
export function filesIn(folder: string): DataFile[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !/^(?:licen[cs]e|read.?me|notice)|\.md$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({name: path.slice(folder.length + 1), bytes: readFileSync(path)}));
}

/** Unpacks a `.tar.gz` for as long as it is used. */
export function unpacked<Result>(archive: string, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    const {status, stderr} = spawnSync("tar", ["-xzf", archive, "-C", folder], {encoding: "utf8"});
    if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
    return use(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Whatever a run of tests puts into the system's temporary folder goes into one of its own, and is gone when the run ends. */
export function setup() {
  const folder = mkdtempSync(join(tmpdir(), "demarche-run-"));
  Object.assign(process.env, {TMPDIR: folder});
  return () => rmSync(folder, {recursive: true, force: true});
}

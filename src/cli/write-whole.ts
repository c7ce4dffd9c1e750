import {createReadStream, createWriteStream, existsSync, statSync} from "node:fs";
import {mkdir, mkdtemp, readdir, readFile, rename, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join, relative} from "node:path";
import type {Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {InputError} from "../sources/index.ts";

/** Writes a file at the path that it is given. */
type WriteAt<Result> = (path: string) => Promise<Result>;

/**
 * Has a file written beside its place and then renamed to it, so that it stands there whole or not at all. What is no
 * file (a device, a pipe) is written to instead.
 * @throws InputError when the folder is not there.
 */
export async function writeWhole(path: string, write: WriteAt<unknown>): Promise<void> {
  if (existsSync(path) && !statSync(path).isFile()) {
    if (statSync(path).isDirectory())
      throw new InputError(`${path} is a folder`, "name a file in it with --out");
    await writeThrough(createWriteStream(path), write);
    return;
  }
  refuseNowhere(path);
  const beside = `${path}.writing-${process.pid}`;
  try {
    await write(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, {force: true});
    throw error;
  }
}

/** Has a file written in a folder of its own, and passes it on. */
export async function writeThrough(to: Writable, write: WriteAt<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-export-"));
  try {
    const path = join(folder, "file");
    await write(path);
    await pipeline(createReadStream(path), to, {end: to !== process.stdout});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/**
 * Has a folder written beside its place and then put there. An earlier export of ours is replaced, nothing else is.
 * @throws InputError when something else stands there, or the folder above is not there.
 */
export async function writeFolderWhole<Result>(
  path: string,
  write: WriteAt<Result>,
): Promise<Result> {
  refuseNowhere(path);
  await refuseForeign(path);
  const beside = join(dirname(path), `.${basename(path)}.writing-${process.pid}`);
  const before = join(dirname(path), `.${basename(path)}.before-${process.pid}`);
  try {
    await mkdir(beside);
    const result = await write(beside);
    if (existsSync(path)) await rename(path, before);
    await rename(beside, path);
    return result;
  } catch (error) {
    if (existsSync(before) && !existsSync(path)) await rename(before, path);
    throw error;
  } finally {
    await rm(beside, {recursive: true, force: true});
    if (existsSync(path)) await rm(before, {recursive: true, force: true});
  }
}

/** Nothing is replaced but a folder that holds what its own `SHA256SUMS` lists, and nothing more. */
async function refuseForeign(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const found = statSync(path).isDirectory() ? await filesUnder(path) : null;
  if (found !== null) {
    const sums = found.includes("SHA256SUMS")
      ? await readFile(join(path, "SHA256SUMS"), "utf8")
      : "";
    const listed = new Set(["SHA256SUMS", ...sums.split("\n").map((line) => line.slice(66))]);
    if (found.every((file) => listed.has(file))) return;
  }
  throw new InputError(
    `${path} is there, and is no earlier export`,
    "name a folder that is not there with --out",
  );
}

async function filesUnder(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** A folder that is not there is the caller's mistake, and told before any work is done. */
function refuseNowhere(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new InputError(`${folder} is not there`, "check the path");
}

import {createHash} from "node:crypto";
import {appendFileSync, existsSync, readdirSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {FuzzTally} from "./fuzz-tally.ts";

/** What became of an importer's mutations `from` up to, not including, `to`. */
export interface FuzzedSpan {
  readonly importer: string;
  readonly from: number;
  readonly to: number;
  readonly tally: FuzzTally;
}

/** Spans that are done, kept from one run to the next, so that a run of an hour may be broken off. */
export class FuzzJournal {
  readonly #path: string;
  readonly #spans: FuzzedSpan[];

  /** @param code folders and files on which the outcome hangs: with another word in them, their READMEs aside, other spans count. */
  constructor(code: readonly string[]) {
    const hash = createHash("sha256");
    for (const path of code.flatMap(filesUnder))
      hash.update(`${path}\n`).update(readFileSync(path));
    this.#path = join(tmpdir(), `demarche-fuzz-${hash.digest("hex").slice(0, 16)}.jsonl`);
    this.#spans = existsSync(this.#path)
      ? readFileSync(this.#path, "utf8")
          .split("\n")
          // A line that a kill cut short is a span that was not done.
          .flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as FuzzedSpan] : []))
      : [];
  }

  spansOf(importer: string): readonly FuzzedSpan[] {
    return this.#spans.filter((span) => span.importer === importer);
  }

  keep(span: FuzzedSpan): void {
    this.#spans.push(span);
    appendFileSync(this.#path, `${JSON.stringify(span)}\n`);
  }
}

function filesUnder(path: string): readonly string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Codes sentences in a process of its own, by the built program, as users run it, and prints its peak of memory in MB after
 * one run over them all and then how many a second it codes when warm: `node code-alone.mjs <tsv with a column sentence>`.
 * For the bench `coder-speed`.
 */
import {readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {codeSentence} from "../dist/coding/index.js";
import {loadReference} from "../dist/sources/load-reference.js";

/** The compiler of V8 is done with the coder after some ten runs. */
const runs = 15;

const [head = "", ...lines] = readFileSync(process.argv[2] ?? "", "utf8").trimEnd().split("\n");
const column = head.split("\t").indexOf("sentence");
const sentences = lines.map((line) => line.split("\t")[column] ?? "");
// As a thread that reads articles loads it: the coder and its tables, without store and server.
const reference = loadReference(
  {readText: (path) => readFileSync(path, "utf8"), readBytes: (path) => readFileSync(path)},
  resolve(dirname(fileURLToPath(import.meta.url)), ".."),
);

function seconds() {
  const start = performance.now();
  for (const one of sentences) codeSentence(one, reference);
  return (performance.now() - start) / 1000;
}

seconds();
const peakMemoryMb = process.resourceUsage().maxRSS / 1000;
const best = Math.min(...Array.from({length: runs}, seconds));
console.log(JSON.stringify({peakMemoryMb, sentencesPerSecond: sentences.length / best}));

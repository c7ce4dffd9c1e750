import {readWatch, version} from "../src/cli/house.ts";
import {auditOne, readArticle} from "../src/pipeline/index.ts";
import {captureOf} from "../src/sources/index.ts";
import type {Ledger} from "../src/store/index.ts";
import type {Day, Reference} from "../src/world/index.ts";
import {cpuMs} from "./median-ms.ts";

/** A labelled claim, as far as it is timed. */
interface Timed {
  readonly text: string;
  readonly language?: string | undefined;
}

/** The text that is timed: about 1,500 words, made of the labelled claims in their order. */
export function longText(claims: readonly Timed[]): string {
  const words: string[] = [];
  for (const {text, language} of claims) {
    if (words.length >= 1500) break;
    if (language === undefined) words.push(...text.split(/\s+/));
  }
  return `${words.join(" ")}\n`;
}

/** The middle of three runs in one process: by the clock, and of the processor, which a busy machine stretches less. */
export async function timeToAudit(
  ledger: Ledger,
  text: string,
  reference: Reference,
  asOf: Day,
): Promise<{seconds: number; cpuSeconds: number}> {
  const runs: {seconds: number; cpuSeconds: number}[] = [];
  for (let run = 0; run < 3; run++) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const capture = captureOf(Buffer.from(text), "bench:long.txt", asOf, false);
    const read = await readArticle(capture, reference);
    const watch = readWatch(undefined, reference);
    await auditOne({ledger, reference, watch, asOf, version: version(), ...read});
    const cpuSeconds = cpuMs(used) / 1000;
    runs.push({seconds: (performance.now() - began) / 1000, cpuSeconds});
  }
  const middle = runs.sort((a, b) => a.seconds - b.seconds)[1];
  if (middle === undefined) throw new Error("three runs have a middle");
  return middle;
}

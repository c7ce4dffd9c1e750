import {readFileSync} from "node:fs";
import {parentPort, workerData} from "node:worker_threads";
import {InputError, loadReference} from "../../sources/index.ts";
import type {Article, Capture, CodedEvent} from "../../world/index.ts";
import {readArticle} from "../read-article.ts";

/** What a thread is given: the folder in which `reference/` stands. */
export interface ReadingThread {
  readonly root: string;
}

/** What it answers to a capture. A mistake of whoever gave the text stays one on the other side. */
export type ReadingAnswer =
  | {readonly kind: "read"; readonly article: Article; readonly events: readonly CodedEvent[]}
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly whatToDo: string;
      readonly status: number;
      readonly exitCode: number;
    };

const {root} = workerData as ReadingThread;
const reference = loadReference(
  {readText: (path) => readFileSync(path, "utf8"), readBytes: (path) => readFileSync(path)},
  root,
);

async function answerTo(capture: Capture): Promise<ReadingAnswer> {
  try {
    return {kind: "read", ...(await readArticle(capture, reference))};
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const {message, whatToDo, status, exitCode} = error;
    return {kind: "refused", message, whatToDo, status, exitCode};
  }
}

// A fault of ours is thrown, and so ends the thread: the pool says whose text it was.
parentPort?.on("message", async (capture: Capture) => {
  parentPort?.postMessage(await answerTo(capture));
});

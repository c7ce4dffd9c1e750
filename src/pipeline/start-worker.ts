import {extname} from "node:path";
import {Worker} from "node:worker_threads";

/**
 * Starts a thread on a file of this room. In `dist/` a thread reads it as it is; in `src/` it must first be taught
 * TypeScript.
 *
 * @param file address of the file without its ending, as `new URL("./chain-worker", import.meta.url)` gives it.
 */
export function startWorker(file: URL, workerData?: unknown): Worker {
  const own = extname(import.meta.url);
  const url = new URL(`${file.href}${own}`);
  if (own === ".js") return new Worker(url, {workerData});
  // A thread made of text looks for packages where the process runs, which may be anywhere.
  const tsx = import.meta.resolve("tsx/esm/api");
  const taught = `import("${tsx}").then(({register}) => (register(), import("${url.href}")))`;
  return new Worker(taught, {workerData, eval: true, execArgv: []});
}

import {extname} from "node:path";
import {Worker} from "node:worker_threads";

/** Starts a file of this program in a thread. In `dist/` it is read as it is; in `src/` a thread must first be taught TypeScript. */
export function startThread(url: URL, workerData: unknown): Worker {
  if (extname(url.href) === ".js") return new Worker(url, {workerData});
  const taught = `import("tsx/esm/api").then(({register}) => (register(), import("${url.href}")))`;
  return new Worker(taught, {workerData, eval: true, execArgv: []});
}

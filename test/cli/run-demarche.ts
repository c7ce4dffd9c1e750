import {spawnSync} from "node:child_process";
import {resolve} from "node:path";

/** The built command, as a user runs it. */
export const main = resolve("dist/cli/main.js");

/** Runs the command to its end, with nothing on stdin; `cwd` is the folder in which it runs. */
export function runDemarche(args: readonly string[], cwd?: string) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
    input: "",
    ...(cwd === undefined ? {} : {cwd}),
  });
  return {status, stdout, stderr};
}

import {createProgram} from "../../src/cli/create-program.ts";
import {tellError} from "../../src/cli/tell-error.ts";

/**
 * Runs the command in this process, from its sources: what it prints and its exit code are those of the built command,
 * and no program need start. Where a process is the point (stdin, signals, a second writer), see `runDemarche`.
 */
export async function callDemarche(args: readonly string[], cwd = process.cwd()) {
  let stdout = "";
  let stderr = "";
  const before = {
    out: process.stdout.write,
    err: process.stderr.write,
    told: console.error,
    code: process.exitCode,
    cwd: process.cwd(),
  };
  const taking = (take: (text: string) => void) =>
    ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
      take(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      const written = rest.find((one) => typeof one === "function") as (() => void) | undefined;
      written?.();
      return true;
    }) as typeof process.stdout.write;
  process.stdout.write = taking((text) => {
    stdout += text;
  });
  process.stderr.write = taking((text) => {
    stderr += text;
  });
  console.error = (line: unknown) => {
    stderr += `${line}\n`;
  };
  process.exitCode = undefined;
  process.chdir(cwd);
  try {
    await createProgram().parseAsync(["node", "demarche", ...args]);
    return {status: Number(process.exitCode ?? 0), stdout, stderr};
  } catch (error) {
    const status = tellError(error);
    return {status, stdout, stderr};
  } finally {
    process.chdir(before.cwd);
    process.exitCode = before.code;
    console.error = before.told;
    process.stderr.write = before.err;
    process.stdout.write = before.out;
  }
}

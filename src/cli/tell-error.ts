import {inspect} from "node:util";
import {CommanderError} from "commander";

/** What an exit code means: printed by `demarche --help` and in the README. */
export const exitCodes = {
  ok: 0,
  /** A fault of ours; the stack follows. */
  fault: 1,
  /** Bad input: a file, a watch, a day, a state that is none. */
  input: 2,
  /** The ledger cannot be opened: held by another process, damaged, of another version. */
  ledger: 3,
  /** The disk is full or cannot be written. */
  disk: 4,
  /** A port is in use. */
  port: 5,
  /** `verify` found something in the ledger that is not as it was kept. */
  altered: 6,
  /** `pledges --alerts` found some. */
  alerts: 7,
} as const;

const diskCodes: ReadonlySet<string> = new Set(["ENOSPC", "EROFS", "EACCES", "EPERM", "EDQUOT"]);

function text(error: unknown, field: string): string | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : null;
  return typeof value === "string" ? value : null;
}

/** Prints one clear line and what to do, and gives the exit code. A fault of ours prints its stack, and what caused it. */
export function tellError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.input;
  const whatToDo = text(error, "whatToDo");
  const status: unknown = error instanceof Error ? Reflect.get(error, "status") : null;
  const exitCode: unknown = error instanceof Error ? Reflect.get(error, "exitCode") : null;
  if (error instanceof Error && whatToDo !== null) {
    console.error(`demarche: ${error.message}\n  ${whatToDo}`);
    if (typeof exitCode === "number") return exitCode;
    return status === 409 ? exitCodes.port : exitCodes.input;
  }
  const code = text(error, "code");
  if (error instanceof Error && code !== null && diskCodes.has(code)) {
    console.error(
      `demarche: ${error.message}\n  Free some space, or name a folder that can be written with --ledger or --out. Nothing was lost.`,
    );
    return exitCodes.disk;
  }
  console.error(
    `demarche: a fault of ours\n${error instanceof Error ? inspect(error) : String(error)}`,
  );
  return exitCodes.fault;
}

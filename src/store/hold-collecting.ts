import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {isAlive} from "./is-alive.ts";
import {exitLedger, StoreError} from "./store-error.ts";

/**
 * Sees to it that one process alone collects into a ledger; a killed one holds nothing.
 * @returns what lets go.
 * @throws StoreError when another process holds it.
 */
export function holdCollecting(ledgerPath: string): () => void {
  const file = `${ledgerPath}.collecting`;
  for (const isLast of [false, true]) {
    try {
      writeFileSync(file, `${process.pid}\n`, {flag: "wx"});
      return () => rmSync(file, {force: true});
    } catch (cause) {
      if (!(cause instanceof Error) || Reflect.get(cause, "code") !== "EEXIST") throw cause;
      const holder = holderOf(file);
      if (isLast || (holder !== null && isAlive(holder)))
        throw new StoreError(`process ${holder} is collecting into ${ledgerPath}`, {
          status: 423,
          exitCode: exitLedger,
          whatToDo: "Wait until it has ended, or end it.",
          cause,
        });
      rmSync(file, {force: true});
    }
  }
  throw new Error("a loop of two rounds went on");
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    // It let go just now.
    return null;
  }
}

import {existsSync} from "node:fs";
import {StoreError} from "../store/index.ts";
import type {CommonOptions} from "./house.ts";
import {exitCodes} from "./tell-error.ts";

/**
 * For commands about a ledger that would be senseless on one made this moment.
 * @throws StoreError when there is none.
 */
export function existingLedger({ledger}: CommonOptions): void {
  if (existsSync(ledger)) return;
  throw new StoreError(`there is no ledger at ${ledger}`, {
    status: 503,
    exitCode: exitCodes.ledger,
    whatToDo: "Name another file with --ledger, or make a ledger with `demarche init`.",
  });
}

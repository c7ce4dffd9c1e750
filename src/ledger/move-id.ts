import {createHash} from "node:crypto";

/** Id of a move: what it was made of, hashed. The same rows or passage give the same id in every ledger. */
export function moveId(...madeOf: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(madeOf)).digest("hex").slice(0, 16);
}

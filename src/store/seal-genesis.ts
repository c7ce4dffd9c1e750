import type {DatasetId} from "../world/index.ts";
import {type ChainedEntry, chainEntries, genesis} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import {sealMeta, sealRows} from "./seal-rows.ts";
import {lastStatement} from "./settle-rows.ts";

/** Keeps what the ledger says of itself, and chains it with all carried rows before any day. */
export async function sealGenesis(
  writer: Writer,
  datasets: readonly DatasetId[],
  meta: Readonly<Record<string, string>>,
): Promise<void> {
  const sealed: ChainedEntry[] = [];
  for (const [name, value] of Object.entries(meta)) {
    await writer.run("INSERT INTO ledger_meta VALUES ($name, $value)", {name, value});
    sealed.push(sealMeta(name, value));
  }
  for (const dataset of datasets) {
    const [[last = 0] = []] = await writer.rows(lastStatement(dataset, "row"));
    sealed.push(...(await sealRows(writer, dataset, 1, Number(last))));
  }
  await chainEntries(writer, genesis, sealed);
}

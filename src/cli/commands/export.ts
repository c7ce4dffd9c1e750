import {writeFileSync} from "node:fs";
import {tableCsv, tableNames} from "../../briefs/index.ts";
import {InputError} from "../../sources/index.ts";
import {datasetIds} from "../../world/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";

/** Writes a table of the answer as CSV, or a dataset as the ledger knew it, as CSV or Parquet. */
export function exportTable(
  table: string,
  options: CommonOptions & {format: "csv" | "parquet"; out?: string},
): Promise<void> {
  return inHouse(options, async (house) => {
    const {out, format} = options;
    const name = tableNames.find((one) => one === table);
    const dataset = datasetIds.find((one) => one === table);
    if (name !== undefined) {
      if (format !== "csv")
        throw new InputError(`${table} is exported as CSV`, "leave --format out");
      const csv = tableCsv(await workOut(house), name);
      if (out === undefined) process.stdout.write(csv);
      else writeFileSync(out, csv);
    } else if (dataset !== undefined) {
      if (out === undefined)
        throw new InputError("a dataset is exported to a file", `add --out ${table}.${format}`);
      await house.ledger.exportTable(dataset, house.asOf, format, out);
    } else {
      throw new InputError(
        `there is no table "${table}"`,
        `choose from ${[...tableNames, ...datasetIds].join(", ")}`,
      );
    }
    if (out !== undefined) console.error(`written: ${out}`);
  });
}

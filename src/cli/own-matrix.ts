import type {ShockAsked} from "../options/index.ts";
import {
  checkFlowTable,
  columnsAskedFor,
  openImportFile,
  readFlowTable,
  readInputTable,
  realImportDisk,
  type ShockFile,
} from "../sources/index.ts";

/**
 * Reads the matrix that a person brought, and the cost shares of inputs where there are some.
 *
 * @throws InputError that names the line.
 */
export async function ownMatrix(
  file: ShockFile,
  matrix: string,
  inputs?: string,
): Promise<Pick<ShockAsked, "table" | "inputs">> {
  const table = await readFlowTable(await openImportFile(matrix, realImportDisk), {
    year: file.base.year ?? null,
    columns: file.base.columns,
    further: columnsAskedFor(file),
  });
  checkFlowTable(table, {fitted: file.base.fit !== undefined});
  if (inputs === undefined) return {table, inputs: null};
  const opened = await openImportFile(inputs, realImportDisk);
  return {table, inputs: await readInputTable(opened, table.states, table.sectors)};
}

import type {ShockFile} from "./shock-schema.ts";

/** The columns of a matrix that a scenario speaks of beside exporter, importer, value, year and sector; each once. */
export function columnsAskedFor({base, shocks}: ShockFile): string[] {
  const {fit, tariffColumn} = base;
  return [
    ...new Set([
      ...(tariffColumn === undefined ? [] : [tariffColumn]),
      ...(fit === undefined ? [] : [fit.output, fit.spending, ...Object.keys(fit.costs)]),
      ...shocks.flatMap(({column}) => column ?? []),
    ]),
  ];
}

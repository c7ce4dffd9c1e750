/** What the columns of a matrix are called, where a scenario says so. */
export interface FlowColumnsAsked {
  readonly columns: {
    readonly exporter?: string | undefined;
    readonly importer?: string | undefined;
    readonly value?: string | undefined;
    readonly year?: string | undefined;
    readonly sector?: string | undefined;
  };
  /** Further columns of numbers that the scenario speaks of. */
  readonly further: readonly string[];
}

/**
 * What the columns of a matrix are commonly called, in small letters: our own first, then those of CEPII
 * (`iso_o`, `iso3_o`) and of the USITC's ITPD-E (`exporter_iso3`).
 */
const names = {
  exporter: ["exporter", "exporter_iso3", "exp", "origin", "orig", "iso_o", "iso3_o", "from"],
  importer: ["importer", "importer_iso3", "imp", "destination", "dest", "iso_d", "iso3_d", "to"],
  value: ["value", "trade", "flow", "trade_value", "trade_flow", "tradeflow", "flows"],
  year: ["year"],
  sector: ["sector"],
} as const;

const roles = Object.keys(names) as (keyof typeof names)[];
/** Names that a role has whatever else the header says. */
const exact: Readonly<Record<keyof typeof names, readonly string[]>> = {
  exporter: ["exporter"],
  importer: ["importer"],
  value: ["value", "trade", "flow"],
  year: ["year"],
  sector: ["sector"],
};

/**
 * Names of the columns as a matrix is read: each role that the header does not name exactly, and that the scenario gave no
 * name of its own, is the first column that is commonly called so, whatever its capitals.
 */
export function flowColumnNames({
  columns: asked,
  further,
}: FlowColumnsAsked): (header: readonly string[]) => readonly string[] {
  const given = new Set([...Object.values(asked), ...further]);
  return (header) => {
    const told = [...header];
    for (const role of roles) {
      if (asked[role] !== undefined || exact[role].some((name) => header.includes(name))) continue;
      for (const name of names[role]) {
        const at = header.findIndex((one) => one.toLowerCase() === name && !given.has(one));
        if (at < 0) continue;
        told[at] = role;
        break;
      }
    }
    return told;
  };
}

import type {DatasetId, Day, StateCode} from "../../world/index.ts";

/** How publishers name states. `gw` is Gleditsch and Ward's numbering, `cow` the Correlates of War's, `fips` FIPS 10-4. */
export type CodeScheme = "iso3" | "iso2" | "iso-numeric" | "cow" | "gw" | "fips" | "cameo" | "name";

/** Turns a publisher's code into ours, as of a day: COW 365 is the Soviet Union in 1980 and Russia in 2000. */
export interface StateCodes {
  /** `null` where the code names no state on that day: the row is a reject, never a guess. */
  readonly resolve: (scheme: CodeScheme, code: string, on: Day) => StateCode | null;
}

export type ImportedValue = string | number | boolean | null;

/** A row for a dataset's table, with the line (text) or the element (XML, JSON) of the file in which it stood, from 1. */
export interface ImportedRow {
  readonly kind: "row";
  readonly dataset: DatasetId;
  readonly line: number;
  /** By column name of the dataset's table; a column left out is null. */
  readonly values: Readonly<Record<string, ImportedValue>>;
}

/** What could not be taken in: kept aside and counted, and nothing else is lost for it. */
export interface RejectedRow {
  readonly kind: "reject";
  readonly line: number;
  /** Name of the column or element that was wrong, where one was. */
  readonly column: string | null;
  /** In plain words, with the value that was met: 'no state "XQ" (FIPS) on 2019-01-21'. */
  readonly why: string;
  /** The raw line or element, clipped to 500 characters. */
  readonly raw: string;
}

export type Imported = ImportedRow | RejectedRow;

/** A file to import. Bytes come as a stream, so that no file is too large; archives are already opened. */
export interface ImportFile {
  readonly name: string;
  /** Its bytes, from the beginning each time. Nothing is read before the first of them are asked for. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Files of the same publication that were given with it, where the importer joins them. */
  readonly beside?: readonly ImportFile[];
}

/** What an importer says of itself, printed with every figure that it brought. */
export interface ImporterCard {
  readonly id: string;
  /** Raised whenever the same file would give other rows. */
  readonly version: number;
  readonly title: string;
  /** Which file it reads, in one line, for a person who has just downloaded one. */
  readonly reads: string;
  readonly citation: string;
  readonly licence: string;
  readonly commercialUse: boolean;
  readonly datasets: readonly DatasetId[];
  /** True where a file is always the whole dataset: rows of the same `scope` that it no longer has are retracted. */
  readonly whole: boolean;
  /** Column values that mark this importer's own rows in a table that several importers fill, e.g. {list: "un"}. */
  readonly scope: Readonly<Record<string, string>>;
}

/** One file of a publisher in, rows and rejects out, in batches and in the file's order. */
export interface Importer extends ImporterCard {
  /** True where the files of one call make up one import (a list with its aliases); else each is an import of its own. */
  readonly joinsFiles?: boolean;
  /** @throws InputError when the file is none of this publisher's: no row of it is then kept. */
  readonly read: (file: ImportFile, codes: StateCodes) => AsyncIterable<readonly Imported[]>;
}

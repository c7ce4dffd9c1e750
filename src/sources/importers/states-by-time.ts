import {type Day, firstDayOf, lastDayOf, type StateCode} from "../../world/index.ts";
import {copyText} from "./file-lines.ts";
import type {CodeScheme, StateCodes} from "./importer.ts";

/** Spellings that are remembered for a year: publishers write each of some 250 states in one or two ways. */
const mostSpellings = 2000;

/**
 * The state that a code names in a year or on a day, remembered for the years of a file. A yearly figure belongs to the
 * state that bore the code on the year's last day, or else on its first: COW 365 is Russia in 1991, COW 265 is the
 * German Democratic Republic in 1990.
 */
export class StatesByTime {
  readonly #codes: StateCodes;
  /** By scheme and year, then by code. */
  readonly #found = new Map<string, Map<string, StateCode>>();

  constructor(codes: StateCodes) {
    this.#codes = codes;
  }

  find(scheme: CodeScheme, code: string, when: number | Day): StateCode | null {
    if (typeof when === "string") return this.#codes.resolve(scheme, code, when);
    const known = this.#ofYear(scheme, when);
    const remembered = known.get(code);
    if (remembered !== undefined) return remembered;
    const found =
      this.#codes.resolve(scheme, code, lastDayOf(when)) ??
      this.#codes.resolve(scheme, code, firstDayOf(when));
    // A hostile file has no end of codes that name nothing, nor of spellings of a name.
    if (found !== null && known.size < mostSpellings) known.set(copyText(code), found);
    return found;
  }

  #ofYear(scheme: CodeScheme, year: number): Map<string, StateCode> {
    const key = `${scheme}${year}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const made = new Map<string, StateCode>();
    this.#found.set(key, made);
    return made;
  }
}

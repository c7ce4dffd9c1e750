import type {Token} from "./read-tokens.ts";

/** A row of words that speaks for something: each place holds what may fill it. */
interface Row<Of> {
  readonly of: Of;
  readonly words: string;
  readonly places: readonly (readonly string[])[];
}

/** Rows by what their first word begins with. */
export type RowBook<Of> = ReadonlyMap<string, readonly Row<Of>[]>;

export interface RowMatch<Of> {
  readonly of: Of;
  readonly words: string;
  /** Token of the first word, and one past the last. */
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

/** Letters by which rows are filed. */
const filed = 3;
/** Other words that may stand between two words of a row. */
const between = 2;

/** @param listed by what they speak for, rows such as "tarik pasukan|prajurit"; "a*" is every word that begins so. */
export function compileRows<Of extends string>(
  listed: Readonly<Record<Of, readonly string[]>>,
): RowBook<Of> {
  const book = new Map<string, Row<Of>[]>();
  for (const of of Object.keys(listed) as Of[])
    for (const words of listed[of]) {
      const places = words
        .toLowerCase()
        .replaceAll("ё", "е")
        .split(/[\s-]+/)
        .map((place) => place.split("|"));
      const keys = new Set((places[0] ?? []).map((word) => word.replace("*", "").slice(0, filed)));
      for (const key of keys) {
        const rows = book.get(key);
        if (rows === undefined) book.set(key, [{of, words, places}]);
        else rows.push({of, words, places});
      }
    }
  return book;
}

/** Every row met in the tokens, in the order of the words; of one thing, at one place, the longest. */
export function matchRows<Of>(tokens: readonly Token[], book: RowBook<Of>): RowMatch<Of>[] {
  const found: RowMatch<Of>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const best = new Map<Of, RowMatch<Of>>();
    const keys = new Set((tokens[at]?.roots ?? []).map((root) => root.slice(0, filed)));
    for (const key of keys)
      for (const row of book.get(key) ?? []) {
        const last = lastOf(tokens, at, row.places);
        if (last < 0 || (best.get(row.of)?.length ?? 0) >= row.places.length) continue;
        const {of, words, places} = row;
        best.set(of, {of, words, first: at, last, length: places.length});
      }
    found.push(...best.values());
  }
  return found;
}

/** One past the token that fills the last place, or −1. */
function lastOf(tokens: readonly Token[], at: number, places: Row<unknown>["places"]): number {
  if (!fills(tokens[at], places[0] ?? [])) return -1;
  let next = at + 1;
  for (const place of places.slice(1)) {
    const hit = tokens.slice(next, next + between + 1).findIndex((token) => fills(token, place));
    if (hit < 0) return -1;
    next += hit + 1;
  }
  return next;
}

function fills(token: Token | undefined, place: readonly string[]): boolean {
  if (token === undefined) return false;
  return place.some((word) =>
    word.endsWith("*") ? token.plain.startsWith(word.slice(0, -1)) : token.roots.includes(word),
  );
}

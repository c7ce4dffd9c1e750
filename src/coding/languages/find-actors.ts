import type {PartyId} from "../../world/index.ts";
import type {CompiledBook} from "./compile-book.ts";
import {findNames} from "./find-names.ts";
import {type Grammar, grammarOf} from "./language-grammar.ts";
import {matchRows} from "./match-rows.ts";
import type {Token} from "./read-tokens.ts";

/** Who may take part in what a sentence tells, named or not, by its tokens. */
export interface Actor {
  readonly first: number;
  /** One past the last token. */
  readonly last: number;
  /** The parties named; none for "students", "the police", "he". */
  readonly parties: readonly PartyId[];
  /** Of the name; "actor" where only a word for people or bodies stands, "pronoun" for "he" and "the country". */
  readonly kind: string;
  /** A word for people or bodies stands in it: "the Ukrainian army". */
  readonly peopled: boolean;
}

/** How many words may part two halves of one actor: "Menteri Luar Negeri … Rusia". */
const widest = 4;
/** Names of ours that every state has too: "Kementerian Luar Negeri Singapura". */
const everywhere: ReadonlySet<string> = new Set(["ministry", "military", "organisation", "seat"]);

/** Actors in the order of the words; names joined by "and" are one. */
export function findActors(tokens: readonly Token[], compiled: CompiledBook): Actor[] {
  const grammar = grammarOf(compiled.book.language);
  const named: Actor[] = findNames(tokens, compiled.names).map(({first, last, party, kind}) => ({
    first,
    last,
    parties: [party],
    kind,
    peopled: false,
  }));
  const taken = new Set<number>();
  for (const {first, last} of named) for (let i = first; i < last; i++) taken.add(i);
  const bare: Actor[] = matchRows(tokens.map(asItStands), compiled.actors)
    .filter(({first, last}) => !taken.has(first) && !taken.has(last - 1))
    .map(({first, last}) => ({first, last, parties: [], kind: "actor", peopled: true}));
  const stands: Actor[] = tokens.flatMap(({plain}, i) =>
    grammar.pronouns.has(plain) && !taken.has(i)
      ? [{first: i, last: i + 1, parties: [], kind: "pronoun", peopled: true}]
      : [],
  );
  const sorted = [...named, ...bare, ...stands].sort(
    (a, b) => a.first - b.first || b.last - a.last,
  );
  const whole: Actor[] = [];
  for (const actor of sorted) {
    const before = whole.at(-1);
    if (before !== undefined && actor.first < before.last) continue;
    const one =
      before === undefined ? null : oneActor(before, actor, tokens, compiled.book.home, grammar);
    if (one === null) whole.push(actor);
    else whole[whole.length - 1] = one;
  }
  return joinActors(whole, tokens, grammar);
}

/** "tahanan" is a prisoner, "penahanan" is none: people are known by the word itself, or the word with "-nya". */
const asItStands = (token: Token): Token => ({
  ...token,
  roots: [token.plain, token.plain.replace(/nya$/, "")],
});

const isWord = ({plain}: Token) => /^[\p{L}\p{M}]/u.test(plain);

/** "tentara Ukraina", "российские военные", "Presiden Xi Jinping dari Tiongkok": two halves of one. */
function oneActor(
  a: Actor,
  b: Actor,
  tokens: readonly Token[],
  home: PartyId,
  grammar: Grammar,
): Actor | null {
  if (a.kind === "pronoun" || b.kind === "pronoun") return null;
  const gap = tokens.slice(a.last, b.first);
  const merged = {
    first: a.first,
    last: b.last,
    parties: a.parties.length > 0 ? a.parties : b.parties,
    kind: a.parties.length > 0 ? a.kind : b.kind,
    peopled: a.peopled || b.peopled,
  };
  const close = gap.length <= widest;
  if (a.parties.length > 0 && b.parties.length > 0) {
    if (a.parties[0] === b.parties[0])
      return close && gap.every((one) => (isWord(one) ? one.capital : one.plain === ","))
        ? merged
        : null;
    const ours = everywhere.has(a.kind) && a.parties[0] === home;
    const state = b.kind === "state" || b.kind === "demonym" || b.kind === "capital";
    return ours && state && gap.length === 0
      ? {...merged, parties: b.parties, peopled: true}
      : null;
  }
  if (!close || !gap.every(isWord)) return null;
  if (gap.some(({plain}) => grammar.prepositions.has(plain) || grammar.verbal(plain))) return null;
  if (a.parties.length === 0 && b.parties.length === 0) return gap.length === 0 ? merged : null;
  if (a.parties.length === 0)
    return grammar.adjectiveFirst ? (gap.length <= 1 ? merged : null) : merged;
  return grammar.adjectiveFirst && a.kind === "demonym" && gap.length <= 1 ? merged : null;
}

/** "Indonesia, Malaysia dan Thailand": one actor of several parties. A comma alone joins in a list that ends in "and". */
function joinActors(actors: readonly Actor[], tokens: readonly Token[], grammar: Grammar): Actor[] {
  const found: Actor[] = [];
  for (let at = 0; at < actors.length; at++) {
    const actor = actors[at];
    if (actor === undefined) break;
    let end = at;
    let ends = at;
    for (; end + 1 < actors.length; end++) {
      const [a, b] = [actors[end], actors[end + 1]];
      if (a === undefined || b === undefined || a.parties.length === 0 || b.parties.length === 0)
        break;
      const gap = tokens.slice(a.last, b.first).map(({plain}) => plain);
      if (gap.length === 0 || gap.length > 2) break;
      if (gap.length === 1 && gap[0] === ",") continue;
      if (!gap.every((one) => one === "," || grammar.joining.has(one))) break;
      ends = end + 1;
    }
    const run = actors.slice(at, ends + 1);
    const last = run.at(-1) ?? actor;
    found.push({
      ...actor,
      last: last.last,
      parties: [...new Set(run.flatMap(({parties}) => parties))],
      peopled: run.some(({peopled}) => peopled),
    });
    at = ends;
  }
  return found;
}

import {InputError} from "../sources/index.ts";
import type {Article, CodedEvent, Judgement, Move} from "../world/index.ts";
import {judgesSteps} from "../world/index.ts";

/** What a judgement can be about, as known on its day. */
export interface Judgeable {
  readonly moves: readonly Move[];
  readonly events: readonly CodedEvent[];
  readonly articles: readonly Article[];
  /** Judged already: a move that was rejected, or joined to another, can be named again. */
  readonly judgements: readonly Judgement[];
}

export interface Found {
  readonly kind: "move" | "coded event" | "article";
  readonly id: string;
}

/** Fewest characters by which an id may be named. */
const shortest = 4;

/**
 * The moves, coded events and articles that a person named by id, or by as much of it as is theirs alone.
 * @throws InputError naming the first that is unknown, or that could be several.
 */
export function findJudged(named: readonly string[], judgeable: Judgeable): Found[] {
  const all = new Map<string, Found["kind"]>();
  for (const one of judgeable.judgements)
    if (one.kind !== "source-grade" && !judgesSteps(one))
      for (const id of one.about) all.set(id, "move");
  for (const {id} of judgeable.articles) all.set(id, "article");
  for (const {id} of judgeable.events) all.set(id, "coded event");
  for (const {id} of judgeable.moves) all.set(id, "move");
  return named.map((name) => {
    const exact = all.get(name);
    if (exact !== undefined) return {kind: exact, id: name};
    const ids = name.length < shortest ? [] : [...all.keys()].filter((id) => id.startsWith(name));
    const [only, ...others] = ids;
    if (only === undefined)
      throw new InputError(
        `no move, coded event or article "${name}" is known`,
        "take an id from the first column of `demarche moves`, or from `demarche moves --json`",
      );
    if (others.length > 0)
      throw new InputError(
        `"${name}" begins ${ids.length} ids: ${ids.slice(0, 4).join(", ")}`,
        "write more of it",
      );
    return {kind: all.get(only) ?? "move", id: only};
  });
}

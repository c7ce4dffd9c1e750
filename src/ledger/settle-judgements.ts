import type {ClaimKind, Grade, Judgement, Recoded} from "../world/index.ts";
import {recodedFields} from "../world/index.ts";

/** What people decided in one question, and who would have it otherwise. */
export interface Decision<Value> {
  /** What more of them say than say anything else; null where the machine's own stands. */
  readonly value: Value | null;
  readonly by: readonly Judgement[];
  readonly disputedBy: readonly Judgement[];
}

type Sameness = "same-move" | "not-same";

/** People's judgements known on a day, settled question by question. */
export interface Decisions {
  /** Whether an article, event or move stands; undefined where nobody spoke. */
  readonly stands: (id: string) => Decision<"accept" | "reject"> | undefined;
  readonly recodes: (id: string) => readonly Decision<Recoded>[];
  readonly pairs: readonly {
    readonly ids: readonly [string, string];
    readonly decision: Decision<Sameness>;
  }[];
  readonly grade: (source: string, claims: ClaimKind) => Decision<Grade["reliability"]> | undefined;
  /** Judgements that still speak in some question: not superseded by their author. */
  readonly standing: ReadonlySet<string>;
  /** Judgements that won in some question. */
  readonly winning: ReadonlySet<string>;
  /** True where nobody has judged anything. */
  readonly none: boolean;
}

/** A source's name as it is compared: "The Straits Times" and "the straits times" are one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();
}

/** A question that a judgement answers, and its answer in a form that can be compared. */
export interface Answered {
  readonly question: readonly string[];
  readonly value: string;
}

/** What a judgement answers: one question, or one for each pair or thing that it is about. */
export function answersOf(judgement: Judgement): Answered[] {
  switch (judgement.kind) {
    case "accept":
    case "reject":
      return judgement.about.map((id) => ({question: ["stands", id], value: judgement.kind}));
    case "recode":
      return judgement.about.map((id) => ({
        question: ["field", id, judgement.change.field],
        value: valueText(judgement.change.value),
      }));
    case "same-move":
    case "not-same": {
      const ids = [...new Set(judgement.about)].sort();
      return ids.flatMap((one, at) =>
        ids.slice(at + 1).map((other) => ({question: ["pair", one, other], value: judgement.kind})),
      );
    }
    case "source-grade":
      return [
        {
          question: ["grade", plainName(judgement.source), judgement.claims],
          value: judgement.reliability,
        },
      ];
  }
}

/** Lists are sets: their order says nothing. */
function valueText(value: Recoded["value"]): string {
  return JSON.stringify(typeof value === "object" ? [...value].sort() : value);
}

/** The newest answer of a person to a question; `change` where it recodes. */
export interface Vote {
  readonly value: string;
  readonly judgement: Judgement;
  readonly change: Recoded | null;
}

/** Questions as JSON, each with the vote of every author who answered it. */
export type Votes = ReadonlyMap<string, ReadonlyMap<string, Vote>>;

/**
 * The newest answer of each author to each question, of judgements in the order in which they came to be known. To
 * accept a thing is to take it as it then stood: in each field that people had recoded, the author votes for what they
 * had decided. Where nothing was decided the author holds with the machine, which needs no vote.
 */
export function castVotes(judgements: readonly Judgement[]): Votes {
  const votes = new Map<string, Map<string, Vote>>();
  const cast = (key: string, author: string, vote: Vote) => {
    const there = votes.get(key);
    if (there === undefined) votes.set(key, new Map([[author, vote]]));
    else there.set(author, vote);
  };
  for (const judgement of judgements) {
    const {author} = judgement;
    if (judgement.kind === "accept")
      for (const id of judgement.about)
        for (const field of recodedFields) {
          const key = JSON.stringify(["field", id, field]);
          const decided = decide(key, votes).won;
          if (decided === null) votes.get(key)?.delete(author);
          else cast(key, author, {...decided, judgement});
        }
    const change = judgement.kind === "recode" ? judgement.change : null;
    for (const {question, value} of answersOf(judgement))
      cast(JSON.stringify(question), author, {value, judgement, change});
  }
  return votes;
}

/** The vote that more people cast than any other, or than hold with the machine; null where there is none. */
function decide(key: string, votes: Votes): {won: Vote | null; all: readonly Vote[]} {
  const all = [...(votes.get(key)?.values() ?? [])];
  const counts = new Map<string, number>();
  for (const {value} of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best, next] = [...counts].sort(([, a], [, b]) => b - a);
  const [kind, id] = JSON.parse(key);
  const accepted = kind === "field" ? (votes.get(JSON.stringify(["stands", id])) ?? []) : [];
  const forMachine = [...accepted].filter(
    ([author, {value}]) => value === "accept" && !votes.get(key)?.has(author),
  ).length;
  const won = best !== undefined && best[1] > Math.max(next?.[1] ?? 0, forMachine) ? best[0] : null;
  return {won: all.find(({value}) => value === won) ?? null, all};
}

/**
 * Settles what people said, question by question: what more people say than say anything else is decided. Where two
 * answers have as many, the machine's own stands, and all who would change it dispute it.
 */
export function settleJudgements(judgements: readonly Judgement[]): Decisions {
  const votes = castVotes(judgements);
  const stands = new Map<string, Decision<"accept" | "reject">>();
  const recodes = new Map<string, Decision<Recoded>[]>();
  const pairs: {ids: [string, string]; decision: Decision<Sameness>}[] = [];
  const grades = new Map<string, Decision<Grade["reliability"]>>();
  const standing = new Set<string>();
  const winning = new Set<string>();
  for (const key of [...votes.keys()].sort()) {
    const [kind, first = "", second = ""]: string[] = JSON.parse(key);
    const {won, all} = decide(key, votes);
    if (all.length === 0) continue;
    // Who accepts what stands disputes nothing.
    const outcome = won?.value ?? (kind === "stands" ? "accept" : null);
    const by = all.filter(({value}) => value === won?.value).map(({judgement}) => judgement);
    const disputedBy = all.filter(({value}) => value !== outcome).map(({judgement}) => judgement);
    for (const {judgement} of all) standing.add(judgement.id);
    for (const {id} of by) winning.add(id);
    const decision = {value: won?.value ?? null, by, disputedBy};
    if (kind === "stands") stands.set(first, decision as Decision<"accept" | "reject">);
    if (kind === "pair")
      pairs.push({ids: [first, second], decision: decision as Decision<Sameness>});
    if (kind === "grade")
      grades.set(JSON.stringify([first, second]), decision as Decision<Grade["reliability"]>);
    if (kind === "field") {
      const recoded = {...decision, value: won?.change ?? null};
      recodes.set(first, [...(recodes.get(first) ?? []), recoded]);
    }
  }
  return {
    stands: (id) => stands.get(id),
    recodes: (id) => recodes.get(id) ?? [],
    pairs,
    grade: (source, claims) => grades.get(JSON.stringify([plainName(source), claims])),
    standing,
    winning,
    none: votes.size === 0,
  };
}

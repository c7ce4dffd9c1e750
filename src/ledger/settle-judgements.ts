import type {ClaimKind, Grade, Judgement, Recoded} from "../world/index.ts";

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

interface Vote {
  readonly value: string;
  readonly judgement: Judgement;
}

/**
 * Settles what people said, given in the order in which it came to be known. On each question the newest answer of each
 * author speaks, and what more people say than say anything else is decided. Where two answers have as many, the
 * machine's own stands, and all who would change it dispute it. To accept an event is to say in each of its fields what
 * the machine wrote, unless the same person recoded that field.
 */
export function settleJudgements(judgements: readonly Judgement[]): Decisions {
  const questions = new Map<string, Map<string, Vote>>();
  for (const judgement of judgements)
    for (const {question, value} of answersOf(judgement)) {
      const key = JSON.stringify(question);
      const votes = questions.get(key) ?? new Map<string, Vote>();
      votes.set(judgement.author, {value, judgement});
      questions.set(key, votes);
    }
  const stands = new Map<string, Decision<"accept" | "reject">>();
  const recodes = new Map<string, Decision<Recoded>[]>();
  const pairs: {ids: [string, string]; decision: Decision<Sameness>}[] = [];
  const grades = new Map<string, Decision<Grade["reliability"]>>();
  const standing = new Set<string>();
  const winning = new Set<string>();
  for (const [key, votes] of [...questions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, first = "", second = ""]: string[] = JSON.parse(key);
    const accepting =
      kind === "field"
        ? [...(questions.get(JSON.stringify(["stands", first])) ?? [])].filter(
            ([author, {value}]) => value === "accept" && !votes.has(author),
          ).length
        : 0;
    const decision = countVotes([...votes.values()], accepting);
    for (const {judgement} of votes.values()) standing.add(judgement.id);
    for (const {id} of decision.by) winning.add(id);
    if (kind === "stands") {
      // Who accepts what stands disputes nothing.
      const disputedBy = decision.disputedBy.filter(
        ({kind: said}) => said !== (decision.value ?? "accept"),
      );
      stands.set(first, {...decision, disputedBy} as Decision<"accept" | "reject">);
    }
    if (kind === "pair")
      pairs.push({ids: [first, second], decision: decision as Decision<Sameness>});
    if (kind === "grade")
      grades.set(JSON.stringify([first, second]), decision as Decision<Grade["reliability"]>);
    if (kind === "field") recodes.set(first, [...(recodes.get(first) ?? []), changeOf(decision)]);
  }
  return {
    stands: (id) => stands.get(id),
    recodes: (id) => recodes.get(id) ?? [],
    pairs,
    grade: (source, claims) => grades.get(JSON.stringify([plainName(source), claims])),
    standing,
    winning,
    none: questions.size === 0,
  };
}

function countVotes(votes: readonly Vote[], forMachine: number): Decision<string> {
  const counts = new Map<string, number>();
  for (const {value} of votes) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const [best, next] = ranked;
  const won = best !== undefined && best[1] > Math.max(next?.[1] ?? 0, forMachine) ? best[0] : null;
  const judgements = (wanted: (value: string) => boolean) =>
    votes.filter(({value}) => wanted(value)).map(({judgement}) => judgement);
  return {
    value: won,
    by: judgements((value) => value === won),
    disputedBy: judgements((value) => value !== won),
  };
}

/** The winning judgement itself holds the value as it was written. */
function changeOf({value, by, disputedBy}: Decision<string>): Decision<Recoded> {
  const [first] = by;
  return {
    value: value !== null && first?.kind === "recode" ? first.change : null,
    by,
    disputedBy,
  };
}

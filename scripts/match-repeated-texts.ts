/**
 * Writes `reference/repeated-texts.csv`: which resolutions of the General Assembly repeat an earlier one word for word, by
 * symbol. Bailey, Strezhnev and Voeten list them by numbers of their own (`matches.csv`, to 2019). Which number is which
 * symbol is told by who voted how: of a session's votes the one nearest in its choices, where almost all are the same.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {readVoteFiles} from "../bench/vote-files.ts";
import {sessionOf} from "../src/models/index.ts";
import {day} from "../src/world/index.ts";

/** A vote is known again where so many of its choices are the same, and no other vote of the session has more than that less. */
const alike = 0.97;
const ahead = 0.01;

const packed = (path: string) => gunzipSync(readFileSync(path));
const codes: Record<string, string>[] = parse(
  packed("../shared/data/unga/IdealpointsJuly2025.csv.gz"),
  {columns: true},
);
const codeOf = new Map(codes.map(({ccode = "", iso3c = ""}) => [`cow-${ccode}`, iso3c]));
const numberOf: Readonly<Record<string, number>> = {Y: 1, A: 2, N: 3};

interface Vote {
  readonly name: string;
  readonly choices: ReadonlyMap<string, number>;
}
const [header = [], ...lines]: string[][] = parse(
  packed("../shared/data/unga/un_votes_matrix.csv.gz"),
);
const states = (header[3] ?? "").replace("votes:", "").split(" ");
const bySession = new Map<number, Vote[]>();
for (const [, symbol = "", date = "", votes = ""] of lines) {
  if (!symbol.startsWith("A/")) continue;
  const choices = new Map<string, number>();
  [...votes].forEach((letter, at) => {
    const choice = numberOf[letter];
    if (choice !== undefined) choices.set(states[at] ?? "", choice);
  });
  const session = sessionOf(symbol, day(date));
  bySession.set(session, [...(bySession.get(session) ?? []), {name: symbol, choices}]);
}

const {rows, repeats} = readVoteFiles("../shared/gold/votes");
const theirs = new Map<number, {session: number; choices: Map<string, number>}>();
for (let i = 0; i < rows.vote.length; i++) {
  const state = rows.states[rows.state[i] as number] ?? "";
  const vote = theirs.get(rows.vote[i] as number) ?? {
    session: rows.session[i] as number,
    choices: new Map<string, number>(),
  };
  theirs.set(rows.vote[i] as number, vote);
  vote.choices.set(codeOf.get(state) ?? state, rows.choice[i] as number);
}

/** The share of the choices on both votes that are the same; 0 where the two have few voters in common. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [same, both] = [0, 0];
  for (const [state, choice] of a) {
    const other = b.get(state);
    if (other === undefined) continue;
    both += 1;
    if (other === choice) same += 1;
  }
  return both < 0.8 * Math.max(a.size, b.size) ? 0 : same / both;
}

const symbolOf = new Map<number, string>();
let doubtful = 0;
for (const [number, {session, choices}] of theirs) {
  const [best, next] = (bySession.get(session) ?? [])
    .map((vote) => ({name: vote.name, likeness: likeness(choices, vote.choices)}))
    .sort((a, b) => b.likeness - a.likeness);
  if (best === undefined || best.likeness < alike) continue;
  if (next !== undefined && next.likeness > best.likeness - ahead) doubtful += 1;
  else symbolOf.set(number, best.name);
}
const pairs = repeats.flatMap(({first, again}) => {
  const [one, other] = [symbolOf.get(first), symbolOf.get(again)];
  return one === undefined || other === undefined ? [] : [`${one},${other}`];
});
writeFileSync("reference/repeated-texts.csv", ["first,again", ...new Set(pairs), ""].join("\n"));
console.error(
  `${symbolOf.size} of ${theirs.size} votes known by symbol (${doubtful} like two); ${pairs.length} of ${repeats.length} repeats`,
);

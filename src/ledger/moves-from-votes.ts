import type {
  Day,
  Evidence,
  FactBook,
  Move,
  Reach,
  RollCall,
  StateCode,
  VoteChoice,
} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";

/** The Assembly first voted on Crimea on 27 March 2014 (A/RES/68/262); earlier texts that name Ukraine are on other matters. */
const firstDay = "2014-01-01" as Day;
const inTitle = /\b(ukrain\w*|crimea\w*|sevastopol|donbas\w*)\b/i;
/** The eleventh emergency special session was called on Ukraine alone (S/RES/2623 (2022)): all of its texts are on it. */
const emergencySession = /^A\/RES\/ES-11\//;
/** Texts on the reactor accident name Ukraine too. */
const otherMatter = /\b(chernobyl|chornobyl)\b/i;

const verb: Readonly<Record<VoteChoice, string>> = {
  yes: "voted yes on",
  no: "voted no on",
  abstain: "abstained on",
  absent: "was listed and cast no vote on",
};

/** Parties to the matter, by ISO 3166 code. */
const subjects: readonly StateCode[] = ["UKR", "RUS"];

/** Whether a recorded vote is on the war in and on Ukraine; by its title and session, never by a list of symbols. */
export function isOnUkraine(rollCall: RollCall): boolean {
  if (rollCall.date < firstDay) return false;
  if (emergencySession.test(rollCall.symbol)) return true;
  return inTitle.test(rollCall.title) && !otherMatter.test(rollCall.title);
}

/**
 * Votes on Ukraine one by one: each resolution is one move of each watched state, whose choice is its own act; never
 * one for each pair of voters. It falls on the two parties to the matter, half on each.
 */
export function movesFromVotes(book: FactBook, circle: Circle): Move[] {
  return book.rollCalls
    .filter(isOnUkraine)
    .flatMap((rollCall) =>
      [...circle.watched]
        .filter((state) => rollCall.votes.has(state) && !subjects.includes(state))
        .map((state) => moveOf(rollCall, state, book, circle)),
    );
}

/** "… : resolution / adopted by the General Assembly" is the library's catalogue, not the title. */
function shortTitle(title: string): string {
  return title.replace(/\s*:\s*resolution\b.*$/i, "").trim();
}

function moveOf(rollCall: RollCall, state: StateCode, book: FactBook, circle: Circle): Move {
  const choice = rollCall.votes.get(state) ?? "absent";
  const title = shortTitle(rollCall.title);
  const named = title === "" ? rollCall.symbol : `${rollCall.symbol} (${title})`;
  const powers = circle.powers.filter((power) => rollCall.votes.has(power));
  const others = powers.map((power) => `${circle.name(power)} ${rollCall.votes.get(power)}`);
  const context = others.length === 0 ? "" : `; ${others.join(", ")}`;
  const summary = `${circle.name(state)} ${verb[choice]} ${named}${context}`;
  return {
    id: moveId("un-votes", rollCall.recordId, state),
    // A vote is on a text: calling it support for, or rejection of, a state would be our reading.
    type: null,
    mode: "done",
    sectors: ["diplomacy"],
    sources: [state],
    targets: subjects,
    participants: circle.weigh({
      sources: [state],
      targets: subjects,
      joint: false,
      on: rollCall.date,
    }),
    summary,
    when: rollCall.date,
    precision: "day",
    recordedOn: rollCall.recordedOn,
    articles: 0,
    independentOrigins: 0,
    grade: {
      reliability: "A",
      credibility: 1,
      reasons: ["the Assembly's own record of the vote, kept by the UN Digital Library"],
    },
    evidence: evidenceOf(rollCall, state, summary, book, circle),
    from: "vote",
    specimen: false,
  };
}

function evidenceOf(
  rollCall: RollCall,
  state: StateCode,
  quote: string,
  book: FactBook,
  circle: Circle,
): Evidence[] {
  const wanted = [...new Set([state, ...subjects, ...circle.powers])];
  const voted = wanted.filter((one) => rollCall.votes.has(one));
  const named: Reach[] = voted.map((party) => ({party, how: "column", by: `state: ${party}`}));
  const unvoted = subjects.filter((one) => !voted.includes(one));
  const subject: Reach[] = unvoted.map((party) => ({
    party,
    how: "dataset",
    by: `subject of the text: ${rollCall.title === "" ? rollCall.symbol : rollCall.title}`,
  }));
  const through = circle.throughBlocs(subjects, rollCall.date);
  const votes: Evidence = {
    kind: "rows",
    dataset: "un-votes",
    where: [
      {column: "record_id", in: [rollCall.recordId]},
      {column: "state", in: voted},
    ],
    count: voted.length,
    quote,
    reaches: [...named, ...subject, ...through],
    vintage: rollCall.date,
  };
  if (rollCall.title === "" || !book.datasets.has("un-resolutions")) return [votes];
  const text: Evidence = {
    kind: "rows",
    dataset: "un-resolutions",
    where: [{column: "record_id", in: [rollCall.recordId]}],
    count: 1,
    quote: rollCall.title,
    reaches: subjects.map((party) => ({
      party,
      how: "dataset",
      by: `subject of the text: ${rollCall.title}`,
    })),
    vintage: rollCall.date,
  };
  return [votes, text];
}

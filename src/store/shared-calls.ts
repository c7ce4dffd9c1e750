import type {Ledger} from "./open-ledger.ts";
import {StoreError} from "./store-error.ts";

/** What may be asked of a ledger that another process holds: all but closing it. */
export type SharedCall = Exclude<keyof Ledger, "close">;

/** Every call by name; the compiler sees to it that none is forgotten. */
export const sharedCalls: Readonly<Record<SharedCall, true>> = {
  readFacts: true,
  fuelPairs: true,
  commitments: true,
  rows: true,
  listedParties: true,
  rollCalls: true,
  addArticles: true,
  articles: true,
  readings: true,
  article: true,
  events: true,
  articlePlaces: true,
  articlesOf: true,
  eventsOf: true,
  addJudgement: true,
  judgements: true,
  retract: true,
  retractions: true,
  recordMoves: true,
  standingMoves: true,
  unlinked: true,
  noteLinked: true,
  moveVersions: true,
  captures: true,
  captureBytes: true,
  importRows: true,
  importEvents: true,
  eventPairMonths: true,
  eventWorldMonths: true,
  eventTopMovers: true,
  eventRows: true,
  eventSectorMonths: true,
  eventSpans: true,
  eventsChangedFrom: true,
  eventMentions: true,
  eventHealth: true,
  rebuildEvents: true,
  imports: true,
  rejects: true,
  origin: true,
  revision: true,
  health: true,
  verify: true,
  backup: true,
  exportTable: true,
};

/** From the caller: what is asked; then batches, where an argument is a stream; then the end of them. */
export type Asked =
  | {readonly kind: "call"; readonly name: SharedCall; readonly args: readonly unknown[]}
  | {readonly kind: "batch"; readonly batch: unknown}
  | {readonly kind: "end"};

/** From the holder: lines of progress, then one result or one error. */
export type Told =
  | {readonly kind: "tell"; readonly line: string}
  | {readonly kind: "result"; readonly value: unknown}
  | {readonly kind: "error"; readonly error: SentError};

/** What stands in an argument's field for what cannot be sent: a function that tells progress, or a stream of batches. */
export const tellMark = "demarche:tell";
export const batchesMark = "demarche:batches";

interface SentError {
  readonly name: string;
  readonly message: string;
  /** What a `StoreError` says beside; `null` for a fault of ours. */
  readonly told: {
    readonly status: number;
    readonly exitCode: number;
    readonly whatToDo: string;
  } | null;
}

export function sendError(error: unknown): SentError {
  const one = error instanceof Error ? error : new Error(String(error));
  if (!(one instanceof StoreError)) return {name: one.name, message: one.message, told: null};
  const {name, message, status, exitCode, whatToDo} = one;
  return {name, message, told: {status, exitCode, whatToDo}};
}

export function receiveError({name, message, told}: SentError): Error {
  const error = told === null ? new Error(message) : new StoreError(message, told);
  error.name = name;
  return error;
}

import type {SourceBook} from "../../src/api/index.ts";
import {InputError} from "../../src/sources/index.ts";
import type {SourceNote} from "../../src/store/index.ts";
import {day, type Source} from "../../src/world/index.ts";

/** A made-up source of the web. */
export function madeSource(given: Partial<Source> = {}): Source {
  return {
    id: "example-wire",
    title: "Example Wire",
    kind: "feed",
    at: "https://wire.example/feed",
    language: "en",
    country: "IDN",
    owner: "Example Wire Company",
    stateControlled: false,
    reliability: {letter: "B", onOwnPosition: "B", reason: "It has reporters of its own."},
    licence: "terms not read",
    everyMinutes: 60,
    seenAt: "made up for a test",
    ...given,
  };
}

/** What asking a source told, at noon of a day. */
export function madeNote(id: string, given: Partial<SourceNote> = {}): SourceNote {
  const noon = Date.parse("2026-11-30T12:00:00Z");
  return {
    kind: "source",
    id,
    triedAt: noon,
    succeededAt: noon,
    dueAt: noon + 3_600_000,
    failures: 0,
    error: null,
    items: 12,
    days: [day("2026-11-29"), day("2026-11-30")],
    checkedAt: noon,
    etag: null,
    lastModified: null,
    ...given,
  };
}

/** A list of sources in memory, and names that it was asked to look up: none of them is asked of a network. */
export function keptSources(
  carried: readonly Source[],
  notes: readonly SourceNote[] = [],
): SourceBook & {readonly own: readonly Source[]; readonly lookedUp: readonly string[]} {
  const own: Source[] = [];
  const lookedUp: string[] = [];
  return {
    own,
    lookedUp,
    list: () => [
      ...carried.map((source) => ({source, isOwn: false})),
      ...own.map((source) => ({source, isOwn: true})),
    ],
    add: (source) => {
      if (own.some(({id}) => id === source.id)) throw new InputError("it stands there", "no");
      own.push(source);
    },
    journal: () => ({
      source: (id) => notes.find((one) => one.id === id) ?? null,
      pending: () => [],
    }),
    lookup: async (host) => {
      lookedUp.push(host);
      if (host === "inside.example") return [{address: "10.0.0.7", family: 4}];
      if (host === "nowhere.example") throw new Error("ENOTFOUND");
      return [{address: "93.184.215.14", family: 4}];
    },
  };
}

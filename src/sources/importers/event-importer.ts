import type {Day, EventType, StateCode} from "../../world/index.ts";
import {clipRaw} from "./file-lines.ts";
import type {ImporterCard, ImportFile, RejectedRow, StateCodes} from "./importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {openTable, type TableLayout} from "./table-rows.ts";

/** Publishers of coded events. Their numbers of events are their own: an event is named by publisher and number. */
export const eventPublishers = [
  "gdelt",
  "icews",
  "polecat",
  "acled",
  "ucdp-ged",
  "ucdp-candidate",
] as const;
export type EventPublisher = (typeof eventPublishers)[number];

/** CAMEO's and PLOVER's codes, or the publisher's own. */
export type EventScheme = "cameo" | "plover" | "acled" | "ucdp";

/** Verbal co-operation, material co-operation, verbal conflict, material conflict. */
export type QuadClass = 1 | 2 | 3 | 4;

/** What a publisher's coder read: who did what to whom. What a publisher does not say is null. */
export interface EventValues {
  /** The publisher's number or name of the event. */
  readonly eventId: string;
  readonly day: Day;
  /** State of the acting party, and of the party acted upon; null for an actor of no state. */
  readonly source: StateCode | null;
  readonly target: StateCode | null;
  readonly sourceActor: string | null;
  readonly targetActor: string | null;
  readonly scheme: EventScheme;
  readonly code: string;
  /** PLOVER's type; null where PLOVER has none for the code. */
  readonly type: EventType | null;
  readonly quad: QuadClass | null;
  /** Goldstein's scale, -10 to 10, or the publisher's intensity on it. */
  readonly goldstein: number | null;
  readonly mentions: number | null;
  readonly articles: number | null;
  readonly sourcesCount: number | null;
  readonly tone: number | null;
  readonly fatalities: number | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly url: string | null;
  /** Day on which the publisher added the event. When we knew it is the day of the import. */
  readonly dateAdded: Day | null;
}

/** An event for the event store, with the line of the file in which it stood, from 1. */
export interface ImportedEvent {
  readonly kind: "event";
  readonly line: number;
  readonly values: EventValues;
}

/** What every importer of events says of itself, beside its card. Its rows go to the event store, not to a dataset's table. */
export interface EventImporterCard extends ImporterCard {
  readonly publisher: EventPublisher;
  readonly eventTable: "events" | "mentions";
}

/** What codes in files of events mean. */
export interface EventCodes {
  readonly states: StateCodes;
  /** CAMEO's codes of events with PLOVER's type; null where PLOVER has none. */
  readonly types: ReadonlyMap<string, EventType | null>;
}

/** One file of a publisher in, events and rejects out, in batches and in the file's order. */
export interface EventImporter extends EventImporterCard {
  readonly eventTable: "events";
  /** @throws InputError when the file is none of this publisher's: no row of it is then kept. */
  readonly readEvents: (
    file: ImportFile,
    codes: EventCodes,
  ) => AsyncIterable<readonly (ImportedEvent | RejectedRow)[]>;
}

/** A layout of a publisher whose files are too many for a reader row by row: the database reads them by these columns. */
export interface BulkLayout {
  readonly name: string;
  /** In the file's order. Where the file has a header, it decides the order. */
  readonly columns: readonly string[];
}

/** An importer whose files the event store reads itself, a piece at a time (`stage-bulk.ts` in the store). */
export interface BulkImporter extends EventImporterCard {
  readonly layouts: readonly BulkLayout[];
}

export type AnyEventImporter = EventImporter | BulkImporter;

/** One layout of a publisher's table of events, and what its records say. */
export interface EventLayout extends TableLayout {
  /** @throws RecordFault where the record is unfit. */
  readonly eventOf: (record: TableRecord, codes: EventCodes) => EventValues;
}

/** An importer of a table of text, in any of the given layouts. */
export function eventTableImporter(
  card: Omit<EventImporterCard, "eventTable" | "datasets" | "whole" | "scope">,
  ...layouts: readonly [EventLayout, ...EventLayout[]]
): EventImporter {
  return {
    ...card,
    ...noDataset,
    eventTable: "events",
    readEvents: async function* (file, codes) {
      const {layout, batches} = await openTable(file, layouts, codes.states);
      for await (const batch of batches)
        yield batch.map((one) => (one.kind === "reject" ? one : takeRecord(one, layout, codes)));
    },
  };
}

/** Events fill no dataset's table, and a file of events is never all of them. */
export const noDataset = {datasets: [], whole: false, scope: {}} as const;

function takeRecord(
  record: TableRecord,
  {eventOf}: EventLayout,
  codes: EventCodes,
): ImportedEvent | RejectedRow {
  const {line, raw} = record;
  try {
    return {kind: "event", line, values: eventOf(record, codes)};
  } catch (fault) {
    if (!(fault instanceof RecordFault)) throw fault;
    return {
      kind: "reject",
      line,
      column: fault.column,
      why: fault.message,
      raw: clipRaw(raw),
    };
  }
}

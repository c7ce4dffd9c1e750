import type {Day} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {standingRows} from "./standing-rows.ts";

/** How often an event was reported, by the mentions that were imported. */
export interface EventMentions {
  readonly publisher: string;
  readonly eventId: string;
  readonly mentions: number;
  /** Outlets by name; an outlet that copies another counts like any other. */
  readonly outlets: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Counts the mentions of some events as known on a day; an event without one is not in the list. */
export async function eventMentions(
  database: Database,
  {asOf, eventIds}: {readonly asOf: Day; readonly eventIds: readonly string[]},
): Promise<readonly EventMentions[]> {
  const rows = await standingRows(database, {table: "mentions", asOf});
  if (rows === null || eventIds.length === 0) return [];
  const found = await database.rows(
    `SELECT dataset, event_id, CAST(count(*) AS DOUBLE), CAST(count(DISTINCT source_name) AS DOUBLE),
        CAST(min("day") AS VARCHAR), CAST(max("day") AS VARCHAR)
      FROM ${rows} WHERE event_id IN (SELECT unnest($eventIds)) GROUP BY dataset, event_id ORDER BY dataset, event_id`,
    {eventIds},
  );
  return found.map(([publisher, eventId, mentions, outlets, firstDay, lastDay]) => ({
    publisher: String(publisher),
    eventId: String(eventId),
    mentions: Number(mentions),
    outlets: Number(outlets),
    firstDay: String(firstDay) as Day,
    lastDay: String(lastDay) as Day,
  }));
}

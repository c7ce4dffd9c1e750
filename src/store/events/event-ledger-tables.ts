/**
 * What the ledger keeps of the event store; the rows themselves are in Parquet files beside it.
 * - `event_file`: the files. One that is not named here is not there.
 * - `event_superseded`: versions of events that no longer stand from a day, because a later import brought another.
 * - `event_pair_month`, `event_world_month`: counts by month as they changed on each day of import, so that the sum up to a
 *   day is what was known on it; sums of the Goldstein scale are in thousandths, so that they are exact.
 * All but `event_file` can be worked out again from the files.
 */
export const makeEventTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS event_file (import_entry INTEGER NOT NULL, file VARCHAR NOT NULL, event_table VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL, month_number INTEGER NOT NULL, row_count INTEGER NOT NULL, byte_count BIGINT NOT NULL,
    sha256 VARCHAR NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL, first_id VARCHAR NOT NULL,
    last_id VARCHAR NOT NULL, recorded_on DATE NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS event_superseded (publisher VARCHAR NOT NULL, event_id VARCHAR NOT NULL,
    import_entry INTEGER NOT NULL, by_import INTEGER NOT NULL, recorded_on DATE NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS event_pair_month (publisher VARCHAR NOT NULL, month_number INTEGER NOT NULL,
    source VARCHAR NOT NULL, target VARCHAR NOT NULL, quad TINYINT, recorded_on DATE NOT NULL, events INTEGER NOT NULL,
    goldstein_milli BIGINT NOT NULL, articles BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS event_world_month (publisher VARCHAR NOT NULL, month_number INTEGER NOT NULL, quad TINYINT,
    recorded_on DATE NOT NULL, events INTEGER NOT NULL, between_states INTEGER NOT NULL,
    goldstein_milli BIGINT NOT NULL, articles BIGINT NOT NULL)`,
];

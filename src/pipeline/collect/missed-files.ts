import type {CollectJournal} from "../../store/index.ts";

/** GDELT 2.0 publishes a file of each kind for every quarter of an hour, named after it. */
const quarterMs = 15 * 60_000;
/** How far back from the newest file the missed ones are filled in: two days, at the host's pace some ten minutes' work. */
const horizonMs = 48 * 3_600_000;

const stamp = /\/(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?=\.[^/]+$)/;

export interface Missed {
  /** Addresses, the oldest first. */
  readonly urls: readonly string[];
  /** Whether files are missing that lie further back than they are filled in. */
  readonly isCut: boolean;
}

/**
 * The files between a file that the list names and the last one before it that is known. GDELT's master list names them
 * all, and is larger than a thousand of them: their names follow from the clock.
 */
export function missedFiles(
  newest: string,
  journal: Pick<CollectJournal, "source" | "address">,
  sourceId: string,
): Missed {
  const none = {urls: [], isCut: false};
  const found = stamp.exec(newest);
  if (found === null || (journal.source(sourceId)?.succeededAt ?? null) === null) return none;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const urls: string[] = [];
  for (let back = quarterMs; back <= horizonMs; back += quarterMs) {
    const url = newest.replace(stamp, `/${stampAt(at - back)}`);
    if (journal.address(url) !== null) return {urls: urls.reverse(), isCut: false};
    urls.push(url);
  }
  return {urls: urls.reverse(), isCut: true};
}

function stampAt(ms: number): string {
  return new Date(ms).toISOString().replace(/\D/g, "").slice(0, 14);
}

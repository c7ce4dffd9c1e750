import type {
  CodebookEntry,
  EventRow,
  FactBook,
  Mode,
  Move,
  Reference,
  Sector,
} from "../world/index.ts";
import {listWords} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";

/** The codebook entry whose CAMEO root is the longest beginning of the code: "057" before "05". */
export function codebookEntryOf(cameo: string, reference: Reference): CodebookEntry | null {
  let found: CodebookEntry | null = null;
  let length = 0;
  for (const entry of reference.codebook) {
    for (const root of entry.cameoRoots) {
      if (cameo.startsWith(root) && root.length > length) {
        found = entry;
        length = root.length;
      }
    }
  }
  return found;
}

/** CAMEO 03 is "express intent", 02 "appeal": said, not done (CAMEO codebook 1.1b3, ch. 2). */
function modeOf(cameo: string): Mode {
  if (cameo.startsWith("03")) return "announced";
  return cameo.startsWith("02") ? "proposed" : "done";
}

/** CAMEO codes name a sector in their words or not at all; then it is diplomacy. */
function sectorsOf(text: string, reference: Reference): Sector[] {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
  const found = reference.sectors
    .filter((sector) => sector.words.some((word) => words.has(word.toLowerCase())))
    .map((sector) => sector.id)
    .filter((id) => id !== "other");
  return found.length === 0 ? ["diplomacy"] : found;
}

/**
 * Rows of a machine-coded event file between a watched state and a power. Rows of the same pair, day and type are
 * reports of one happening as far as a machine can tell, and become one move.
 */
export function movesFromEventRows(book: FactBook, reference: Reference, circle: Circle): Move[] {
  const happenings = new Map<string, EventRow[]>();
  for (const row of book.eventRows) {
    const ours =
      (circle.watched.has(row.source) && circle.isPower(row.target)) ||
      (circle.watched.has(row.target) && circle.isPower(row.source));
    if (!ours) continue;
    const entry = codebookEntryOf(row.cameo, reference);
    const type = entry?.type ?? row.cameo.slice(0, 2);
    const pair = entry?.symmetric ? [row.source, row.target].sort() : [row.source, row.target];
    const key = JSON.stringify([row.date, pair, type, modeOf(row.cameo)]);
    happenings.set(key, [...(happenings.get(key) ?? []), row]);
  }
  return [...happenings.values()].map((rows) => moveOf(rows, reference, circle));
}

function moveOf(rows: readonly EventRow[], reference: Reference, circle: Circle): Move {
  const [first] = rows;
  if (first === undefined) throw new Error("a happening has no row");
  const entry = codebookEntryOf(first.cameo, reference);
  const texts = [...new Set(rows.map((row) => row.cameoText).filter((text) => text !== ""))];
  const said = texts.length === 0 ? `CAMEO ${first.cameo}` : `“${texts.join("”, “")}”`;
  const joint = entry?.symmetric === true ? "and" : "towards";
  const addresses = [...new Set(rows.map((row) => row.url))];
  const told = `${circle.name(first.source)} ${joint} ${circle.name(first.target)}: ${said}, coded by machine from`;
  const hosts = addresses.map((url) => /^https?:\/\/([^/]+)/i.exec(url)?.[1] ?? "an address");
  const summary = `${told} ${listWords([...new Set(hosts)])}`;
  const states = [first.source, first.target];
  return {
    id: moveId("event-rows", ...rows.map((row) => row.globalEventId)),
    type: entry?.type ?? null,
    mode: modeOf(first.cameo),
    sectors: sectorsOf(texts.join(" "), reference),
    sources: entry?.symmetric === true ? states : [first.source],
    targets: entry?.symmetric === true ? [] : [first.target],
    participants: circle.weigh({
      sources: [first.source],
      targets: [first.target],
      joint: entry?.symmetric === true,
      on: first.date,
    }),
    summary,
    when: first.date,
    precision: "day",
    recordedOn: rows.map((row) => row.recordedOn).sort()[0] ?? first.recordedOn,
    // Rows of one happening share reports: the largest count is a lower bound, a sum would count copies.
    articles: Math.max(...rows.map((row) => row.articles)),
    // GDELT counts outlets, which copy one another; none of the articles was opened here.
    independentOrigins: 0,
    grade: {
      reliability: "F",
      credibility: 6,
      reasons: ["coded by machine (GDELT 2.0), the article was not opened here"],
    },
    evidence: [
      {
        kind: "rows",
        dataset: "event-rows",
        where: [{column: "row", in: rows.map((row) => row.row)}],
        count: rows.length,
        quote: `${told} ${addresses.join(" ")}`,
        reaches: [
          {party: first.source, how: "column", by: `source: ${first.source}`},
          {party: first.target, how: "column", by: `target: ${first.target}`},
          ...circle.throughBlocs(states, first.date),
        ],
        vintage: first.date,
      },
    ],
    from: "event-row",
    specimen: false,
  };
}

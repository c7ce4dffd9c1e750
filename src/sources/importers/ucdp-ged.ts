import type {Day, StateCode} from "../../world/index.ts";
import {type EventImporterCard, type EventLayout, eventTableImporter} from "./event-importer.ts";
import {readDay} from "./read-cells.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

/** A side's state: none for a rebel group, and none where a side is several states, for then no single state did it. */
function sideOf(record: TableRecord, column: string, on: Day): StateCode | null {
  const codes = record
    .text(column)
    .split(/[;,]/)
    .map((code) => code.trim())
    .filter((code) => code !== "" && code !== "-99");
  const states = new Set(codes.map((code) => record.resolve(column, code, "gw", on)));
  const [only] = states;
  return states.size === 1 && only !== undefined ? only : null;
}

/** "2022-03-01 00:00:00.000", in some versions without the time. */
function dayOf(record: TableRecord, column: string): Day {
  const text = record.required(column);
  const found = readDay(text.slice(0, 10));
  if (found === null) throw new RecordFault(column, `"${text.slice(0, 80)}" is no day`);
  return found;
}

/** An event that lasted several days stands on its first; `fatalities` is UCDP's best estimate. */
const layout: EventLayout = {
  columns: [
    ...["id", "type_of_violence", "side_a", "side_b", "number_of_sources", "where_coordinates"],
    ...["latitude", "longitude", "country", "country_id", "date_start", "best", "gwnoa", "gwnob"],
  ],
  eventOf: (record) => {
    const day = dayOf(record, "date_start");
    // The country is checked, so that a file whose columns have moved is not taken in.
    record.state("country_id", "gw", day);
    const place = ["where_coordinates", "country"].map((name) => record.text(name));
    const sources = record.wholeOrNull("number_of_sources");
    return {
      eventId: record.required("id"),
      day,
      source: sideOf(record, "gwnoa", day),
      target: sideOf(record, "gwnob", day),
      sourceActor: record.textOrNull("side_a"),
      targetActor: record.textOrNull("side_b"),
      scheme: "ucdp",
      code: record.choice(
        "type_of_violence",
        new Map([
          ["1", "state-based"],
          ["2", "non-state"],
          ["3", "one-sided"],
        ]),
      ),
      type: null,
      quad: 4,
      goldstein: null,
      mentions: null,
      articles: null,
      // UCDP writes -1 where it did not count.
      sourcesCount: sources === null || sources < 0 ? null : sources,
      tone: null,
      fatalities: record.whole("best"),
      place: place.filter((name) => name !== "").join(", ") || null,
      lat: record.numberOrNull("latitude"),
      lon: record.numberOrNull("longitude"),
      url: null,
      dateAdded: null,
    };
  },
};

const card: Pick<EventImporterCard, "version" | "citation" | "licence" | "commercialUse"> = {
  version: 1,
  citation:
    "Sundberg, Ralph, and Erik Melander. 2013. Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532; Hegre, Håvard, et al. 2020. Introducing the UCDP Candidate Events Dataset. Research & Politics 7(3).",
  licence: "CC BY 4.0",
  commercialUse: true,
};

/** The yearly release: final, and numbered for good. */
export const ucdpGed = eventTableImporter(
  {
    ...card,
    id: "ucdp-ged",
    title: "UCDP Georeferenced Event Dataset",
    reads: "GEDEvent_v*.csv (ucdp.uu.se/downloads)",
    publisher: "ucdp-ged",
  },
  layout,
);

/** The monthly release: candidates, which the yearly one takes over, changes or drops. The two are not to be added up. */
export const ucdpCandidate = eventTableImporter(
  {
    ...card,
    id: "ucdp-candidate",
    title: "UCDP Candidate Events Dataset",
    reads: "GEDEvent_v*_0_*.csv (ucdp.uu.se/downloads)",
    publisher: "ucdp-candidate",
  },
  layout,
);

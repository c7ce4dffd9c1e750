import {type Day, day} from "../../world/index.ts";
import {eventTableImporter, type QuadClass} from "./event-importer.ts";
import {readDay} from "./read-cells.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

/** ACLED's types of violence are material conflict; protests and strategic developments are of no one quad class (0). */
const quads: ReadonlyMap<string, QuadClass | 0> = new Map([
  ["Battles", 4],
  ["Explosions/Remote violence", 4],
  ["Violence against civilians", 4],
  ["Riots", 4],
  ["Protests", 0],
  ["Strategic developments", 0],
]);

/** How ACLED names the forces of a state, with the years of a government: "Military Forces of Mali (2021-) Gendarmerie". */
const stateForces = /^(?:(?:Military|Police) Forces|Government) of (.+?) \(\d{4}-(?:\d{4})?\)/;

/** Events of the Armed Conflict Location & Event Data project, as its export tool and its interface write them. */
export const acled = eventTableImporter(
  {
    id: "acled",
    version: 1,
    title: "ACLED events",
    reads: "a CSV file of ACLED's export tool (acleddata.com; needs an account)",
    citation:
      "Raleigh, Clionadh, Roudabeh Kishi, and Andrew Linke. 2023. Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74.",
    licence: "ACLED terms of use: attribution; commercial use by agreement only",
    commercialUse: false,
    publisher: "acled",
  },
  {
    columns: [
      ...["event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2"],
      ...["iso", "country", "location", "latitude", "longitude", "source", "fatalities"],
    ],
    eventOf: (record) => {
      const on = eventDay(record);
      // The country is checked, so that a file whose columns have moved is not taken in.
      record.state("iso", "iso-numeric", on);
      const type = record.required("event_type");
      const actor = (column: string) => {
        const forces = stateForces.exec(record.text(column))?.[1];
        return forces === undefined ? null : record.resolve(column, forces, "name", on);
      };
      const place = ["location", "admin1", "country"].map((name) => record.text(name));
      return {
        eventId: record.required("event_id_cnty"),
        day: on,
        source: actor("actor1"),
        target: actor("actor2"),
        sourceActor: record.textOrNull("actor1"),
        targetActor: record.textOrNull("actor2"),
        scheme: "acled",
        code: `${type}/${record.required("sub_event_type")}`,
        type: null,
        quad: record.choice("event_type", quads) || null,
        goldstein: null,
        mentions: null,
        articles: null,
        sourcesCount: record
          .text("source")
          .split(";")
          .filter((one) => one.trim() !== "").length,
        tone: null,
        fatalities: record.wholeOrNull("fatalities"),
        place: place.filter((name) => name !== "").join(", ") || null,
        lat: record.numberOrNull("latitude"),
        lon: record.numberOrNull("longitude"),
        url: null,
        dateAdded: dayOfStamp(record),
      };
    },
  },
);

const months =
  "January February March April May June July August September October November December";
const monthNumbers = new Map(
  months.split(" ").map((name, at) => [name, String(at + 1).padStart(2, "0")]),
);

/** "2024-05-17", or "17 May 2024" as the export tool writes it. */
function eventDay(record: TableRecord): Day {
  const text = record.required("event_date");
  const [, date = "", name = "", year] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const month = monthNumbers.get(name);
  const found = readDay(month === undefined ? text : `${year}-${month}-${date.padStart(2, "0")}`);
  if (found === null) throw new RecordFault("event_date", `"${text.slice(0, 80)}" is no day`);
  return found;
}

/** `timestamp` is in seconds since 1970: when ACLED last changed the row. */
function dayOfStamp(record: TableRecord): Day | null {
  const seconds = record.wholeOrNull("timestamp");
  if (seconds === null || seconds < 0) return null;
  return day(new Date(seconds * 1000).toISOString().slice(0, 10));
}

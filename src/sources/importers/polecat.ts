import {type Day, type EventType, eventTypes} from "../../world/index.ts";
import {type EventLayout, eventTableImporter, type QuadClass} from "./event-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const quads = new Map<string, QuadClass>([
  ["V-COOP", 1],
  ["M-COOP", 2],
  ["V-CONF", 3],
  ["M-CONF", 4],
]);

/** POLECAT writes "None" for what it does not know. */
const textOrNull = (record: TableRecord, column: string) => {
  const text = record.textOrNull(column);
  return text === "None" ? null : text;
};

/**
 * The state of an actor: none where the actors of an event are of several states, for then no single state did it. Several
 * are parted by ";", and those of one actor by "|".
 */
function stateOf(record: TableRecord, column: string, day: Day) {
  const names = (textOrNull(record, column) ?? "")
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "None");
  const states = new Set(names.map((name) => record.resolve(column, name, "name", day)));
  const [only] = states;
  return states.size === 1 && only !== undefined ? only : null;
}

const layout = (intensity: string): EventLayout => ({
  columns: [
    ...["Event ID", "Event Date", "Event Type", "Event Mode", intensity, "Quad Code"],
    ...["Actor Name", "Actor Country", "Recipient Name", "Recipient Country"],
    ...["Placename", "Latitude", "Longitude", "Publication Date"],
  ],
  delimiter: "\t",
  quoted: false,
  legacy: "windows-1252",
  eventOf: (record) => {
    const day = record.day("Event Date");
    const type = record.choice(
      "Event Type",
      new Map(eventTypes.map((one): [string, EventType] => [one, one])),
    );
    const mode = textOrNull(record, "Event Mode");
    const quad = quads.get(record.text("Quad Code").toUpperCase());
    if (quad === undefined)
      throw new RecordFault(
        "Quad Code",
        `"${record.text("Quad Code").slice(0, 80)}" is no quad code`,
      );
    const number = (column: string) =>
      textOrNull(record, column) === null ? null : record.number(column);
    return {
      eventId: record.required("Event ID"),
      day,
      source: stateOf(record, "Actor Country", day),
      target: stateOf(record, "Recipient Country", day),
      sourceActor: textOrNull(record, "Actor Name"),
      targetActor: textOrNull(record, "Recipient Name"),
      scheme: "plover",
      code: mode === null ? type : `${type}/${mode}`,
      type,
      quad,
      goldstein: number(intensity),
      mentions: null,
      articles: null,
      sourcesCount: null,
      tone: null,
      fatalities: null,
      place: textOrNull(record, "Placename"),
      lat: number("Latitude"),
      lon: number("Longitude"),
      url: null,
      dateAdded:
        textOrNull(record, "Publication Date") === null ? null : record.day("Publication Date"),
    };
  },
});

/** POLECAT's weekly and yearly files; the column of intensity has had two names. */
export const polecat = eventTableImporter(
  {
    id: "polecat",
    version: 1,
    title: "POLECAT coded events",
    reads: "ngecEvents.*.txt (Harvard Dataverse, DVN/AJGVIT)",
    citation:
      "Halterman, Andrew, et al. 2023. POLECAT Weekly Data. Harvard Dataverse, doi:10.7910/DVN/AJGVIT.",
    licence: "terms stated with the download on Harvard Dataverse; commercial use not spoken of",
    commercialUse: false,
    publisher: "polecat",
  },
  layout("Intensity"),
  layout("Event Intensity"),
);

import {cameoQuad} from "./cameo-quad.ts";
import {type EventCodes, eventTableImporter} from "./event-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

/**
 * ICEWS's yearly and daily files. Tabs part the cells, and a quote is a sign like any other (read_events_tsv.R of
 * github.com/andybega/icews). An "Event ID" comes twice for two days, so number and day together name an event (vignette
 * "ICEWS event data" there); rows with the same are one event.
 */
export const icewsEvents = eventTableImporter(
  {
    id: "icews-events",
    version: 1,
    title: "ICEWS coded events",
    reads: "events.YYYY.*.tab, or the daily files (Harvard Dataverse, DVN/28075 and DVN/QI2T9A)",
    citation:
      "Boschee, Elizabeth, et al. 2015. ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075.",
    licence: "ICEWS Dataverse terms (research use with citation); commercial use not spoken of",
    commercialUse: false,
    publisher: "icews",
  },
  {
    columns: [
      ...["Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code", "Intensity"],
      ...["Target Name", "Target Country", "City", "Province", "Country", "Latitude", "Longitude"],
    ],
    delimiter: "\t",
    quoted: false,
    legacy: "windows-1252",
    eventOf: (record, codes) => {
      const day = record.day("Event Date");
      const code = cameoCode(record, codes);
      const stateOf = (column: string) =>
        record.text(column) === "" ? null : record.state(column, "name", day);
      const place = ["City", "Province", "Country"].map((name) => record.text(name));
      return {
        eventId: `${record.required("Event ID")}/${day}`,
        day,
        source: stateOf("Source Country"),
        target: stateOf("Target Country"),
        sourceActor: record.textOrNull("Source Name"),
        targetActor: record.textOrNull("Target Name"),
        scheme: "cameo",
        code,
        type: codes.types.get(code) ?? null,
        quad: cameoQuad(code),
        goldstein: record.numberOrNull("Intensity"),
        mentions: null,
        articles: null,
        sourcesCount: null,
        tone: null,
        fatalities: null,
        place: place.filter((name) => name !== "").join(", ") || null,
        lat: record.numberOrNull("Latitude"),
        lon: record.numberOrNull("Longitude"),
        url: null,
        dateAdded: null,
      };
    },
  },
);

/** A code that went through a spreadsheet has lost its leading nought; it is put back where only then the code is one. */
function cameoCode(record: TableRecord, {types}: EventCodes): string {
  const column = "CAMEO Code";
  const written = record.required(column);
  const code = [written, `0${written}`].find((one) => types.has(one));
  if (code === undefined) throw new RecordFault(column, `no CAMEO code "${written.slice(0, 80)}"`);
  return code;
}

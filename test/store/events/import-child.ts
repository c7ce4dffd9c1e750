import {openDatabase} from "../../../src/store/database.ts";
import {eventOf, eventsFile, jsonLines, takeIn} from "./event-ledger.ts";

/** Imports made-up events into the ledger that is named, says so, and is killed somewhere on the way by its test. */
const [path = "", count = "0"] = process.argv.slice(2);

const database = await openDatabase(path, false);
process.stdout.write("begun\n");
const events = Array.from({length: Number(count)}, (_, at) =>
  eventOf({eventId: String(at), source: "IDN", target: at % 3 === 0 ? "RUS" : "CHN"}),
);
await takeIn(database, jsonLines, "2024-06-02", eventsFile(events));
process.stdout.write("acknowledged\n");
await database.close();

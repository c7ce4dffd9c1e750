import type {AnyEventImporter, EventImporterCard} from "./event-importer.ts";

/** Every importer of events by its id, each loaded when it is asked for. */
const loaders: Readonly<Record<string, () => Promise<AnyEventImporter>>> = {
  "gdelt-events": async () => (await import("./gdelt-events.ts")).gdeltEvents,
  "gdelt-mentions": async () => (await import("./gdelt-mentions.ts")).gdeltMentions,
  "icews-events": async () => (await import("./icews-events.ts")).icewsEvents,
  polecat: async () => (await import("./polecat.ts")).polecat,
  acled: async () => (await import("./acled.ts")).acled,
  "ucdp-ged": async () => (await import("./ucdp-ged.ts")).ucdpGed,
  "ucdp-candidate": async () => (await import("./ucdp-ged.ts")).ucdpCandidate,
};

export const eventImporterIds: readonly string[] = Object.keys(loaders);

/** `null` where there is no importer of events of that id. */
export async function loadEventImporter(id: string): Promise<AnyEventImporter | null> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  return load === undefined ? null : await load();
}

/** What each of them says of itself. */
export async function eventImporterCards(): Promise<readonly EventImporterCard[]> {
  const importers = await Promise.all(Object.values(loaders).map((load) => load()));
  return importers.map((importer) => {
    if ("layouts" in importer) {
      const {layouts: _layouts, ...card} = importer;
      return card;
    }
    const {readEvents: _readEvents, ...card} = importer;
    return card;
  });
}

import type {Capture, Day} from "../world/index.ts";
import type {FetchOnce} from "./ask-once.ts";
import {captureOf} from "./capture-of.ts";
import type {FoundAddress} from "./check-address.ts";
import {fetchPage} from "./fetch-page.ts";
import {fileFault} from "./file-fault.ts";

/** Everything that taking in a text may touch. */
export interface CaptureEffects {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** All addresses of a host name. */
  readonly lookup: (host: string) => Promise<readonly FoundAddress[]>;
  /** One request to one checked address; the real network when left out. */
  readonly fetch?: FetchOnce;
  readonly today: () => Day;
}

/**
 * Takes in one text: a file, a page of the web, or stdin.
 *
 * @param origin a path, an http(s) address, or "-".
 * @throws InputError when it cannot be read, is refused, empty, too large or no text.
 */
export async function capture(origin: string, effects: CaptureEffects): Promise<Capture> {
  const day = effects.today();
  if (origin === "-") return captureOf(await effects.readStdin(), origin, day, false);
  // Two letters at least before the colon: "C:\note.txt" is a path.
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(origin)) {
    const page = await fetchPage(origin, effects.lookup, effects.fetch);
    return captureOf(page.bytes, page.url, day, false, page.mediaType);
  }
  return captureOf(await readFile(origin, effects), origin, day, false);
}

async function readFile(path: string, effects: CaptureEffects): Promise<Uint8Array> {
  try {
    return await effects.readFile(path);
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

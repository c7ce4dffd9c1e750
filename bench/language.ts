import {readFileSync} from "node:fs";
import {join} from "node:path";
import {eld} from "eld/extrasmall";
import {readCapture} from "../src/reading/index.ts";
import {captureOf} from "../src/sources/index.ts";
import {day} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {readHeldOut} from "./corpus-sentences.ts";
import {byWordList} from "./word-list.ts";

/** A text in a language that is known. */
interface Labelled {
  readonly language: string;
  readonly text: string;
}

const sentencesInPassage = 5;
const readOn = day("2026-01-01");

/**
 * How often the language is told, of single sentences and of passages of five; no answer counts as a wrong one. Indonesian and
 * Malay sentences are the held-out ones, of other topics than those that the model was trained on; so are those of events, held
 * out from the coder too.
 *
 * @param data a folder with `held-out-id.txt`, `held-out-ms.txt` (a sentence a line) and `others.tsv` (language, sentence).
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const lines = (name: string) =>
    readFileSync(join(data, name), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  const malayic = ["id", "ms"].flatMap((language) =>
    lines(`held-out-${language}.txt`).map((text) => ({language, text})),
  );
  const others = lines("others.tsv").map((line): Labelled => {
    const [language = "", text = ""] = line.split("\t");
    return {language, text};
  });
  const passages = passagesOf(malayic);
  const ofEvents = (["id", "ms"] as const).flatMap((language) =>
    readHeldOut(language).map(({text}) => ({language, text})),
  );
  const began = performance.now();
  const ours = share(malayic, ourLanguage);
  const perSentence = (performance.now() - began) / malayic.length;
  return {
    bench: "language",
    figures: {
      malayOrIndonesian: ours,
      malayOrIndonesianPassages: share(passages, ourLanguage),
      malayOrIndonesianEvents: share(ofEvents, ourLanguage),
      otherLanguages: share(others, ourLanguage),
      msPerSentence: perSentence,
    },
    floors: {
      "malayOrIndonesian word-list": share(malayic, byWordList),
      "malayOrIndonesianPassages word-list": share(passages, byWordList),
      "malayOrIndonesianEvents word-list": share(ofEvents, byWordList),
      "malayOrIndonesian always-Malay": share(malayic, () => "ms"),
    },
    peers: {
      "malayOrIndonesian eld": share(malayic, eldLanguage),
      "malayOrIndonesianPassages eld": share(passages, eldLanguage),
      "malayOrIndonesianEvents eld": share(ofEvents, eldLanguage),
      "otherLanguages eld": share(others, eldLanguage),
    },
    n: malayic.length + ofEvents.length + others.length,
  };
}

/** Five sentences of one language that follow one another. */
function passagesOf(sentences: readonly Labelled[]): Labelled[] {
  return sentences.flatMap(({language}, i) => {
    const part = sentences.slice(i, i + sentencesInPassage);
    if (i % sentencesInPassage !== 0 || part.some((one) => one.language !== language)) return [];
    return [{language, text: part.map(({text}) => text).join(" ")}];
  });
}

function ourLanguage(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return readCapture(captureOf(bytes, "note.txt", readOn, false)).language;
}

function eldLanguage(text: string): string | null {
  const found = eld.detect(text);
  return found.isReliable() ? found.language : null;
}

function share(rows: readonly Labelled[], tell: (text: string) => string | null): number {
  return rows.filter(({language, text}) => tell(text) === language).length / rows.length;
}

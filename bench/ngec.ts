import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {readReference} from "../src/cli/house.ts";
import {codeSentence} from "../src/coding/index.ts";
import {splitSentences} from "../src/reading/index.ts";
import {type EventType, eventTypes, type Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {keywordType} from "./keyword-coder.ts";
import {macroF1} from "./macro-f1.ts";

/** A text and the type that its set says it tells. */
interface LabelledText {
  readonly text: string;
  readonly type: EventType;
}

/** Every so many stories are read: there are twelve of each headline, and five styles take turns. */
const everyStory = 7;

/** Names that take the places of those left open in the headlines, row by row in turn. */
const states = ["Norway", "Vietnam", "Chile", "Kenya", "Poland", "Egypt", "Canada", "Pakistan"];
const cities = ["Nairobi", "Hanoi", "Warsaw", "Cairo"];

const type = z.enum(eventTypes);
const headlineSchema = z.strictObject({event: type, mode: z.string(), title: z.string().min(1)});
const storySchema = z.strictObject({
  disclaimer: z.string(),
  text: z.string(),
  title: z.string(),
  source: z.string(),
  prompt: z.string(),
  label: type,
  mode: z.string(),
});

const rowsOf = <Row>(bytes: Buffer, schema: z.ZodType<Row>): Row[] =>
  z
    .array(schema)
    .min(1)
    .parse(parse(bytes, {columns: true}));

/** Puts names into the places that a headline leaves open. */
export function filled(title: string, row: number): string {
  return title
    .replace(/\{country_(\d)\}/g, (_, i) => states[(row + 3 * Number(i)) % states.length] ?? "")
    .replaceAll("{city}", cities[row % cities.length] ?? "");
}

/**
 * The training data of NGEC (github.com/openeventdata, MIT), as one outside check: nothing of ours was trained on it.
 * A headline was written by a person for the type that it is labelled with. A story was made by a language model from one
 * such headline, and bears the headline's label whatever it came to tell; so the two are one check, and the stories'
 * labels are in part wrong. A text's type is that of which its events are surest together; one without events has none.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  const headlines = rowsOf(readFileSync(join(data, "ngec-headlines.csv")), headlineSchema).map(
    ({event, title}, row): LabelledText => ({type: event, text: filled(title, row)}),
  );
  const stories = rowsOf(gunzipSync(readFileSync(join(data, "ngec-stories.csv.gz"))), storySchema)
    .filter((_, i) => i % everyStory === 0)
    .map(({label, text}): LabelledText => ({type: label, text}));
  const ofHeadlines = measured("headline", headlines, reference);
  const ofStories = measured("story", stories, reference);
  return {
    bench: "ngec",
    figures: {...ofHeadlines.figures, ...ofStories.figures},
    floors: {...ofHeadlines.floors, ...ofStories.floors},
    peers: {},
    n: headlines.length + stories.length,
    note: "Labels are of the document. Headlines were written by people for their label; stories were made by a language model from those headlines and keep their label, whatever they tell. Open places of headlines are filled with names of states.",
  };
}

function measured(name: string, texts: readonly LabelledText[], reference: Reference) {
  const scored = (tell: (text: string) => EventType | null) => {
    const pairs = texts.map(({text, type: truth}) => ({truth, said: tell(text)}));
    const told = pairs.filter(({said}) => said !== null);
    const right = told.filter(({truth, said}) => said === truth).length;
    return {f1: macroF1(pairs), codedShare: told.length / pairs.length, right: right / told.length};
  };
  const ours = scored((text) => surestType(text, reference));
  const keyword = scored((text) => keywordType(text, reference));
  const majority = scored(() => commonest(texts));
  return {
    figures: {
      [`${name}TypeMacroF1`]: ours.f1,
      [`${name}CodedShare`]: ours.codedShare,
      [`${name}RightWhenCoded`]: ours.right,
    },
    floors: {
      [`${name}TypeMacroF1 keyword`]: keyword.f1,
      [`${name}TypeMacroF1 majority`]: majority.f1,
      [`${name}CodedShare keyword`]: keyword.codedShare,
      [`${name}RightWhenCoded keyword`]: keyword.right,
      [`${name}RightWhenCoded majority`]: majority.right,
    },
  };
}

/** The type of which a text's events are surest together. */
function surestType(text: string, reference: Reference): EventType | null {
  const sums = new Map<EventType, number>();
  for (const {start, end} of splitSentences(text, 0, text.length))
    for (const {type: told, confidence} of codeSentence(text.slice(start, end), reference))
      sums.set(told, (sums.get(told) ?? 0) + confidence);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function commonest(texts: readonly LabelledText[]): EventType {
  const counts = new Map<EventType, number>();
  for (const {type: one} of texts) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "ACCUSE";
}

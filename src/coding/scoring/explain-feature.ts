/** Stand-ins of the model for what it does not read. */
const standIns: Readonly<Record<string, string>> = {
  S: "the source",
  T: "the target",
  "@": "a name",
  "#": "a number",
  "^": "the beginning",
  $: "the end",
  "-": "nothing",
};

/** Words in a row as one quotation, stand-ins outside of it. */
function quoted(words: string): string {
  const parts = words.split(" ").filter((word) => word !== "");
  if (parts.every((word) => standIns[word] === undefined)) return `“${parts.join(" ")}”`;
  return parts.map((word) => standIns[word] ?? `“${word}”`).join(" ");
}

/** Kinds of features by the beginning of their names, and how to say where the words stood. */
const kinds: readonly (readonly [beginning: RegExp, where: string])[] = [
  [/^g:before:/, "before the sides"],
  [/^g:between-\w+:/, "between the sides"],
  [/^g:after-(?:st|t):/, "after the target"],
  [/^g:after-(?:ts|s):/, "after the source"],
  [/^(?:w|n|g:after-none):/, ""],
  [/^s:/, "in the source"],
  [/^t:/, "in the target"],
  [/^v:main:/, "as the first verb"],
  [/^v:source:active:|^v:source:(?!passive)/, "as the source's verb"],
  [/^v:source:passive:/, "as the source's verb, passive"],
  [/^v:(?:target|noun):/, "before the target"],
  [/^v:between-\w+:/, "as a verb between the sides"],
  [/^p:source-before:/, "right before the source"],
  [/^p:source-after:/, "right after the source"],
  [/^p:target-before:/, "right before the target"],
  [/^p:target-after:/, "right after the target"],
  [/^e:before:/, "right before the event"],
  [/^e:after2?:/, "right after the event"],
  [/^e:led:/, "leading up to the event"],
  [/^e:under:/, "as the verb above the event"],
  [/^e:(?!x:)/, "in the event"],
  [/^r:cue:[A-Z]+ /, "as a cue"],
];

const meanings: Readonly<Record<string, string>> = {
  d: "what its words mean together",
  de: "what the words of the event mean",
  da: "what the words after the event mean",
};

/** A feature of the model of types in plain words: “sign” after the source. */
export function explainFeature(feature: string): string {
  const beginning = /^(?:e:)?x:(.*)$/.exec(feature)?.[1];
  if (beginning !== undefined) return `words in “${beginning}…”`;
  const meaning = meanings[feature.slice(0, feature.indexOf(":"))];
  if (meaning !== undefined) return meaning;
  for (const [start, where] of kinds) {
    const found = start.exec(feature)?.[0];
    if (found !== undefined) return `${quoted(feature.slice(found.length))} ${where}`.trim();
  }
  if (feature.startsWith("o:")) return "the order of the sides";
  if (feature.startsWith("r:idle:")) return "words that mostly tell of no dealing";
  return `the rules' reading: ${feature.replace(/^r:/, "").replaceAll(":", " ")}`;
}

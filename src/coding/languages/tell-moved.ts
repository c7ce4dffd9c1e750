import type {Moved} from "../scoring/linear-model.ts";

const kinds: Readonly<Record<string, (words: string) => string>> = {
  w: (words) => `“${words}”`,
  p: (words) => `words in “${words}…”`,
  n: (words) => `“${words.replace("^ ", "").replaceAll("@", "(a name)")}”`,
  v: (words) =>
    words.startsWith("c:")
      ? `a cue of ${words.slice(2)} behind the actor`
      : `“${words}” behind the actor`,
  "v+": (words) => `“${words}” near the actor`,
  c: (words) => (words === "nothing" ? "no cue" : `a cue of ${words}`),
  c2: (words) => `a cue of ${words} of several words`,
  f: (words) => `its first cue is of ${words}`,
  l: (words) => `its longest cue is of ${words}`,
  m: (words) => `words of what is ${words}`,
  s: (words) => `its shape: ${words.replace(":", " ")}`,
};

/** What moved the type, for a reader: "“menuduh” (+1.20)". */
export function tellMoved({feature, by}: Moved): string {
  const at = feature.indexOf(":");
  const tell = kinds[feature.slice(0, at)];
  const words = feature.slice(at + 1);
  return `${tell === undefined ? feature : tell(words)} (+${by.toFixed(2)})`;
}

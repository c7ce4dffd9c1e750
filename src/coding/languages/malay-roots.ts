/** Before a vowel these prefixes have swallowed the first sound of the root: "menolak" is of "tolak". */
const swallowed: Readonly<Record<string, string>> = {
  mem: "p",
  pem: "p",
  men: "t",
  pen: "t",
  meng: "k",
  peng: "k",
  meny: "s",
  peny: "s",
};
const prefixes =
  "memper diper menge penge meng meny peng peny mem men pem pen ber bel per ter me pe be di ke se".split(
    " ",
  );
const suffixes = "lah kah nya pun kan an i".split(" ");
/** Deepest nesting of affixes: "mem-per-ingat-kan-nya". */
const deepest = 4;
const shortest = 3;
/** Longer words are no words. */
const longest = 30;

const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/**
 * What an Indonesian or Malay word may be made of, itself first: "penolakan" gives "penolak", "tolakan", "tolak" and some that
 * are no words. Which of them is meant, a lexicon of roots tells.
 */
export function malayRoots(word: string): readonly string[] {
  const built = known.get(word);
  if (built !== undefined) return built;
  const found = new Set([word]);
  let layer = word.length > longest ? [] : [word];
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    layer = layer.flatMap(strip).filter((one) => one.length >= shortest && !found.has(one));
    for (const one of layer) found.add(one);
  }
  if (known.size >= mostKnown) known.clear();
  const roots = [...found];
  known.set(word, roots);
  return roots;
}

function strip(word: string): string[] {
  const found: string[] = [];
  for (const suffix of suffixes)
    if (word.endsWith(suffix)) found.push(word.slice(0, -suffix.length));
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    found.push(rest);
    const sound = swallowed[prefix];
    if (sound !== undefined && /^[aeiou]/.test(rest)) found.push(sound + rest);
  }
  return found;
}

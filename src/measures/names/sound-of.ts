/** Letters that romanisations of one sound choose differently; applied in order. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|sz/g, "x"],
  [/tch|ch|cz/g, "c"],
  [/zh|dzh|dj/g, "j"],
  [/ph/g, "f"],
  [/kh|ck|q|gh/g, "k"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/bh/g, "b"],
  [/ts|tz/g, "z"],
  [/w/g, "v"],
  [/ou|oo|u/g, "o"],
  [/ee|ei|ey|ie|iy|yi|ay|ai|y/g, "i"],
  [/ks/g, "x"],
  [/c(?=[aorltk]|$)/g, "k"],
  [/(.)\1+/g, "$1"],
  [/(?<=.)h/g, ""],
];

/** A word of a name, in Latin letters without marks, as it sounds, roughly: what most ways of writing it in Latin letters have in common. */
export function soundOf(word: string): string {
  return folds.reduce((text, [from, to]) => text.replace(from, to), word);
}

/** The consonants alone: scripts that write no vowels give no more. */
export function skeletonOf(sound: string): string {
  return sound.replace(/(?<=.)[aeoi]/g, "");
}

/** Verbs of many meanings: alone they decide only where nothing else does. */
export const weakVerbs: ReadonlySet<string> = new Set(
  `acknowledge address admit advise agree allow assist back bar beat brand buy call capture cite consult
  deploy discuss ease enforce equip explode export fight finance fund help hit honor honour ignore import instruct
  invest join lift occupy offer open order parade patrol permit poison position prevent promise question
  raise recommend recruit repress require resist respect restrict resume return reverse sell ship station strike
  suggest supply support suspect target tell test tour trade want`.split(/\s+/),
);

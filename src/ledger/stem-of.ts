/**
 * Words that reporters use for one another; the first of a line stands for all. Ours, from what such reports say every
 * day; words for an act ("talks", "pact") are the codebook's.
 */
const oneSubject = `
  nuclear atomic reactor
  fighter jet aircraft plane warplane airplane
  tariff duty duties levy levies
  troop soldier
  missile rocket
  warship frigate vessel ship boat destroyer
  lng liquefied
  ceasefire truce armistice
  chip semiconductor microchip
  drone unmanned uav
  electricity power
  oil crude petroleum
  coal lignite
  rail railway train
  fertiliser fertilizer potash urea
  wheat grain
  rice paddy
  loan credit
  student scholar scholarship university
  tourist tourism
  flight airline aviation
  submarine sub
  border frontier
  drill exercise manoeuvre maneuver
  port harbour harbor
  prisoner detainee captive
  envoy ambassador
  tank armour armor
  shell ammunition munition
  satellite space
  halal islamic
  fish fishery fisheries fisherman fishermen
  chicken poultry
  beef cattle
  cyber hacker
  earthquake quake flood disaster
  refugee migrant
  cable fibre fiber
  hospital clinic medicine
  security safety
  euro eurasian
  investment investor
`;

const withoutEnding = (word: string) =>
  word.replace(/(?<=\p{L}{3})(ing|ed|es|s)$/u, "").slice(0, 6);

const heads = new Map<string, string>();
for (const line of oneSubject.trim().split("\n")) {
  const [head = "", ...others] = line.trim().split(/\s+/);
  for (const word of [head, ...others])
    for (const form of [word, `${word}s`]) heads.set(withoutEnding(form), withoutEnding(head));
}

/**
 * A word as it is compared, in lower case: an ending goes off and six letters stay, so that "signed" meets "sign" and
 * "agreements" meets "agreement"; words for one subject meet too, so that "jets" meets "fighters".
 */
export function stemOf(word: string): string {
  const stem = withoutEnding(word);
  return heads.get(stem) ?? stem;
}

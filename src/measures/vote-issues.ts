/** What a recorded vote is about, where its title tells. */
export interface VoteIssue {
  readonly id: string;
  /** Ends "votes …". */
  readonly words: string;
  readonly inTitle: RegExp;
}

/**
 * The six issues of Voeten's roll-call data (Voeten 2013, "Data and Analyses of Voting in the UN General Assembly"), here by
 * words of the title in our choice. A vote may be on several; on one in six since 2000 no word tells, and it is on none.
 */
export const voteIssues: readonly VoteIssue[] = [
  {
    id: "middle-east",
    words: "on the Middle East",
    inTitle:
      /\b(palestin\w*|israel\w*|jerusalem|golan|(middle|near) east|leban\w*|gaza|june 1967)\b/i,
  },
  {
    id: "nuclear",
    words: "on nuclear arms and material",
    inTitle: /\b(nuclear|non-?proliferation|fissile|test-ban|atomic)\b/i,
  },
  {
    id: "disarmament",
    words: "on arms control and disarmament",
    inTitle:
      /\b(disarmament|arms|armaments?|weapons?|mines?|missiles?|munitions?|outer space|confidence-building)\b/i,
  },
  {
    id: "human-rights",
    words: "on human rights",
    inTitle:
      /\b(human rights|racis\w*|racial|discrimination|self-determination|death penalty|torture|mercenar\w*|refugees?|xenophobia|nazism|rights of|right to|executions?|religio\w*)\b/i,
  },
  {
    id: "colonialism",
    words: "on colonialism",
    inTitle:
      /\b((de)?coloni\w*|non-self- ?governing|trust territor\w*|western sahara|new caledonia|gibraltar|falkland\w*|guam|tokelau|french polynesia|montserrat|chagos)\b/i,
  },
  {
    id: "economy",
    words: "on economic development",
    inTitle:
      /\b(econom\w*|trade|development|debt|globali[sz]ation|financ\w*|embargo|poverty|commodit\w*|industrial\w*|agricultur\w*)\b/i,
  },
];

/** What is cited of OFAC, whichever of its files is read. */
export const ofacTerms = {
  citation:
    "US Department of the Treasury, Office of Foreign Assets Control, Specially Designated Nationals and Blocked Persons List.",
  licence: "Public domain (US government work)",
  commercialUse: true,
} as const;

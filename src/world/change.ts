/** An entry of the ledger, or what else made an answer another one. */
export interface Cause {
  readonly kind: "article" | "judgement" | "retraction" | "import" | "dataset" | "version";
  /** Id of the entry; the dataset's id; "0.1.0 → 0.2.0" for a version of Demarche. */
  readonly id: string;
}

/** Something that one answer says otherwise than another: from what to what, and because of which entries. */
export interface Change {
  readonly kind:
    | "move"
    | "row"
    | "series"
    | "posture"
    | "stake"
    | "option"
    | "verdict"
    | "pledge"
    | "rate";
  /** What it is about, by id or in a few words. */
  readonly what: string;
  /** null where it was not there, or is not there any more. */
  readonly before: string | null;
  readonly after: string | null;
  /** Empty where no entry is known that made it. */
  readonly because: readonly Cause[];
}

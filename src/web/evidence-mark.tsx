import type {Evidence, Grade} from "../api/index.ts";
import {OpeningMark} from "./opening-mark.tsx";
import {placeWords} from "./shape/place-words.ts";

export interface EvidenceMarkProps {
  readonly address: string;
  readonly evidence: readonly Evidence[];
  readonly grade?: Grade | null;
  /** Words that carry the mark themselves, instead of a line that says where the evidence lies. */
  readonly label?: string;
}

/** The line under a sentence that says what it rests on; it opens the evidence in the margin. */
export function EvidenceMark({address, evidence, grade = null, label}: EvidenceMarkProps) {
  const [first] = evidence;
  const more = evidence.length - 1;
  return (
    <span className={label === undefined ? "mark-line" : "mark-words"}>
      <OpeningMark address={address} what="Evidence">
        {label ?? (first ? placeWords(first) : "what is missing")}
        {label === undefined && more > 0 && ` + ${more}`}
      </OpeningMark>
      {grade && (
        <span className="grade">
          {" · "}
          <abbr title={gradeWords(grade)}>{`${grade.reliability}${grade.credibility}`}</abbr>
        </span>
      )}
    </span>
  );
}

/** What an Admiralty grade means, for a reader who doesn't know the letters. */
export function gradeWords({
  reliability,
  credibility,
}: Pick<Grade, "reliability" | "credibility">): string {
  return `${reliabilityWords(reliability)}; item ${credibility}: ${credibilities[credibility]}`;
}

/** What the letter of a source means. */
export function reliabilityWords(letter: Grade["reliability"]): string {
  return `source ${letter}: ${reliabilities[letter]}`;
}

const reliabilities = {
  A: "reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "cannot be judged",
} as const;

const credibilities = {
  1: "confirmed by others",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
} as const;

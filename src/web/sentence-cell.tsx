import type {ReactNode} from "react";
import type {Cell} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";

export interface SentenceCellProps {
  readonly cell: Cell;
  readonly address: string;
  /** Stands before the sentence: partner, date, mode. */
  readonly lead?: ReactNode;
  /** Whether the sentence only says that something is missing. */
  readonly missing?: boolean;
}

/** A sentence of a table with its evidence mark; where it is missing, why. */
export function SentenceCell({
  cell,
  address,
  lead,
  missing = cell.gap !== null,
}: SentenceCellProps) {
  return (
    <>
      {lead}
      <span className={missing ? "sentence missing" : "sentence"}>{cell.text}</span>
      <EvidenceMark address={address} evidence={cell.evidence} grade={cell.grade} />
    </>
  );
}

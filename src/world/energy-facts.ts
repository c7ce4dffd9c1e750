import type {StateCode} from "./party.ts";

/** How much liquefied gas a state's terminals can take in a year. */
export interface TerminalCapacity {
  readonly state: StateCode;
  /** Million tonnes of LNG a year. */
  readonly mtpa: number;
  /** False where some terminals are known to be left out: then the figure is a floor. */
  readonly whole: boolean;
  readonly asOf: string;
  readonly source: string;
}

/** The grade of crude oil by which an exporter is known. Sour: more than 0.5 % sulphur. */
export interface CrudeGrade {
  readonly exporter: StateCode;
  readonly grade: string;
  readonly sulphur: "sweet" | "sour";
  readonly source: string;
}

/** Facts about fuel that no dataset of flows holds; a state that is not listed is not known. */
export interface EnergyFacts {
  readonly terminals: readonly TerminalCapacity[];
  readonly grades: readonly CrudeGrade[];
}

import type {ShockAsked, ShockOutcome} from "../../options/index.ts";

/** A scenario as it goes to a thread: values alone, no functions. */
export interface ScenarioTask extends Omit<ShockAsked, "expand" | "first" | "tell"> {
  /** Members of each bloc on the day that is asked about. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** What a thread is sent: the task, and a cell of memory that turns 1 when nobody waits for the answer any more. */
export interface ScenarioErrand {
  readonly task: ScenarioTask;
  readonly stop: Int32Array;
}

/** What it tells back; the last three end the errand. */
export type ScenarioNews =
  | {readonly kind: "first"; readonly outcome: ShockOutcome}
  | {readonly kind: "drawn"; readonly done: number}
  | {readonly kind: "solved"; readonly outcome: ShockOutcome}
  | {readonly kind: "stopped"}
  | {
      readonly kind: "failed";
      readonly message: string;
      /** null where it is a fault of ours. */
      readonly caller: {readonly whatToDo: string; readonly status: number} | null;
      readonly stack: string;
    };

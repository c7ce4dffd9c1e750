/** A caller's mistake in a scenario: what is wrong, and what to do about it. */
export class ScenarioError extends Error {
  readonly status: number;
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string, status = 400) {
    super(message);
    this.name = "ScenarioError";
    this.status = status;
    this.whatToDo = whatToDo;
  }
}

/** A state's fixed surplus, or what is taken from it, is more than it earns: there is no such economy. */
export class SpendsNothing extends Error {
  /** Its place among the states. */
  readonly state: number;

  constructor(state: number) {
    super(`state ${state} would spend less than nothing: its surplus exceeds its earnings`);
    this.name = "SpendsNothing";
    this.state = state;
  }
}

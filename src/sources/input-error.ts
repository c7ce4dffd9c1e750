/**
 * A mistake that the caller can mend: a file that is none, a code with a typo, an address that is refused.
 * The command line ends with `exitCode`, the API answers `status`; both print the message and `whatToDo`.
 */
export class InputError extends Error {
  readonly status: number;
  readonly exitCode: number;
  readonly whatToDo: string;

  constructor(
    message: string,
    whatToDo: string,
    how: {readonly status?: number; readonly exitCode?: number; readonly cause?: unknown} = {},
  ) {
    super(message, how.cause === undefined ? {} : {cause: how.cause});
    this.name = "InputError";
    this.status = how.status ?? 400;
    this.exitCode = how.exitCode ?? 2;
    this.whatToDo = whatToDo;
  }
}

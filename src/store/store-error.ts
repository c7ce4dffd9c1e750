/** Exit codes that the command line prints in its help: the ledger cannot be opened; the disk is full or cannot be written. */
export const exitLedger = 3;
export const exitDisk = 4;
/** A caller's mistake: a column, a dataset or a value that is none. */
export const exitInput = 2;

interface StoreErrorOptions {
  readonly status: number;
  readonly exitCode: number;
  readonly whatToDo: string;
  readonly cause?: unknown;
}

/** Something about the ledger's file or a caller's question that a person can act on. Nothing was lost when it is thrown. */
export class StoreError extends Error {
  /** HTTP status that a server answers with. */
  readonly status: number;
  /** Exit code of the command line. */
  readonly exitCode: number;
  readonly whatToDo: string;

  constructor(message: string, options: StoreErrorOptions) {
    super(message, {cause: options.cause});
    this.name = "StoreError";
    this.status = options.status;
    this.exitCode = options.exitCode;
    this.whatToDo = options.whatToDo;
  }
}

/** The ledger is open elsewhere: one process holds the file. */
export class LedgerHeld extends StoreError {
  constructor(path: string, holder: string | null, cause?: unknown) {
    super(`the ledger ${path} is held by ${holder ?? "another process"}`, {
      status: 423,
      exitCode: exitLedger,
      whatToDo:
        "End that process (a running `demarche serve`, perhaps) or name another file with --ledger. Nothing was changed.",
      cause,
    });
    this.name = "LedgerHeld";
  }
}

/** The question names a dataset, a column or a value that the ledger does not have. */
export function askedWrongly(message: string, whatToDo: string): StoreError {
  return new StoreError(message, {status: 400, exitCode: exitInput, whatToDo});
}

/** What DuckDB and the system say, in the words of 1.5; the left side is matched against the error's text. */
const meanings: readonly {
  readonly says: RegExp;
  readonly make: (path: string, cause: Error) => StoreError;
}[] = [
  {
    says: /could not set lock|conflicting lock|lock is held/i,
    make: (path, cause) =>
      new LedgerHeld(path, /\(PID (\d+)\)/.exec(cause.message)?.[0] ?? null, cause),
  },
  {
    says: /no space left|disk full|file too large|quota exceeded|ENOSPC|EDQUOT|EFBIG/i,
    make: (path, cause) =>
      new StoreError(`the disk is full: ${path} could not be written`, {
        status: 507,
        exitCode: exitDisk,
        whatToDo:
          "Free some space, or name a file on another disk with --ledger. What was kept before is still there.",
        cause,
      }),
  },
  {
    says: /read-only file ?system|permission denied|not a directory|is a directory|EROFS|EACCES|EPERM|ENOTDIR|EISDIR/i,
    make: (path, cause) =>
      new StoreError(`${path} cannot be written or read here`, {
        status: 503,
        exitCode: exitDisk,
        whatToDo: "Name a file in a folder that you may write to with --ledger. Nothing was lost.",
        cause,
      }),
  },
  {
    says: /read-only mode: database does not exist|no such file or directory|ENOENT/i,
    make: (path, cause) =>
      new StoreError(`there is no ledger at ${path}`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo: "Make one with `demarche init`, or name another file with --ledger.",
        cause,
      }),
  },
  {
    says: /read-only mode|attached in read-only|readonly database/i,
    make: (path, cause) =>
      new StoreError(`the ledger ${path} was opened for reading only`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo: "Use a command that writes (`demarche read`), without another process on it.",
        cause,
      }),
  },
  {
    says: /out of memory/i,
    make: (path, cause) =>
      new StoreError(`reading ${path} needs more memory than the ledger may use`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo: "Watch fewer states at a time.",
        cause,
      }),
  },
  {
    says: /not a valid duckdb|corrupt|checksum|newer version|older version|serializ|fatal error|invalidated|storage version/i,
    make: (path, cause) =>
      new StoreError(`${path} is damaged, or is no ledger of this version`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo:
          "Move the file away (keep it, what you read may be saved from it) and run `demarche init`.",
        cause,
      }),
  },
];

/** Turns what the database or the disk said into an error that tells what to do; a bug of ours stays a plain Error. */
export function tellStoreError(error: unknown, path: string): Error {
  if (error instanceof StoreError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const code: unknown = Reflect.get(cause, "code");
  const said = `${typeof code === "string" ? code : ""} ${cause.message}`;
  const meaning = meanings.find(({says}) => says.test(said));
  return meaning?.make(path, cause) ?? new Error(`the ledger failed: ${cause.message}`, {cause});
}

import {InputError} from "./input-error.ts";

/** What the system says of a file, in words, and what to do. */
const fileFaults: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ["is not there", "check the path"],
  EISDIR: ["is a folder", "name one file in it"],
  EACCES: ["may not be read", "give yourself the right to read it"],
  EPERM: ["may not be read", "give yourself the right to read it"],
  ENOTDIR: ["is not there: a part of its path is a file", "check the path"],
  ENAMETOOLONG: [
    "is no file: the name is too long",
    "name a file; a text itself can be piped to `read -`",
  ],
  ERR_FS_FILE_TOO_LARGE: ["is too large", "give the article alone, or split the file"],
};

/** What a failed reading of a named file means to the person who named it; a fault that is no caller's stays as it is. */
export function fileFault(path: string, cause: unknown): unknown {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : null;
  const fault = typeof code === "string" ? fileFaults[code] : undefined;
  return fault === undefined ? cause : new InputError(`${path} ${fault[0]}`, fault[1], {cause});
}

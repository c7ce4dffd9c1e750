import {InputError} from "../input-error.ts";

/** What zlib or yauzl said of an archive, as one line with what to do. */
export const brokenArchive = (name: string, cause: unknown) =>
  new InputError(
    `${name} is a broken archive: ${cause instanceof Error ? cause.message : String(cause)}`,
    "download it again, or unpack it and name the file inside",
    {cause},
  );

/** A page, or any other answer of a server, as a web archive keeps it. */
export interface ArchivedPage {
  /** Its address. Text from outside: never a path. */
  readonly url: string;
  /** When it was fetched, as far as the archive states it: an instant in UTC or a day; null where it does not. */
  readonly fetchedAt: string | null;
  /** As its server called it, charset and all. */
  readonly mediaType: string | null;
  /** Its bytes, with transfer and content codings undone. */
  readonly bytes: Uint8Array;
}

/** What a reader of an archive should know of one record: that it was left out, or kept with a doubt. */
export interface ArchiveNote {
  readonly url: string | null;
  readonly why: string;
  readonly kept: boolean;
}

export type TellArchiveNote = (note: ArchiveNote) => void;

/** Largest record that is read, unfolded, in bytes. */
export const maxRecordBytes = 64_000_000;

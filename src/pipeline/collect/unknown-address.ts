import type {AddressNote} from "../../store/index.ts";

/** What is known of an address, a file or an item that is met for the first time. */
export function unknownAddress(key: string, source: string): AddressNote {
  return {
    kind: "address",
    key,
    source,
    state: "pending",
    item: null,
    tries: 0,
    dueAt: 0,
    why: null,
    updated: null,
    readAt: null,
    sha256: null,
    sizeBytes: null,
    modifiedAt: null,
    etag: null,
    lastModified: null,
  };
}

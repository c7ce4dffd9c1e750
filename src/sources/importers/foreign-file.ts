import {InputError} from "../input-error.ts";

/**
 * A file that an importer does not read, as its beginning shows: in an archive of several it is left out and told, alone it
 * is refused.
 */
export class ForeignFile extends InputError {}

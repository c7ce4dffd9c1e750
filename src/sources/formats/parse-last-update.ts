import {InputError} from "../input-error.ts";

/** A file that GDELT has just published. */
export interface LastUpdateFile {
  readonly url: string;
  readonly sizeBytes: number;
  /** 32 hex digits, lower case. */
  readonly md5: string;
}

const mostLines = 1000;
const line = /^(\d{1,12})[ \t]+([0-9a-f]{32})[ \t]+(https?:\/\/\S{1,500})$/i;

/**
 * The files that GDELT 2.0's `lastupdate.txt` names: size, MD5 and address on each line.
 * @throws InputError when a line says anything else: then it is no such list, or not all of it.
 */
export function parseLastUpdate(text: string): LastUpdateFile[] {
  const refuse = (what: string) =>
    new InputError(
      `lastupdate.txt ${what}`,
      "fetch it again; it may have been read while it was written",
    );
  const lines = text
    .slice(0, 600 * mostLines)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (lines.length === 0) throw refuse("is empty");
  if (lines.length > mostLines) throw refuse(`has more than ${mostLines} lines`);
  return lines.map((one, i) => {
    const [, size, md5, url] = line.exec(one) ?? [];
    if (size === undefined || md5 === undefined || url === undefined || !URL.canParse(url))
      throw refuse(`has no size, MD5 and address in line ${i + 1}`);
    return {url: new URL(url).href, sizeBytes: Number(size), md5: md5.toLowerCase()};
  });
}

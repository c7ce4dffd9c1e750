import {createHash} from "node:crypto";
import {type ArchivedPage, maxRecordBytes, type TellArchiveNote} from "./archive.ts";
import {httpMessage} from "./http-message.ts";

/** A record whose block is at hand; digests as "sha1:…" where they are stated. */
export interface PageRecord {
  readonly url: string;
  readonly fetchedAt: string | null;
  /** Whether the block is an HTTP answer; else it is the page itself, of this media type. */
  readonly isHttp: boolean;
  readonly mediaType: string | null;
  readonly block: Buffer;
  /** Whether the archive ends before the block does. */
  readonly isCut: boolean;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
}

/** The page in a record, or null where it holds none; what there is to know of it is told. */
export function recordPage(record: PageRecord, tell: TellArchiveNote): ArchivedPage | null {
  const {fetchedAt, block} = record;
  const url = addressOf(record.url);
  const leave = (why: string) => {
    tell({url: record.url.slice(0, 500), why, kept: false});
    return null;
  };
  if (url === null) return leave("its address is none");
  const doubts: string[] = [];
  if (!digestAgrees(record.blockDigest, block))
    doubts.push("its bytes are not those of its block digest");
  const keep = (mediaType: string | null, bytes: Buffer, sent: Buffer) => {
    if (!digestAgrees(record.payloadDigest, sent) && !digestAgrees(record.payloadDigest, bytes))
      doubts.push("its bytes are not those of its payload digest");
    for (const why of doubts) tell({url, why, kept: true});
    return {url, fetchedAt, mediaType, bytes};
  };
  if (record.isCut && !record.isHttp) return leave("it breaks off");
  if (!record.isHttp) return keep(record.mediaType, block, block);
  const message = httpMessage(block);
  if (message === null) return leave("it holds no HTTP answer");
  if (message.status !== 200) return leave(`its server answered ${message.status}`);
  if (message.isTooLarge) return leave(`it unfolds to more than ${maxRecordBytes / 1e6} MB`);
  if (message.body.length === 0) return leave("its server answered with nothing");
  doubts.push(...message.notes);
  if (record.isCut && !message.isWhole) return leave("it breaks off");
  if (record.isCut) doubts.push("its record breaks off behind it");
  return keep(message.mediaType ?? record.mediaType, message.body, message.sent);
}

/** An absolute address; archives write some between angle brackets, and some with blanks in them. */
function addressOf(stated: string): string | null {
  const text = stated.replace(/^<|>$/g, "").trim();
  if (text.length > 8000 || !/^[a-z][a-z0-9+.-]*:/i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}

/** Whether bytes are those of a digest; one in an algorithm that we do not know says nothing against them. */
function digestAgrees(stated: string | null, bytes: Buffer): boolean {
  const [, algorithm = "", value = ""] =
    /^(md5|sha-?1|sha-?256|sha-?512):([\w+/=-]{1,200})$/i.exec(stated ?? "") ?? [];
  if (value === "") return true;
  const digest = createHash(algorithm.replace("-", "").toLowerCase()).update(bytes).digest();
  const forms = [digest.toString("hex"), base32(digest), digest.toString("base64")];
  return forms.some((form) => form === value || form.toLowerCase() === value.toLowerCase());
}

/** RFC 4648, 6, in which WARC files write SHA-1. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(group.padEnd(5, "0"), 2)])
    .join("");
}

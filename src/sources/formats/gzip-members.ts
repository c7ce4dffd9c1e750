import {constants, crc32, inflateRawSync} from "node:zlib";
import {maxRecordBytes} from "./archive.ts";
import {ByteWindow, type Piece} from "./byte-window.ts";

const firstLook = 64 * 1024;
/** So many broken members and the rest is given up: looking for where the next one begins takes its time. */
const mostBreaks = 200;
/** More compressed bytes than this hold no record that we would take. */
const maxPacked = maxRecordBytes + 1_000_000;

/**
 * Unfolds a gzip file member by member (RFC 1952), so that a broken one is a break and the rest is still read: a web archive packs
 * each record as a member of its own. A file that is not gzip passes as it is.
 */
export async function* gzipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const window = new ByteWindow(source);
  try {
    if (!isMember(await window.look(3), 0)) {
      for (let held = await window.look(1); held.length > 0; held = await window.look(1)) {
        yield Buffer.from(held);
        await window.skip(held.length);
      }
      return;
    }
    for (let breaks = 0; (await window.look(1)).length > 0; ) {
      const member = await takeMember(window);
      yield member;
      if (member instanceof Uint8Array) continue;
      breaks += 1;
      if (breaks === mostBreaks) return;
      await window.skip(1);
      await window.seek(nextMember, 3);
    }
  } finally {
    await window.close();
  }
}

/** The member at the window's beginning, taken out of it; where it is broken the window stays as it was. */
async function takeMember(window: ByteWindow): Promise<Piece> {
  for (let wanted = firstLook; ; wanted *= 4) {
    const held = await window.look(wanted);
    const isAll = held.length < wanted;
    const start = headLength(held);
    if (start === null)
      return {
        broken: held.length < 18 ? "the file breaks off" : "no gzip member begins where one should",
      };
    try {
      // A member that is not whole yet throws; with all there is in the window it is cut off.
      const {buffer, engine} = inflateRawSync(held.subarray(start), {
        maxOutputLength: maxRecordBytes,
        finishFlush: constants.Z_FINISH,
        info: true,
      }) as unknown as {buffer: Buffer; engine: {bytesWritten: number}};
      const end = start + engine.bytesWritten;
      if (held.length < end + 8 && !isAll) continue;
      const sum = held.length < end + 8 ? null : held.readUInt32LE(end);
      if (sum !== crc32(buffer))
        return {
          broken: sum === null ? "the file breaks off" : "the checksum of a gzip member is wrong",
        };
      await window.skip(end + 8);
      return buffer;
    } catch (cause) {
      const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : null;
      if (code === "ERR_BUFFER_TOO_LARGE")
        return {broken: `a gzip member unfolds to more than ${maxRecordBytes / 1e6} MB`};
      if (code !== "Z_BUF_ERROR") return {broken: "a gzip member is broken"};
      if (isAll) return {broken: "the file breaks off"};
      if (held.length > maxPacked)
        return {broken: `a gzip member is longer than ${maxRecordBytes / 1e6} MB`};
    }
  }
}

function isMember(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;
}

function nextMember(bytes: Buffer): number {
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1))
    if (isMember(bytes, at)) return at;
  return -1;
}

/** Bytes before the packed data; null where no member begins. */
function headLength(bytes: Buffer): number | null {
  if (bytes.length < 18 || !isMember(bytes, 0)) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : null;
}

import {deserialize, serialize} from "node:v8";

/** Bytes of the largest value that is passed: a fact book is a tenth of it. */
const largestFrame = 1_000_000_000;

/**
 * A value as bytes with their length before them. V8's own form is used because fact books hold maps and sets, which
 * JSON has not; both ends are this program, run by one user.
 */
export function frameOf(value: unknown): Buffer {
  const body = serialize(value);
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** The values in a stream of frames; one that breaks off within a frame ends with an error. */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if ((held[0]?.length ?? 0) < 4) held = [Buffer.concat(held)];
      const length = held[0]?.readUInt32BE(0) ?? 0;
      if (length > largestFrame) throw new Error(`a frame of ${length} bytes is too large`);
      if (size < 4 + length) break;
      const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
      const rest = bytes.subarray(4 + length);
      held = rest.length === 0 ? [] : [rest];
      size = rest.length;
      yield deserialize(bytes.subarray(4, 4 + length));
    }
  }
  if (size > 0) throw new Error("the other side broke off in the middle of a message");
}

/**
 * A model as bytes: a mark of four letters, the length of a JSON head (uint32, little-endian), the head, and what the model
 * itself lays behind it.
 */
export function framed(mark: string, head: object, body: Uint8Array): Uint8Array {
  const told = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(8 + told.length + body.length);
  bytes.set(new TextEncoder().encode(mark));
  new DataView(bytes.buffer).setUint32(4, told.length, true);
  bytes.set(told, 8);
  bytes.set(body, 8 + told.length);
  return bytes;
}

/** The head of a framed model, not yet known to be sound, and what stands behind it. @throws Error where the mark is another. */
export function unframed(
  bytes: Uint8Array,
  mark: string,
  what: string,
): {head: unknown; body: Uint8Array} {
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== mark)
    throw new Error(`${what} begins with ${mark}; train it again with scripts/train-coder.ts`);
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  return {head, body: bytes.subarray(8 + length)};
}

/** @throws Error where what stands behind the head is not as long as the head says. */
export function refuseCut(body: Uint8Array, wanted: number, what: string): void {
  if (body.length !== wanted)
    throw new Error(
      `${what} has ${body.length} bytes behind its head, not ${wanted}: the file is cut or changed`,
    );
}

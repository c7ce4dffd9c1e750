import {once} from "node:events";
import {closeSync, openSync, writeSync} from "node:fs";
import {crc32, createDeflateRaw} from "node:zlib";

/** Writes a zip archive with one entry of any size under 4 GB (PKWARE's APPNOTE 4.3), without holding it. */
export async function writeZip(
  path: string,
  entryName: string,
  chunks: Iterable<Uint8Array>,
): Promise<void> {
  const file = openSync(path, "w");
  const name = Buffer.from(entryName, "utf8");
  // Version 2.0, deflate, no time. Checksum and sizes are put in when they are known.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt16LE(name.length, 22);
  const header = () => Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, name]);
  let at = writeSync(file, header());
  const before = at;
  const deflate = createDeflateRaw({level: 1});
  deflate.on("data", (packed: Uint8Array) => {
    at += writeSync(file, packed);
  });
  let checksum = 0;
  let size = 0;
  for (const chunk of chunks) {
    checksum = crc32(chunk, checksum);
    size += chunk.length;
    if (!deflate.write(chunk)) await once(deflate, "drain");
  }
  deflate.end();
  await once(deflate, "end");
  shared.writeUInt32LE(checksum, 10);
  shared.writeUInt32LE(at - before, 14);
  shared.writeUInt32LE(size, 18);
  writeSync(file, header(), 0, before, 0);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\x00", "latin1"),
    shared,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  writeSync(file, Buffer.concat([central, end]), 0, central.length + end.length, at);
  closeSync(file);
}

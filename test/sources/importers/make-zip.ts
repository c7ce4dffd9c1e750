import {crc32, deflateRawSync} from "node:zlib";

/** A file in an archive, with faults on request. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly wrongChecksum?: boolean;
  readonly encrypted?: boolean;
  /** Its unfolded size, where the archive lies about it. */
  readonly saysBytes?: number;
}

/** A zip archive (PKWARE's APPNOTE 4.3: local headers, central directory, its end). */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {name, bytes, wrongChecksum = false, encrypted = false, saysBytes} of entries) {
    const packed = deflateRawSync(bytes, {level: 9});
    const fileName = Buffer.from(name, "utf8");
    // Version 2.0, UTF-8 names (bit 11), deflate, no time.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE((crc32(bytes) ^ (wrongChecksum ? 1 : 0)) >>> 0, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(saysBytes ?? bytes.length, 18);
    shared.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), shared, fileName, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), shared, more, fileName]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

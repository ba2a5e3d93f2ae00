import { crc32, deflateRawSync } from 'node:zlib';

/** A zip with these files in it, deflated; `declared` lies about how long a file is unpacked. */
export function zipFile(
  parts: Readonly<Record<string, string | Uint8Array>>,
  declared: Readonly<Record<string, number>> = {},
): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = { packed: packed.length, unpacked: declared[name] ?? bytes.length };
    const facts = { name, crc: crc32(bytes), ...sizes };
    const local = Buffer.concat([headerOf(facts, null), Buffer.from(name), packed]);
    entries.push(Buffer.concat([headerOf(facts, offset), Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = endOf(entries.length, directory.length, offset);
  return Uint8Array.from(Buffer.concat([...locals, directory, end]));
}

interface PartFacts {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

// Of the file itself, or of its place in the directory.
function headerOf({ name, crc, packed, unpacked }: PartFacts, offset: number | null): Buffer {
  const isEntry = offset !== null;
  const header = Buffer.alloc(isEntry ? 46 : 30);
  const shift = isEntry ? 2 : 0;
  header.writeUInt32LE(isEntry ? 0x02014b50 : 0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8 + shift);
  header.writeUInt32LE(crc, 14 + shift);
  header.writeUInt32LE(packed, 18 + shift);
  header.writeUInt32LE(unpacked, 22 + shift);
  header.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (isEntry) header.writeUInt32LE(offset, 42);
  return header;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

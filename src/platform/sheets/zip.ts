import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  /** Unfolded, as the directory says. */
  readonly size: number;
  readonly offset: number;
}

/** The names inside a ZIP file, from its central directory (APPNOTE 4.3.12); undefined when it is no ZIP file. */
export async function zipEntries(file: Blob): Promise<readonly ZipEntry[] | undefined> {
  const tail = await bytes(file, Math.max(0, file.size - 65_557), file.size);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const start = tail.readUInt32LE(end + 16);
  const directory = await bytes(file, start, start + tail.readUInt32LE(end + 12));
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count && at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const length = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + length),
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of one entry as it is inflated. */
export async function zipContent(file: Blob, entry: ZipEntry): Promise<Readable> {
  const head = await bytes(file, entry.offset, entry.offset + 30);
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = Readable.fromWeb(file.slice(start, start + entry.compressed).stream() as Parameters<typeof Readable.fromWeb>[0]);
  return entry.method === 0 ? packed : packed.pipe(createInflateRaw());
}

const bytes = async (file: Blob, from: number, to: number) => Buffer.from(await file.slice(from, to).arrayBuffer());

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** The file is no archive of ours, or is cut short or changed; the message is a sentence for whoever restores. */
export class DamagedArchive extends Error {}

export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}
export interface Found {
  readonly name: string;
  readonly size: number;
  readonly start: number;
}

const block = 512;

/** Writes a tar file (POSIX.1-1988, ustar) whose contents come as streams: each size is filled in once it is known. */
export class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #time: Date;
  #at = 0;

  private constructor(file: FileHandle, time: Date) {
    this.#file = file;
    this.#time = time;
  }

  /** @throws EEXIST when the file is there: an older copy is not written over. */
  static async create(path: string, time: Date): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(path, 'wx', 0o600), time);
  }

  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Entry> {
    const header = this.#at;
    const hash = createHash('sha256');
    let size = 0;
    this.#at += block;
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      await this.#write(chunk, this.#at);
      this.#at += chunk.length;
    }
    this.#at = header + block + Math.ceil(size / block) * block;
    await this.#write(headerOf(name, size, this.#time), header);
    return { name, size, sha256: hash.digest('hex') };
  }

  /** Ends with two empty blocks, and waits for the disk. */
  async close(): Promise<number> {
    await this.#file.truncate(this.#at + 2 * block);
    await this.#file.sync();
    await this.#file.close();
    return this.#at + 2 * block;
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  /** A write may take less than it was given. */
  async #write(bytes: Uint8Array, position: number): Promise<void> {
    for (let done = 0; done < bytes.length;)
      done += (await this.#file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

function headerOf(name: string, size: number, time: Date): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new RangeError(`too long for an archive: ${name}`);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\x000000000\0', 108);
  writeSize(header, size);
  header.write(
    `${Math.floor(time.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.fill(' ', 148, 156);
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

// Eleven octal digits end at 8 GiB; beyond, tar writes the number in binary with the first bit set (GNU tar, «base-256»).
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) {
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  } else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
}

const readSize = (header: Buffer) =>
  header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString('latin1', 124, 135), 8);

function checksum(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : header[at]!;
  return sum;
}

/** What an archive holds, by name, without reading the contents. @throws DamagedArchive */
export async function listArchive(path: string): Promise<Map<string, Found>> {
  const file = await open(path);
  try {
    const { size: length } = await file.stat();
    const found = new Map<string, Found>();
    const header = Buffer.alloc(block);
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(header, 0, block, at);
      if (bytesRead < block) throw new DamagedArchive('La copia está incompleta: le falta el final. No se tocó nada.');
      if (header.every((byte) => byte === 0)) return found;
      const size = readSize(header);
      if (
        Number.parseInt(header.toString('latin1', 148, 154), 8) !== checksum(header) ||
        !Number.isSafeInteger(size) ||
        at + block + size > length
      ) {
        throw new DamagedArchive('El archivo no es una copia de Pregón, o está dañado. No se tocó nada.');
      }
      const name = header.toString('utf8', 0, header.indexOf(0));
      found.set(name, { name, size, start: at + block });
      at += block + Math.ceil(size / block) * block;
    }
  } finally {
    await file.close();
  }
}

export function contentOf(path: string, { start, size }: Found): Readable {
  return size === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + size - 1 });
}

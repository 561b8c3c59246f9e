import { createWriteStream, openAsBlob } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A stored file as one that `readSheet` can read from any place, of any size: it lies at `path`, which is the caller's to remove. */
export async function onDisk(name: string, content: Readable, path: string): Promise<File> {
  await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  return new File([await openAsBlob(path)], name);
}

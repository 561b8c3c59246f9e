import type { Readable } from 'node:stream';

/** A stored file as one that `readSheet` can read from any place: it is in memory whole, so whoever keeps it limits its size. */
export async function gather(name: string, content: Readable): Promise<File> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of content) parts.push(new Uint8Array(chunk as Buffer));
  return new File(parts, name);
}

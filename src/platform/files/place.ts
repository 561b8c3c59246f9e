import { open, type FileHandle } from 'node:fs/promises';
import type { Kind } from './kinds.ts';

// The head of a film is some kilobytes; one of many hours some megabytes.
const largestHead = 64 * 1024 * 1024;

/** Coordinates as telephones write them in a film: `+09.4245-075.7043+012/` (ISO 6709; QuickTime File Format, «User data»). */
const coordinates = /[+-]\d{2,6}(?:\.\d+)?[+-]\d{3,7}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS[\w-]*)?\//g;

/** Takes the place where it was taken out of a film or a sound in an MP4 box, in place; whether there was one. Pictures lose it when drawn. */
export async function forgetPlace(path: string, { type }: Kind): Promise<boolean> {
  if (type !== 'video/mp4' && type !== 'audio/mp4') return false;
  const file = await open(path, 'r+');
  try {
    const head = await findBox(file, 'moov');
    if (!head || head.size > largestHead) return false;
    const bytes = Buffer.alloc(head.size);
    await file.read(bytes, 0, head.size, head.at);
    const found = blank(bytes);
    if (found) await file.write(bytes, 0, head.size, head.at);
    return found;
  } finally {
    await file.close();
  }
}

/** Writes zeros over coordinates and over the boxes `loci` (3GPP TS 26.244, 8.7) in the head of a film. */
export function blank(head: Buffer): boolean {
  let found = false;
  for (const match of head.toString('latin1').matchAll(coordinates)) {
    for (let at = match.index; at < match.index + match[0].length; at += 1) {
      if (head[at]! >= 0x30 && head[at]! <= 0x39) head[at] = 0x30;
    }
    found = true;
  }
  for (let at = head.indexOf('loci', 4, 'latin1'); at > 3; at = head.indexOf('loci', at + 4, 'latin1')) {
    const size = head.readUInt32BE(at - 4);
    if (size < 16 || at - 4 + size > head.length) continue;
    head.fill(0, at + 4, at - 4 + size);
    head.write('free', at, 'latin1');
    found = true;
  }
  return found;
}

/** A box at the top of an MP4 file (ISO/IEC 14496-12, 4.2). */
async function findBox(file: FileHandle, name: string): Promise<{ at: number; size: number } | undefined> {
  const { size: end } = await file.stat();
  const mark = Buffer.alloc(16);
  for (let at = 0, boxes = 0; at + 8 <= end && boxes < 10_000; boxes += 1) {
    await file.read(mark, 0, 16, at);
    const short = mark.readUInt32BE(0);
    const size = short === 1 ? Number(mark.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    if (size < 8 || at + size > end) return undefined;
    if (mark.toString('latin1', 4, 8) === name) return { at, size };
    at += size;
  }
  return undefined;
}

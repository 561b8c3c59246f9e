import { openAsBlob } from 'node:fs';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { zipContent, zipEntries, type ZipEntry } from '#platform/sheets/zip.ts';

/** What a document may hold: thousands of parts and half a gigabyte of text are more than any office writes. */
const most = { parts: 10_000, unfolded: 512 * 1024 * 1024, part: 256 * 1024 * 1024 } as const;

const programs = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|jar|msi|hta|lnk|sh|py)$|(^|\/)vbaproject\.bin$|\/activex\/|^(basic|scripts)\//i;
const documents = /\.(docx|xlsx|pptx|odt|ods|odp)$/i;

/**
 * Whether an office document, which is a ZIP file, is what it looks like. Refuses `file.unfolds` {limit in MB} when it unfolds to more
 * than anybody writes («zip bomb», whatever its directory says), `file.program` when it carries macros or programs, `file.archive_inside`
 * when there is an archive in it that is no document, and `file.broken_document`. Null when nothing is wrong.
 */
export async function inspectArchive(path: string): Promise<Refusal | null> {
  const file = await openAsBlob(path);
  const entries = await zipEntries(file).catch(() => undefined);
  if (!entries || entries.length === 0) return refuse('file.broken_document');
  const said = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > most.parts || said > most.unfolded || entries.some(({ size }) => size > most.part)) return tooMuch();
  if (entries.some(({ name }) => isOutside(name))) return refuse('file.broken_document');
  if (entries.some(({ name }) => programs.test(name))) return refuse('file.program');
  for (const entry of entries) {
    const problem = await unfold(file, entry);
    if (problem) return problem;
  }
  return null;
}

const tooMuch = () => refuse('file.unfolds', { limit: most.unfolded / 1024 / 1024 });

const isOutside = (name: string) => name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..');

/** Reads a part as it unfolds: its directory may lie. */
async function unfold(file: Blob, entry: ZipEntry): Promise<Refusal | null> {
  // 0: as it is; 8: deflated (APPNOTE 4.4.5). Office writes no other.
  if (entry.method !== 0 && entry.method !== 8) return refuse('file.broken_document');
  let size = 0;
  let start: Buffer | undefined;
  try {
    for await (const chunk of (await zipContent(file, entry)) as AsyncIterable<Buffer>) {
      start ??= chunk.subarray(0, 4);
      size += chunk.length;
      if (size > entry.size) return tooMuch();
    }
  } catch {
    return refuse('file.broken_document');
  }
  if (start?.subarray(0, 2).toString('latin1') === 'MZ') return refuse('file.program');
  if (start?.toString('latin1') === 'PK\x03\x04' && !documents.test(entry.name)) return refuse('file.archive_inside');
  return null;
}

/** Whether a PDF is also an archive: one keeps its directory at its end, with a comment that goes on to the last byte (APPNOTE 4.3.16). */
export async function hidesArchive(path: string): Promise<boolean> {
  const file = await openAsBlob(path);
  const tail = Buffer.from(await file.slice(Math.max(0, file.size - 65_557)).arrayBuffer());
  for (let at = tail.lastIndexOf(endOfArchive); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endOfArchive, at - 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}

const endOfArchive = Buffer.from('PK\x05\x06', 'latin1');

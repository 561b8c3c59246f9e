import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { wideEncoding } from '#platform/sheets/wide.ts';
import { hidesArchive, inspectArchive } from './archives.ts';
import { agree, isTaken, kindOfExtension, kindOfType, type Kind } from './kinds.ts';
import { extensionOf } from './name.ts';

/**
 * What a file is, by its content. Its name only decides between kinds of text, which have no mark of their own, and is
 * refused when it promises something else than what is inside.
 */
export async function sniff(path: string, name: string, accepts?: readonly string[]): Promise<Kind | Refusal> {
  const extension = extensionOf(name);
  const said = kindOfExtension(extension);
  const inside = await look(path, extension);
  const is = inside.kind;
  if (said && !(is && agree(said, is))) return refuse('file.lies', { name, is: inside.extension });
  if (!is) return refuse('file.kind', { type: inside.extension });
  if (!isTaken(is.type, accepts)) return refuse('file.not_here', { type: is.extensions[0] });
  const hidden = await hides(path, is);
  return hidden ?? is;
}

/** What is one thing at its beginning and another inside. Images are drawn anew, which leaves nothing else in them. */
async function hides(path: string, kind: Kind): Promise<Refusal | null> {
  if (kind.group !== 'document') return null;
  if (kind.type !== 'application/pdf') return inspectArchive(path);
  return (await hidesArchive(path)) ? refuse('file.archive_inside') : null;
}

interface Inside {
  readonly extension: string;
  readonly kind: Kind | undefined;
}

async function look(path: string, extension: string): Promise<Inside> {
  const said = kindOfExtension(extension);
  // A list that begins with «BM» is no bitmap: what is called text and is text all through stays text.
  if (said?.group === 'text' && (await isText(path, said.type === 'text/csv'))) return { extension, kind: said };
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found) return { extension: found.ext, kind: kindOfType(found.mime) };
  if (!(await isText(path))) return { extension: said ? '?' : extension || '?', kind: undefined };
  // Drawings and pages (.svg, .html) are text too, and can carry scripts: text needs a name that says text, or none.
  return said || extension === '' ? { extension: 'txt', kind: kindOfExtension('txt') } : { extension, kind: undefined };
}

/** Text has none of the control characters, whether in UTF-8 or in Latin 1. `wide`: or in UTF-16 with its mark, as Excel and Matomo write lists. */
async function isText(path: string, wide = false): Promise<boolean> {
  let decoder: TextDecoder | null | undefined;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (decoder === undefined) {
        const encoding = wide ? wideEncoding(chunk) : undefined;
        decoder = encoding ? new TextDecoder(encoding, { fatal: true }) : null;
      }
      // Tab, line feed, form feed and carriage return are the only ones that text has.
      if (decoder) {
        // oxlint-disable-next-line no-control-regex
        if (/[\0-\x08\x0b\x0e-\x1f]/.test(decoder.decode(chunk, { stream: true }))) return false;
      } else for (const byte of chunk) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return false;
    }
    decoder?.decode();
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

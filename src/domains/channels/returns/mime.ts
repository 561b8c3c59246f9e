/** Header fields by lower-case name, each with all that was said under it, in order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export interface Part {
  readonly fields: Fields;
  readonly body: string;
}

const mostFields = 400;
const mostLetters = 4_000;
const mostParts = 30;

/** The first that was said under a name; empty when nothing was. */
export const field = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';

/**
 * A block of header fields and what follows it (RFC 5322, §2.2): folded lines are joined, what has no colon is passed over. Bounded in
 * number and length, whatever is given.
 */
export function readPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  return { fields: readFields(head), body: end ? text.slice(end.index + end[0].length) : '' };
}

export function readFields(block: string): Fields {
  const fields = new Map<string, string[]>();
  let name = '';
  let count = 0;
  for (const line of block.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      const said = fields.get(name);
      const last = said?.at(-1);
      if (said && last !== undefined && last.length < mostLetters) said[said.length - 1] = `${last} ${line.trim()}`.slice(0, mostLetters);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0 || colon > 80) {
      name = '';
      continue;
    }
    if ((count += 1) > mostFields) break;
    name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1, colon + 1 + mostLetters).trim();
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** The media type of a part, and one of its parameters (RFC 2045, §5.1). */
export const typeOf = (fields: Fields): string =>
  /^[\w.+-]+\/[\w.+-]+/.exec(field(fields, 'content-type').toLowerCase())?.[0] ?? 'text/plain';

export function parameterOf(fields: Fields, name: string): string {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,200})"|([^;\\s]{1,200}))`, 'i');
  const [, quoted, bare] = pattern.exec(field(fields, 'content-type')) ?? [];
  return quoted ?? bare ?? '';
}

/** The parts of a multipart body (RFC 2046, §5.1.1); one level, since what is within a returned letter is of no matter. */
export function partsOf({ fields, body }: Part): Part[] {
  const boundary = parameterOf(fields, 'boundary');
  if (boundary === '' || !typeOf(fields).startsWith('multipart/')) return [];
  const parts: string[] = [];
  let lines: string[] | null = null;
  for (const line of body.split(/\r?\n/)) {
    const marks = line.startsWith('--') && line.slice(2).trimEnd();
    if (marks === boundary || marks === `${boundary}--`) {
      if (lines) parts.push(lines.join('\n'));
      lines = marks === boundary && parts.length < mostParts ? [] : null;
      if (marks !== boundary) break;
    } else lines?.push(line);
  }
  // What was cut off on its way still says something.
  if (lines) parts.push(lines.join('\n'));
  return parts.map(readPart).map(decoded);
}

function decoded(part: Part): Part {
  const encoding = field(part.fields, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return { ...part, body: Buffer.from(part.body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64').toString('latin1') };
  if (encoding !== 'quoted-printable') return part;
  const body = part.body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { ...part, body };
}

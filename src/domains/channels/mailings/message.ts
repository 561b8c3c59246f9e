import { cut, htmlOf, plainOf, type Hole, type Letter, type PersonalValues } from '../letter.ts';
import { encodedHeader, type Header } from './headers.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** A letter made ready: what is the same for all is encoded once; for each one only his own. */
export interface ReadyLetter {
  /** @throws BrokenLetter when this contact has nothing to put into a hole that has no fallback */
  readonly subject: (values: PersonalValues) => string;
  /** The parts of the body, one after the other: complete lines of ASCII, none of which begins with a dot. @throws BrokenLetter */
  readonly body: (values: PersonalValues) => Buffer[];
  readonly contentType: Header;
}

/** @throws BrokenLetter when it is broken for everybody */
export function readyLetter(letter: Letter, boundary: string): ReadyLetter {
  const subject = cut(letter.subject);
  const steady = subject.every((part) => typeof part === 'string') ? encodedHeader(letter.subject) : null;
  const part = (type: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
  const pieces = joined([
    part('text/plain'),
    ...encoded(cut(letter.text), plainOf),
    `\r\n${part('text/html')}`,
    ...encoded(cut(letter.html), htmlOf),
    `\r\n--${boundary}--\r\n`,
  ]);
  return {
    subject: (values) => steady ?? encodedHeader(subject.map((one) => (typeof one === 'string' ? one : plainOf(one, values))).join('')),
    body: (values) => pieces.map((piece) => (typeof piece === 'function' ? Buffer.from(piece(values), 'latin1') : piece)),
    contentType: ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  };
}

type Own = (values: PersonalValues) => string;
type Say = (hole: Hole, values: PersonalValues) => string;

/** A soft line break (RFC 2045, §6.7) at each side of a hole: so what is fixed can be encoded without knowing what comes in between. */
function encoded(parts: readonly (string | Hole)[], say: Say): (string | Own)[] {
  return parts.flatMap((part, index): (string | Own)[] => {
    const after = index < parts.length - 1;
    if (typeof part !== 'string') return [(values) => softly(say(part, values), after)];
    return [softly(part, after)];
  });
}

function softly(text: string, more: boolean): string {
  const { encoded: said, column } = quotedPrintable(text);
  return more && column > 0 ? `${said}=\r\n` : said;
}

/** Runs of what is fixed become one each. */
function joined(parts: readonly (string | Own)[]): (Buffer | Own)[] {
  const pieces: (Buffer | Own)[] = [];
  let run = '';
  const end = () => {
    if (run !== '') pieces.push(Buffer.from(run, 'latin1'));
    run = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') run += part;
    else {
      end();
      pieces.push(part);
    }
  }
  end();
  return pieces;
}

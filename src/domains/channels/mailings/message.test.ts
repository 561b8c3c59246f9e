import { createHash, createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simpleParts } from '#test/support/mail-parts.ts';
import { fill, type Letter, type PersonalValues } from '../letter.ts';
import { signature } from './dkim.ts';
import { encodedHeader, isDeliverable, mailbox, type Header } from './headers.ts';
import { readyLetter } from './message.ts';

const values = (name: string): PersonalValues => ({
  name,
  first_name: name,
  organization: '',
  unit: '',
  region: '',
  preferences: 'https://x.co/p?a=1&b=2',
  one_click: '',
  view: '',
});
const words = fc.array(
  fc.constantFrom('hola', '{{name|vecino}}', ' ', '.', '\n', 'ñandú — año', '=', 'x'.repeat(90), '{{preferences}}', '\t', '.\n.'),
  { maxLength: 30 },
);
const written = (letter: Letter, own: PersonalValues) => Buffer.concat(readyLetter(letter, '=_b').body(own)).toString('latin1');

describe('a message whose fixed parts were encoded once', () => {
  test('says what the filled letter says, in lines that every server takes, with nothing at their ends', () => {
    fc.assert(
      fc.property(words, fc.string({ unit: 'grapheme', maxLength: 60 }), (parts, name) => {
        const text = parts.join('');
        const letter: Letter = { subject: 's', text, html: text, language: 'es' };
        const own = values(name);
        const body = written(letter, own);
        const read = simpleParts(`Content-Type: multipart/alternative; boundary="=_b"\r\n\r\n${body}`);
        const filled = fill(letter, own);
        expect(read.text.replace(/\n$/, '')).toBe(filled.text);
        expect(read.html.replace(/\n$/, '')).toBe(filled.html);
        for (const line of body.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(76);
          expect(line).toMatch(/^[\x20-\x7e]*$/);
          expect(line).not.toMatch(/^\.|[ \t]$|[ \t]{2}/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a header with any letters is words of at most 75, and nothing else in it begins a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      for (const line of encodedHeader(text).split('\r\n ')) {
        expect(line.length).toBeLessThanOrEqual(75);
        expect(line).toMatch(/^[\x20-\x7e]*$/);
      }
    }),
  );
  expect(mailbox('Alcaldía\r\nBcc: x', 'a@x.co')).not.toContain('\nBcc');
  expect(mailbox('O"Hara, Ana', 'a@x.co')).toBe('"O\\"Hara, Ana" <a@x.co>');
});

test.each(['a@x.co>\r\nDATA', 'a b@x.co', '<a@x.co>', 'señor@x.co', '@x.co', 'a@'])('%j is not an address to write to', (address) => {
  expect(isDeliverable(address)).toBe(false);
});

describe.each([
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['Ed25519', generateKeyPairSync('ed25519')],
] as const)('a signature of DKIM by %s', (kind, { privateKey, publicKey }) => {
  const headers: Header[] = [
    ['From', 'Alcaldía <prensa@x.co>'],
    ['Subject', '=?UTF-8?B?SG9sYQ==?=\r\n =?UTF-8?B?SG9sYQ==?='],
    ['Precedence', 'bulk'],
    ['List-Unsubscribe', '<https://x.co/u>'],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ];
  const body = [Buffer.from('--b\r\nhola   \r\n', 'latin1'), Buffer.from('--b--\r\n')].map((one) =>
    Buffer.from(one.toString().replace(/ +\r/g, '\r')),
  );
  const signed = signature({ domain: 'x.co', selector: 'pregon', key: privateKey }, headers, body, new Date(0));

  test('holds for what was signed', async () => {
    expect(holds(await signed, headers, body, publicKey, kind === 'Ed25519')).toBe(true);
  });

  test('does not for another letter, or another header', async () => {
    expect(holds(await signed, headers, [...body, Buffer.from('x\r\n')], publicKey, kind === 'Ed25519')).toBe(false);
    const other = headers.map((header): Header => (header[0] === 'From' ? ['From', 'otro@x.co'] : header));
    expect(holds(await signed, other, body, publicKey, kind === 'Ed25519')).toBe(false);
  });
});

/** RFC 6376, §6.1, for relaxed/relaxed, written apart from what signs. */
function holds([name, value]: Header, headers: readonly Header[], body: readonly Buffer[], key: KeyObject, elliptic: boolean): boolean {
  const tags = Object.fromEntries(
    value
      .replace(/\s+/g, ' ')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replaceAll(' ', '')]),
  );
  const canonicalBody = Buffer.concat(body)
    .toString('latin1')
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)*$/, '\r\n');
  if (createHash('sha256').update(canonicalBody, 'latin1').digest('base64') !== tags.bh) return false;
  const relax = ([field, said]: Header) => `${field.toLowerCase()}:${said.replace(/\s+/g, ' ').trim()}`;
  const lines = tags.h!.split(':').map((field) => relax(headers.find(([known]) => known.toLowerCase() === field)!));
  lines.push(relax([name, value.replace(/ b=[\s\S]*$/, ' b=')]));
  const data = Buffer.from(lines.join('\r\n'), 'latin1');
  const signed = Buffer.from(tags.b!, 'base64');
  const given = createPublicKey(key.export({ type: 'spki', format: 'pem' }));
  return elliptic ? verify(null, createHash('sha256').update(data).digest(), given, signed) : verify('sha256', data, given, signed);
}

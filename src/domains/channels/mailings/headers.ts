/** A header as it is written: its value in ASCII, folded or not. */
export type Header = readonly [name: string, value: string];

const wordBytes = 42;

/** A value that may hold any letter, as encoded words of at most 75 (RFC 2047, §2), never breaking a letter; plain when it can be. */
export function encodedHeader(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(clean) && !clean.includes('=?') && clean.length < 70) return clean;
  const words: string[] = [];
  let run = '';
  for (const letter of clean) {
    if (Buffer.byteLength(run + letter) > wordBytes) {
      words.push(run);
      run = '';
    }
    run += letter;
  }
  words.push(run);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

/** Somebody with his address: `Alcaldía <prensa@…>`. The name cannot begin another header. */
export function mailbox(name: string, address: string): string {
  const clean = encodedHeader(name);
  if (clean === '') return `<${address}>`;
  return `${/^[\w !#$%&'*+/=?^`{|}~-]*$/.test(clean) || clean.startsWith('=?') ? clean : `"${clean.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}

export const written = (headers: readonly Header[]): string => headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');

/** An address that can stand in a command of SMTP without ending it (RFC 5321, §4.1.2). */
export const isDeliverable = (address: string): boolean =>
  /^[^\s<>()[\]\\,;:"\u0080-\uffff]+@[^\s<>()[\]\\,;:"\u0080-\uffff]+$/.test(address) && address.length <= 254;

const escapes = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const widest = 75;

/**
 * Quoted-printable of a text (RFC 2045, §6.7), in lines of at most 76 that begin at column `column`. A tab, and a space before another or a line
 * end, are written out, so that no reader and no signature (RFC 6376, §3.4.4) can see it differently.
 */
export function quotedPrintable(text: string, column = 0): { readonly encoded: string; readonly column: number } {
  const bytes = Buffer.from(text.replace(/\r\n|\r|\n/g, '\n'), 'utf8');
  let encoded = '';
  let at = column;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === 10) {
      encoded += '\r\n';
      at = 0;
      continue;
    }
    const one = wordOf(byte, bytes[index + 1], at === 0);
    if (at + one.length > widest) {
      encoded += '=\r\n';
      at = 0;
      // What a line begins with is looked at again: a dot would need another (RFC 5321, §4.5.2).
      const first = wordOf(byte, bytes[index + 1], true);
      encoded += first;
      at = first.length;
      continue;
    }
    encoded += one;
    at += one.length;
  }
  return { encoded, column: at };
}

function wordOf(byte: number, next: number | undefined, first: boolean): string {
  if (byte === 46 && first) return escapes[byte]!;
  if (byte === 32) return next === undefined || next === 10 || next === 32 ? escapes[byte]! : ' ';
  return byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : escapes[byte]!;
}

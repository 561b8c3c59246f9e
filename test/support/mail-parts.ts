/** The headers of a message and its two parts, decoded: enough of MIME (RFC 2045–2047) to read what we write. */
export function simpleParts(data: string): { headers: Record<string, string>; text: string; html: string } {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), wordsOf(line.slice(line.indexOf(':') + 1).trim())]),
  );
  const boundary = /boundary="(.*)"/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const [, text = '', html = ''] = rest.join('\r\n\r\n').split(`--${boundary}`);
  return { headers, text: partOf(text), html: partOf(html) };
}

const wordsOf = (value: string) =>
  value.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());

function partOf(part: string): string {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** As it came, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The signature that a request must carry: Signature Version 4 by its header «Authorization» (Amazon S3 API Reference,
 * «Authenticating Requests: Using the Authorization Header»).
 */
export function signatureOf({ method, url, headers }: SignedRequest, { accessKeyId, secretAccessKey }: S3Keys): string {
  const { credential, signedHeaders } = authorizationOf(headers);
  const [key, day, region, service, end] = credential;
  if (key !== accessKeyId || service !== 's3' || end !== 'aws4_request') return '';
  const at = new URL(url, 'http://peer');
  const canonical = [
    method,
    at.pathname,
    [...at.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const signing = [day!, region!, 's3', 'aws4_request'].reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secretAccessKey}`);
  return hmac(signing, ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')).toString('hex');
}

/** What the header says: `AWS4-HMAC-SHA256 Credential=…/day/region/s3/aws4_request, SignedHeaders=a;b, Signature=…`. */
export function authorizationOf(headers: SignedRequest['headers']) {
  const parts = Object.fromEntries(
    (headers.authorization ?? '')
      .replace('AWS4-HMAC-SHA256 ', '')
      .split(/,\s*/)
      .map((part) => part.split(/=(.*)/s, 2) as [string, string]),
  );
  return {
    credential: (parts.Credential ?? '').split('/'),
    signedHeaders: (parts.SignedHeaders ?? '').split(';'),
    signature: parts.Signature ?? '',
  };
}

export const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

import { expect, test } from 'vitest';
import { sha256, signatureOf } from './s3-signature.ts';

// Amazon S3 API Reference, «Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk», examples.
const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const example = (signed: string, url: string, headers: Record<string, string> = {}) =>
  signatureOf(
    {
      method: 'GET',
      url,
      headers: {
        host: 'examplebucket.s3.amazonaws.com',
        'x-amz-content-sha256': sha256(''),
        'x-amz-date': '20130524T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/20130524/us-east-1/s3/aws4_request, SignedHeaders=${signed}, Signature=?`,
        ...headers,
      },
    },
    keys,
  );

test('a signature is the one that Amazon publishes for its example', () => {
  expect(example('host;range;x-amz-content-sha256;x-amz-date', '/test.txt', { range: 'bytes=0-9' })).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
  expect(example('host;x-amz-content-sha256;x-amz-date', '/?max-keys=2&prefix=J')).toBe(
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});

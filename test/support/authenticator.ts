import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Options {
  readonly origin: string;
  readonly challenge: string;
  readonly verified?: boolean;
}

/** A key in software that speaks WebAuthn Level 3: ES256, attestation `none`, a counter that grows. */
export class Authenticator {
  readonly id = randomBytes(16).toString('base64url');
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  /** What `navigator.credentials.create()` answers, as JSON. */
  register(options: Options) {
    const attestation = map(['fmt', 'none'], ['attStmt', Buffer.from([0xa0])], ['authData', bytes(this.#data(options, true))]);
    return this.#credential({
      clientDataJSON: clientData('webauthn.create', options),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What `navigator.credentials.get()` answers, as JSON. */
  use(options: Options) {
    const data = this.#data(options, false);
    const client = clientData('webauthn.get', options);
    const signature = sign('sha256', Buffer.concat([data, sha256(Buffer.from(client, 'base64url'))]), this.#keys.privateKey);
    return this.#credential({
      clientDataJSON: client,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  #credential<R>(response: R) {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, clientExtensionResults: {}, response };
  }

  #data({ origin, verified = true }: Options, attested: boolean): Buffer {
    const head = Buffer.alloc(5);
    head[0] = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    head.writeUInt32BE(++this.#counter, 1);
    const host = sha256(Buffer.from(new URL(origin).hostname));
    return Buffer.concat([
      host,
      head,
      ...(attested ? [Buffer.alloc(16), Buffer.from([0, 16]), Buffer.from(this.id, 'base64url'), this.#publicKey()] : []),
    ]);
  }

  /** COSE_Key (RFC 9053 §7.1.1): EC2, ES256, P-256, x, y. */
  #publicKey(): Buffer {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const point = (value: string) => bytes(Buffer.from(value, 'base64url'));
    return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), point(x!), Buffer.from([0x22]), point(y!)]);
  }
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest();
const clientData = (type: string, { origin, challenge }: Options) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');

// Just enough CBOR (RFC 8949) for the above.
const text = (value: string) => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) =>
  Buffer.concat([
    value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ]);
const map = (...pairs: [string, string | Buffer][]) =>
  Buffer.concat([
    Buffer.from([0xa0 | pairs.length]),
    ...pairs.flatMap(([name, value]) => [text(name), typeof value === 'string' ? text(value) : value]),
  ]);

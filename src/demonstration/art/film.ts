import sharp from 'sharp';
import { sceneSvg } from './scenes.ts';

/**
 * A short film of some scenes, without sound, as WebM (Matroska, RFC 9559): each frame is the VP8 key frame that a lossy WebP holds
 * (RFC 6386), so that nothing but sharp is needed to make it.
 */
export async function film(motifs: readonly string[], seconds = 2): Promise<Buffer> {
  const frames = await Promise.all(motifs.map(frame));
  const info = element(0x1549a966, [
    element(0x2ad7b1, number(1_000_000)),
    element(0x4d80, Buffer.from('Pregon')),
    element(0x5741, Buffer.from('Pregon')),
    element(0x4489, float(motifs.length * seconds * 1000)),
  ]);
  const video = element(0xe0, [element(0xb0, number(width)), element(0xba, number(height))]);
  const track = element(0xae, [
    element(0xd7, number(1)),
    element(0x73c5, number(1)),
    element(0x83, number(1)),
    element(0x86, Buffer.from('V_VP8')),
    video,
  ]);
  const clusters = frames.map((data, at) =>
    element(0x1f43b675, [element(0xe7, number(at * seconds * 1000)), element(0xa3, [Buffer.from([0x81, 0, 0, 0x80]), data])]),
  );
  const segment = element(0x18538067, [info, element(0x1654ae6b, [track]), ...clusters]);
  return Buffer.concat([head, segment]);
}

const [width, height] = [640, 400];

async function frame(motif: string): Promise<Buffer> {
  const webp = await sharp(Buffer.from(sceneSvg(motif)))
    .resize(width, height)
    .webp({ quality: 60 })
    .toBuffer();
  for (let at = 12; at < webp.length;) {
    const size = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error('this WebP holds no VP8 frame');
}

const head = element(0x1a45dfa3, [
  element(0x4286, number(1)),
  element(0x42f7, number(1)),
  element(0x42f2, number(4)),
  element(0x42f3, number(8)),
  element(0x4282, Buffer.from('webm')),
  element(0x4287, number(2)),
  element(0x4285, number(2)),
]);

function element(id: number, content: Buffer | readonly Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(0x0100000000000000n | BigInt(body.length));
  return Buffer.concat([number(id), size, body]);
}

/** Big-endian, in as few bytes as it needs. */
function number(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

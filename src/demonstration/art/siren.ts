const rate = 8_000;

/** The siren's one, two and three calls, as a WAV of some ten seconds: 8 bits, mono (RIFF, Microsoft 1991). */
export function siren(): Buffer {
  const calls = [1, 2, 3].flatMap((count) => [...Array.from({ length: count }, () => [...call(), ...silence(0.25)]).flat(), ...silence(1)]);
  const data = Buffer.from(calls);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

const silence = (seconds: number): number[] => Array.from({ length: seconds * rate }, () => 128);

/** One call: from 440 to 880 Hz and back in a second, rising and dying softly. */
function call(): number[] {
  let turn = 0;
  return Array.from({ length: rate }, (_, at) => {
    const part = at / rate;
    turn += (2 * Math.PI * (440 + 440 * Math.sin(Math.PI * part))) / rate;
    return Math.round(128 + 100 * Math.sin(Math.PI * part) * Math.sin(turn));
  });
}

import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { houseLimit, tooBig } from '#platform/files/keep.ts';
import { inFolder, spool } from '#platform/files/spool.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Typed, TypedFile } from './form.ts';

export interface BodyLimits {
  /** Of one file, in bytes. */
  readonly file: number;
  readonly files: number;
  readonly fields: number;
  /** Of all text fields together, with their names, in bytes. */
  readonly text: number;
}

export const bodyLimits: BodyLimits = { file: houseLimit, files: 20, fields: 200, text: 1024 * 1024 };

const nothing: Typed = { fields: {}, files: {} };

/**
 * Reads a form while it arrives, in bounded memory: its files lie below `incoming` until `work` has ended. Reading stops at
 * the first thing that is too much; `work` then gets what had come and a refusal: `file.too_big` {limit in MB} beside its
 * field, `form.too_many_files` {limit}, `form.too_long`, `form.broken`. Any other body is no form and is left unread.
 */
export async function withForm<T>(
  request: Request,
  incoming: string,
  limits: BodyLimits,
  work: (typed: Typed, refusal: Refusal | null) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return work(nothing, null);
  return inFolder(incoming, async (folder) => {
    const reading = new FormReading(type, folder, limits);
    const refusal = await reading.read(request.body!);
    return work(reading.typed, refusal);
  });
}

class FormReading {
  readonly #fields = new Map<string, string | string[]>();
  readonly #files = new Map<string, TypedFile[]>();
  readonly #type: string;
  readonly #folder: string;
  readonly #limits: BodyLimits;
  readonly #spooling: Promise<{ field: string; file: TypedFile } | void>[] = [];
  readonly #streams: Readable[] = [];
  #refusal: Refusal | null = null;
  #failure: unknown;
  readonly #stop = Promise.withResolvers<void>();
  #counted = { fields: 0, files: 0, text: 0 };

  constructor(type: string, folder: string, limits: BodyLimits) {
    this.#type = type;
    this.#folder = folder;
    this.#limits = limits;
  }

  get typed(): Typed {
    return { fields: Object.fromEntries(this.#fields), files: Object.fromEntries(this.#files) };
  }

  /** What is refused first is told; nothing is read after it. */
  #refuse(refusal: Refusal): void {
    this.#refusal ??= refusal;
    this.#stop.resolve();
  }

  #fail(cause: unknown): void {
    if (this.#refusal) return;
    this.#failure ??= cause;
    this.#stop.resolve();
  }

  async read(body: ReadableStream<Uint8Array>): Promise<Refusal | null> {
    try {
      await this.#parse(body);
    } catch {
      this.#refuse(refuse('form.broken'));
    }
    // A sender who went away leaves a file that would never end.
    if (this.#refusal || this.#failure !== undefined) for (const stream of this.#streams) stream.destroy();
    // In the order in which they came, however long each took. A file field left empty arrives as a nameless file of no bytes.
    for (const spooled of await Promise.all(this.#spooling)) {
      if (!spooled || (spooled.file.size === 0 && spooled.file.name === '')) continue;
      this.#files.set(spooled.field, [...(this.#files.get(spooled.field) ?? []), spooled.file]);
    }
    if (this.#failure !== undefined) throw this.#failure;
    return this.#refusal;
  }

  /** Feeds the parser piece by piece, so that nothing more is read once something is refused. */
  async #parse(body: ReadableStream<Uint8Array>): Promise<void> {
    const { text, fields, files } = this.#limits;
    // One more than allowed, so that what is too much is seen rather than cut.
    const parser = new Busboy({
      headers: { 'content-type': this.#type },
      limits: { fieldSize: text + 1, fieldNameSize: 200, fields: fields + 1, files: files + 1, parts: fields + files + 2 },
    });
    const ended = new Promise<void>((resolve, reject) => {
      parser.once('finish', resolve).once('error', reject);
    });
    ended.catch(() => undefined);
    parser.on('field', (name, value) => this.#takeField(name, value));
    parser.on('file', (field, stream, name) => this.#takeFile(field, stream, name));
    // The connection is the server's to drain or close, so that the answer still arrives.
    for await (const chunk of body.values({ preventCancel: true })) {
      if (!parser.write(chunk))
        await Promise.race([
          new Promise((drained) => {
            parser.once('drain', drained);
          }),
          ended,
          this.#stop.promise,
        ]);
      if (this.#refusal || this.#failure !== undefined) {
        parser.destroy();
        return;
      }
    }
    parser.end();
    await Promise.race([ended, this.#stop.promise]);
  }

  #takeField(name: string, value: string): void {
    if (this.#refusal) return;
    this.#counted.fields++;
    this.#counted.text += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (this.#counted.fields > this.#limits.fields || this.#counted.text > this.#limits.text) {
      return this.#refuse(refuse('form.too_long'));
    }
    const before = this.#fields.get(name);
    this.#fields.set(name, before === undefined ? value : [before, value].flat());
  }

  #takeFile(field: string, stream: Readable, name = ''): void {
    if (this.#refusal || ++this.#counted.files > this.#limits.files) {
      this.#refuse(refuse('form.too_many_files', { limit: this.#limits.files }, field));
      stream.resume();
      return;
    }
    this.#streams.push(stream);
    const path = `${this.#folder}/${this.#counted.files}`;
    const spooling = spool(stream, path, this.#limits.file);
    this.#spooling.push(
      spooling
        .then((spooled) => {
          if (spooled) return { field, file: { name, size: spooled.size, content: () => createReadStream(path) } };
          this.#refuse(tooBig(this.#limits.file, field));
        })
        .catch((cause: unknown) => {
          if (!isCutShort(cause)) this.#fail(cause);
        }),
    );
  }
}

/** The parser ends a file's stream early when the form is cut short; that is told by the parser itself. */
function isCutShort(cause: unknown): boolean {
  return (cause as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE' || /multipart/i.test(String(cause));
}

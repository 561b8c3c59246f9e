import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/ctx.ts';
import type { Refusal } from '#platform/refusal.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface FileToKeep {
  readonly name: string;
  readonly content: Readable | AsyncIterable<Uint8Array>;
  /** Media types or prefixes (`image/`) that this place takes; absent: any kind that the house takes. */
  readonly accepts?: readonly string[];
  /** In bytes; absent: the house's limit. */
  readonly limit?: number;
}

/** Where contents live: a folder below DATA_DIR, or an S3-compatible store. Rows are in `files`. */
export interface Files {
  /** Streams a content in: sniffs its type, refuses what it may not be, re-encodes images without metadata. */
  keep(ctx: Ctx, file: FileToKeep): Promise<StoredFile | Refusal>;
  /** The content, or one rendition of it, from `start` to `end` inclusive when given. Throws NotFound. */
  read(id: string, rendition?: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Every stored key, for backups. */
  keys(): AsyncIterable<string>;
  readKey(key: string): Promise<Readable>;
  writeKey(key: string, content: Readable): Promise<void>;
}

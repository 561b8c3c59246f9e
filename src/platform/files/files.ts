import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { Refusal } from '#platform/refusal.ts';
import type { Kind } from './kinds.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** What the content is, sniffed: a media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** When it was opened to anybody; null: only for who signed in. */
  readonly publicSince: Date | null;
}

export interface FileToKeep {
  readonly name: string;
  readonly content: Readable | AsyncIterable<Uint8Array>;
  /** Media types or prefixes (`image/`) that this place takes; absent: any kind that the house takes. */
  readonly accepts?: readonly string[];
  /** In bytes, for all kinds or for some groups of them; absent: the house's limit. */
  readonly limit?: number | Limits;
}

export type Limits = Readonly<Partial<Record<Kind['group'], number>>>;

/** Images come also smaller, as WebP: at most so many pixels wide or high. */
export const renditions = { thumb: 320, medium: 960, large: 1920 } as const;
export type RenditionName = keyof typeof renditions;

/** The first and the last byte, both included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Contents live in a folder below DATA_DIR or in an S3-compatible store, each once; rows are in `files`. */
export interface Files {
  /**
   * Streams a content in: sniffs its type, refuses what it may not be, re-encodes images without metadata.
   * Refuses with `file.empty`, `file.too_big` {limit in MB}, `file.kind` {type}, `file.lies` {name, is}, `file.not_here` {type},
   * `file.pixels` {limit in millions}, `file.broken`.
   */
  keep(ctx: Ctx, file: FileToKeep): Promise<StoredFile | Refusal>;
  /** Opens a file to anybody, such as the emblem. @throws NotFound */
  publish(ctx: Ctx, id: string): Promise<void>;
  /** The row. @throws NotFound */
  find(db: Db, id: string): Promise<StoredFile>;
  /** The type and size of one rendition. @throws NotFound when the file has none of that name. */
  rendition(db: Db, id: string, name: string): Promise<{ readonly type: string; readonly size: number }>;
  /** The content, or one rendition of it. @throws NotFound when the store lost it. */
  read(file: Pick<StoredFile, 'sha256'>, rendition?: string, range?: Range): Promise<Readable>;
  /** Every stored key, for backups. */
  keys(): AsyncIterable<string>;
  /** @throws NotFound */
  readKey(key: string): Promise<Readable>;
  writeKey(key: string, content: Readable): Promise<void>;
  removeKey(key: string): Promise<void>;
}

/** The key of a content: by hash, so that the same content is stored once, in 65,536 folders. */
export function contentKey(sha256: string, rendition?: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}${rendition === undefined ? '' : `.${rendition}`}`;
}

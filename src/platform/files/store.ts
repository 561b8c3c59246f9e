import type { Readable } from 'node:stream';
import type { Range } from './files.ts';

/** Where contents lie, by key. Both stores answer alike: a test holds them to it. */
export interface Store {
  has(key: string): Promise<boolean>;
  /** Takes a finished local file in; the file may be gone afterwards. A key holds the whole content or nothing. */
  put(key: string, path: string): Promise<void>;
  /** @throws NotFound */
  read(key: string, range?: Range): Promise<Readable>;
  keys(): AsyncIterable<string>;
  remove(key: string): Promise<void>;
}

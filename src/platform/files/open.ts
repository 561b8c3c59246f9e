import type { Config } from '#config';
import type { Files } from './files.ts';

/** The store that the settings name: an S3-compatible bucket, or a folder below DATA_DIR. */
export function openFiles(config: Config): Files {
  throw new Error(`not here: ${config.DATA_DIR}`);
}

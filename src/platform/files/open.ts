import { join } from 'node:path';
import type { Config } from '#config';
import { NotFound } from '#platform/refusal.ts';
import { diskStore } from './disk-store.ts';
import { contentKey, type Files } from './files.ts';
import { findFile, findRendition, markPublic } from './files.queries.ts';
import { keepIn } from './keep.ts';
import { forgetOld, inFolder, spool } from './spool.ts';
import type { Store } from './store.ts';

const day = 24 * 60 * 60_000;

/** The store that the settings name: an S3-compatible bucket, or a folder below DATA_DIR. */
export async function openFiles(config: Config): Promise<Files> {
  const incoming = spoolFolder(config);
  forgetOld(incoming, new Date(Date.now() - day)).catch(() => undefined);
  return filesOn(await storeOf(config), incoming);
}

/** Where contents lie while they come in: beside the store, so that a finished one only changes its name. */
export function spoolFolder(config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'incoming');
}

export function filesOn(store: Store, incoming: string): Files {
  return {
    keep: (ctx, file) => inFolder(incoming, (folder) => keepIn(store, folder, ctx, file)),
    publish: async (ctx, id) => {
      if (!isId(id)) throw new NotFound(`file ${id}`);
      if (await markPublic(ctx.db, id, ctx.now)) return ctx.tell({ name: 'file.published', subject: { type: 'file', id } });
      if (!(await findFile(ctx.db, id))) throw new NotFound(`file ${id}`);
    },
    find: async (db, id) => found(isId(id) && (await findFile(db, id)), `file ${id}`),
    rendition: async (db, id, name) => found(isId(id) && (await findRendition(db, id, name)), `file ${id} ${name}`),
    read: ({ sha256 }, rendition, range) => store.read(contentKey(sha256, rendition), range),
    keys: () => store.keys(),
    readKey: (key) => store.read(key),
    writeKey: (key, content) =>
      inFolder(incoming, async (folder) => {
        await spool(content, `${folder}/content`);
        await store.put(key, `${folder}/content`);
      }),
    removeKey: (key) => store.remove(key),
  };
}

async function storeOf(config: Config): Promise<Store> {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT, S3_REGION } = config;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined)
    return diskStore(join(config.DATA_DIR, 'files'));
  // A library of megabytes, which a house without a bucket does not load.
  const { s3Store } = await import('./s3-store.ts');
  return s3Store({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

function found<T>(row: T | undefined | false, what: string): T {
  if (row === undefined || row === false) throw new NotFound(what);
  return row;
}

import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { contentKey, type FileToKeep, type StoredFile } from './files.ts';
import { insertFile, insertRenditions } from './files.queries.ts';
import { redraw, type Redrawn } from './images.ts';
import type { Kind } from './kinds.ts';
import { cleanName } from './name.ts';
import { forgetPlace } from './place.ts';
import { sniff } from './sniff.ts';
import { sha256Of, spool } from './spool.ts';
import type { Store } from './store.ts';

export const houseLimit = 50 * 1024 * 1024;

/** Spools → sniffs → redraws images, takes the place out of films → stores what is not there yet → writes the row. `folder` is the caller's to remove. */
export async function keepIn(store: Store, folder: string, ctx: Ctx, file: FileToKeep): Promise<StoredFile | Refusal> {
  const limit = file.limit ?? houseLimit;
  const longest = typeof limit === 'number' ? limit : Math.max(houseLimit, ...Object.values(limit));
  const path = `${folder}/content`;
  const spooled = await spool(file.content, path, longest);
  if (!spooled) return tooBig(longest);
  if (spooled.size === 0) return refuse('file.empty');
  const kind = await sniff(path, file.name, file.accepts);
  if (isRefusal(kind)) return kind;
  const own = typeof limit === 'number' ? limit : (limit[kind.group] ?? houseLimit);
  if (spooled.size > own) return tooBig(own);
  const name = cleanName(file.name, kind);
  if (kind.group === 'image') {
    const redrawn = await redraw(path, kind, folder);
    return isRefusal(redrawn) ? redrawn : keepImage(store, ctx, name, kind, redrawn);
  }
  const { size } = spooled;
  const sha256 = (await forgetPlace(path, kind)) ? await sha256Of(path) : spooled.sha256;
  await putOnce(store, contentKey(sha256), path);
  return insertFile(ctx, { name, type: kind.type, size, sha256, width: null, height: null });
}

/** Said where reading stopped, in whole megabytes. */
export function tooBig(limit: number, field?: string): Refusal {
  return refuse('file.too_big', { limit: Math.max(1, Math.floor(limit / 1024 / 1024)) }, field);
}

async function keepImage(store: Store, ctx: Ctx, name: string, kind: Kind, { original, renditions }: Redrawn): Promise<StoredFile> {
  const { size, width, height } = original;
  const sha256 = await sha256Of(original.path);
  const smaller = Object.entries(renditions);
  for (const [rendition, drawn] of smaller) await putOnce(store, contentKey(sha256, rendition), drawn.path);
  await putOnce(store, contentKey(sha256), original.path);
  const file = await insertFile(ctx, { name, type: kind.type, size, sha256, width, height });
  await insertRenditions(
    ctx.db,
    file.id,
    smaller.map(([rendition, drawn]) => ({
      name: rendition,
      type: drawn.type,
      size: drawn.size,
      width: drawn.width,
      height: drawn.height,
    })),
  );
  return file;
}

async function putOnce(store: Store, key: string, path: string): Promise<void> {
  if (!(await store.has(key))) await store.put(key, path);
}

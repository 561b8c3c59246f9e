import type { Ctx } from '#platform/ctx.ts';
import type { StoredFile } from '#platform/files/files.ts';
import { may } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import { selectBelongings, type Belonging } from './file-access.queries.ts';
import { editorialPolicy } from './policy.ts';
import { readerOf } from './readers.ts';
import { requestReaderOf } from './request-readers.ts';

/** How a file may be read: as any other of the house; `guarded`: by whom it names, each look written down, kept by no cache. */
export type FileAccess = { readonly guarded: false } | { readonly guarded: true; readonly of: Belonging };

/**
 * Whether an actor may read a file, in any of its sizes. A file of an asset that came within a classified or reserved piece, or that only
 * such pieces show, is for who may read that piece, and one that came with a request for who may read that request, whatever their
 * roles. What readers of a memo signed is for who may see its readers. Authorisations of who is seen are for who works with the library. Any other is for who signed in, or for all once public.
 * @throws NotFound to whoever may not: he may not know either that it is there.
 */
export async function mayReadFile(ctx: Ctx, file: Pick<StoredFile, 'id' | 'publicSince'>): Promise<FileAccess> {
  const { actor } = ctx;
  const belongings = await selectBelongings(ctx.db, file.id, await readerOf(ctx), await requestReaderOf(ctx), {
    all: may(actor, editorialPolicy['memos.read_all']),
    person: actor.id,
  });
  const works = actor.kind !== 'nobody' && may(actor, editorialPolicy['assets.read']);
  const open = belongings.filter(({ personal, readable }) => readable && (!personal || works));
  const plain = belongings.length === 0 || open.some(({ personal, secret }) => !personal && !secret);
  if (plain && (file.publicSince !== null || actor.kind === 'person' || actor.kind === 'key')) return { guarded: false };
  const [of] = plain ? [] : open;
  if (!of) throw new NotFound(`file ${file.id}`);
  return { guarded: true, of };
}

/** Writes down that somebody looked at a guarded file. */
export async function noteLook(ctx: Ctx, file: string, of: Belonging): Promise<void> {
  const { asset, request, memo } = of;
  const after = { file };
  if (asset !== null) await ctx.tell({ name: 'asset.looked', subject: { type: 'asset', id: asset }, after });
  else if (request !== null) await ctx.tell({ name: 'request.file_looked', subject: { type: 'request', id: request }, after });
  else await ctx.tell({ name: 'memo.sheet_looked', subject: { type: 'memo', id: memo! }, after });
}

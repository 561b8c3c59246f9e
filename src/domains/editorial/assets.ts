import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/ctx.ts';
import type { Files } from '#platform/files/files.ts';
import { lookOf } from '#platform/files/look.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { stale } from '#platform/stale.ts';
import { lastChange, todayOf } from '#domains/organization/index.ts';
import { assetKindOf, assetTopic, titleOfFile, type Asset } from './asset.ts';
import type { AssetFilter, AssetInput } from './assets.input.ts';
import {
  clearPiece,
  countAssets,
  findSameContent,
  holdContent,
  insertAsset,
  selectAlike,
  selectAsset,
  selectAssets,
  selectAssetsByIds,
  selectLook,
  selectStanding,
  selectTags,
  selectUses,
  updateAsset,
  updateWithdrawn,
  type Alike,
  type AssetUse,
  type Standing,
} from './assets.queries.ts';
import { editorialPolicy } from './policy.ts';
import { getPiece } from './pieces.ts';
import { isSecret } from './piece.ts';
import { readerOf } from './readers.ts';

/** In bytes: a film weighs more than the rest. */
export const assetLimits = { media: 500 * 1024 * 1024 } as const;

/** In how many of 64 bits two pictures may differ and still look nearly the same. */
const nearly = 6;
export const assetsPage = 48;

export interface FileToUpload {
  readonly name: string;
  readonly content: Readable | AsyncIterable<Uint8Array>;
  /** The dependency it belongs to; the uploader's own when absent. */
  readonly unit: number | null;
  /** The piece being written, when it comes within one. */
  readonly piece: number | null;
}

export interface Uploaded {
  readonly asset: Asset;
  /** What of the library looks nearly the same. */
  readonly alike: readonly Alike[];
}

/**
 * Takes a file into the library. The same content is refused as `asset.already` {asset, title}; what comes within a classified or
 * reserved piece is as secret as it. Refuses besides whatever `files.keep` refuses.
 */
export async function uploadAsset(ctx: Ctx, files: Files, input: FileToUpload): Promise<Uploaded | Refusal> {
  const reader = await readerOf(ctx);
  const unit = input.unit ?? reader.unit;
  authorize(ctx.actor, editorialPolicy, 'assets.write', unit);
  const piece = input.piece === null ? null : await getPiece(ctx, input.piece);
  if (piece) authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const file = await files.keep(ctx, { name: input.name, content: input.content, limit: assetLimits });
  if (isRefusal(file)) return file;
  await holdContent(ctx.db, file.sha256);
  const same = await findSameContent(ctx.db, file.sha256, reader);
  if (same) return refuse(same.withdrawn ? 'asset.already_withdrawn' : 'asset.already', { asset: same.id, title: same.title });
  const kind = assetKindOf(file.type);
  const look = kind === 'image' ? await lookOf(await files.read(file, 'thumb')) : null;
  const title = titleOfFile(file.name);
  const id = await insertAsset(ctx.db, { file: file.id, kind, title, look, unit, piece: piece?.id ?? null }, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'asset.uploaded',
    subject: { type: 'asset', id },
    after: { kind, sha256: file.sha256, unit, ...(piece && isSecret(piece) ? {} : { title }) },
    topics: ['assets', assetTopic(id)],
  });
  const alike = look === null ? [] : await selectAlike(ctx.db, look, id, nearly, reader);
  return { asset: (await selectAsset(ctx.db, id, reader))!, alike };
}

/** @throws NotFound also when it may not be known to be there */
export async function getAsset(ctx: Ctx, id: number, { lock = false } = {}): Promise<Asset> {
  const asset = Number.isSafeInteger(id) ? await selectAsset(ctx.db, id, await readerOf(ctx), lock) : undefined;
  if (!asset) throw new NotFound(`asset ${id}`);
  // Who may read a secret piece may see what it shows, whatever his roles.
  if (!asset.secret) authorize(ctx.actor, editorialPolicy, 'assets.read');
  return asset;
}

/** Those of `ids` that the actor may know of. */
export async function assetsById(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, Asset>> {
  if (ids.length === 0) return new Map();
  const found = await selectAssetsByIds(ctx.db, ids, await readerOf(ctx));
  return new Map(found.map((asset) => [asset.id, asset]));
}

/** What assets are called, for who reads the audit log: of those that he may know of. */
export async function assetNames(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = await assetsById(ctx, ids.map(Number).filter(Number.isSafeInteger));
  return [...found.values()].filter(({ secret }) => !secret).map(({ id, title }) => ({ id: String(id), name: title }));
}

export interface AssetPage {
  readonly assets: readonly Asset[];
  readonly count: number;
  /** Where the following page begins; null at the end. */
  readonly next: number | null;
}

export async function listAssets(ctx: Ctx, filter: AssetFilter, limit = assetsPage): Promise<AssetPage> {
  authorize(ctx.actor, editorialPolicy, 'assets.read');
  const [reader, today] = [await readerOf(ctx), await todayOf(ctx)];
  const found = await selectAssets(ctx.db, filter, reader, today, limit + 1);
  const assets = found.slice(0, limit);
  const count = await countAssets(ctx.db, filter, reader, today);
  return { assets, count, next: found.length > limit ? assets.at(-1)!.id : null };
}

/** Everything that a filter finds and is no secret, in parts. */
export async function* everyAsset(ctx: Ctx, filter: AssetFilter): AsyncGenerator<Asset> {
  for (let after: number | undefined = undefined; ;) {
    const { assets, next }: { assets: readonly Asset[]; next: number | null } = await partOf(ctx, { ...filter, after });
    yield* assets.filter(({ secret }) => !secret);
    if (next === null) return;
    after = next;
  }
}

async function partOf(ctx: Ctx, filter: AssetFilter) {
  authorize(ctx.actor, editorialPolicy, 'assets.read');
  const found = await selectAssets(ctx.db, filter, await readerOf(ctx), await todayOf(ctx), 1000);
  return { assets: found, next: found.length === 1000 ? found.at(-1)!.id : null };
}

export async function libraryStanding(ctx: Ctx): Promise<Standing> {
  authorize(ctx.actor, editorialPolicy, 'assets.read');
  return selectStanding(ctx.db, await readerOf(ctx), await todayOf(ctx));
}

export async function libraryTags(ctx: Ctx): Promise<{ tag: string; count: number }[]> {
  authorize(ctx.actor, editorialPolicy, 'assets.read');
  return selectTags(ctx.db, await readerOf(ctx), 30);
}

/** Where it is shown now, and what looks nearly the same. */
export async function assetSurroundings(ctx: Ctx, asset: Asset): Promise<{ uses: AssetUse[]; alike: Alike[] }> {
  const reader = await readerOf(ctx);
  const look = await selectLook(ctx.db, asset.id);
  const alike = look === null ? [] : await selectAlike(ctx.db, look, asset.id, nearly, reader);
  return { uses: await selectUses(ctx.db, asset.id, reader), alike };
}

/** Says what must be known to use it. Who saved meanwhile is said as `form.stale`. */
export async function editAsset(ctx: Ctx, input: AssetInput): Promise<{ revision: number } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'assets.write', asset.unit);
  if (input.unit !== asset.unit) authorize(ctx.actor, editorialPolicy, 'assets.write', input.unit);
  if (input.revision !== asset.revision) {
    const last = await lastChange(ctx.db, 'asset', asset.id);
    return stale(last?.actor ?? '', asset.revision, []);
  }
  await updateAsset(ctx.db, input);
  const { asset: _, revision: __, ...after } = input;
  await ctx.tell({
    name: 'asset.described',
    subject: { type: 'asset', id: asset.id },
    before: told(asset, asset.secret),
    after: told(after, asset.secret),
    topics: ['assets', assetTopic(asset.id)],
  });
  return { revision: asset.revision + 1 };
}

/** Takes it out of the library: nobody finds it to use it again; where it is shown already, it stays. */
export async function withdrawAsset(ctx: Ctx, input: { asset: number; reason: string }): Promise<{ id: number } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'assets.write', asset.unit);
  if (asset.withdrawnAt) return refuse('asset.withdrawn');
  await updateWithdrawn(ctx.db, asset.id, ctx.now, input.reason);
  await ctx.tell({
    name: 'asset.withdrawn',
    subject: { type: 'asset', id: asset.id },
    after: asset.secret ? {} : { reason: input.reason },
    topics: ['assets', assetTopic(asset.id)],
  });
  return { id: asset.id };
}

export async function restoreAsset(ctx: Ctx, input: { asset: number }): Promise<{ id: number } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'assets.write', asset.unit);
  if (!asset.withdrawnAt) return refuse('asset.not_withdrawn');
  await updateWithdrawn(ctx.db, asset.id, null, '');
  await ctx.tell({ name: 'asset.restored', subject: { type: 'asset', id: asset.id }, topics: ['assets', assetTopic(asset.id)] });
  return { id: asset.id };
}

/** Lets what came within a classified or reserved piece into the library of all: by whoever may classify that piece. */
export async function openAsset(ctx: Ctx, input: { asset: number }): Promise<{ id: number } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  if (asset.piece === null || !asset.secret) return refuse('asset.not_secret');
  const piece = await getPiece(ctx, asset.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.classify', piece.unit);
  await clearPiece(ctx.db, asset.id);
  await ctx.tell({
    name: 'asset.opened',
    subject: { type: 'asset', id: asset.id },
    before: { piece: piece.id },
    topics: ['assets', assetTopic(asset.id)],
  });
  return { id: asset.id };
}

/** What the audit log keeps of an asset; of a secret one, no words. */
function told(asset: Omit<AssetInput, 'asset' | 'revision' | 'tags'> & { readonly tags: readonly string[] }, secret: boolean) {
  const { title, alt, credit, licence, expiresOn, tags, focalX, focalY, peopleShown, minorsShown, unit } = asset;
  const plain = { licence, expiresOn, focalX, focalY, peopleShown, minorsShown, unit };
  return secret ? plain : { title, alt, credit, tags: tags.join(', '), ...plain };
}

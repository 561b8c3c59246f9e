import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { listAssets } from './assets.ts';
import { selectCampaigns } from './campaigns.queries.ts';
import { isSecret } from './piece.ts';
import { selectPieces } from './piece-list.queries.ts';
import { editorialPolicy } from './policy.ts';
import { readerOf } from './readers.ts';
import { selectRequests } from './request-list.queries.ts';
import { requestReaderOf } from './request-readers.ts';

export interface FoundInEditorial {
  readonly kind: 'piece' | 'request' | 'campaign' | 'asset';
  readonly id: number;
  readonly title: string;
  /** The dependency that it is of; empty for none. */
  readonly more: string;
}

/** What speaks of a text, the last changed first, so many of each kind: only what the actor may read, and nothing secret, which is in no search. */
export async function searchEditorial(ctx: Ctx, q: string, limit: number): Promise<FoundInEditorial[]> {
  const found = await Promise.all([pieces(ctx, q, limit), requests(ctx, q, limit), campaigns(ctx, q, limit), assets(ctx, q, limit)]);
  return found.flat();
}

async function pieces(ctx: Ctx, q: string, limit: number): Promise<FoundInEditorial[]> {
  if (!may(ctx.actor, editorialPolicy['pieces.read'])) return [];
  const rows = await selectPieces(ctx.db, await readerOf(ctx), { q, page: 1 }, await todayOf(ctx), limit, 0);
  return rows.filter(isOpen).map(({ id, title, unitName }) => ({ kind: 'piece', id, title, more: unitName }));
}

async function requests(ctx: Ctx, q: string, limit: number): Promise<FoundInEditorial[]> {
  if (!may(ctx.actor, editorialPolicy['requests.read'])) return [];
  const rows = await selectRequests(ctx.db, await requestReaderOf(ctx), { q }, { limit });
  return rows.filter(isOpen).map(({ id, title, unitName }) => ({ kind: 'request', id, title, more: unitName ?? '' }));
}

async function campaigns(ctx: Ctx, q: string, limit: number): Promise<FoundInEditorial[]> {
  if (!may(ctx.actor, editorialPolicy['campaigns.read'])) return [];
  const rows = await selectCampaigns(ctx.db, { q, page: 1 }, limit, 0);
  return rows.map(({ id, name, unitName }) => ({ kind: 'campaign', id, title: name, more: unitName ?? '' }));
}

async function assets(ctx: Ctx, q: string, limit: number): Promise<FoundInEditorial[]> {
  if (!may(ctx.actor, editorialPolicy['assets.read'])) return [];
  const { assets: rows } = await listAssets(ctx, { q }, limit);
  return rows.filter(({ secret }) => !secret).map(({ id, title, unitName }) => ({ kind: 'asset', id, title, more: unitName ?? '' }));
}

const isOpen = (found: Parameters<typeof isSecret>[0]) => !isSecret(found);

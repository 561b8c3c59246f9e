import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { blockOptions, type HomeBlock, type HomeBlockName } from './home.input.ts';
import { deleteBlock, insertBlock, lockBlocks, orderBlocks, selectBlocks, updateBlock } from './home.queries.ts';
import { latestNews } from './news.ts';
import { publicationOf } from './news.queries.ts';
import { editorialPolicy } from './policy.ts';
import type { Publication } from './publication.ts';

const most = 20;

/** What the front page shows until somebody composes it. */
const plain: readonly HomeBlock[] = [
  { id: 0, block: 'lead', title: '', options: { piece: null } },
  { id: 0, block: 'news', title: '', options: { count: 4, kind: null } },
  { id: 0, block: 'plan', title: '', options: {} },
];

/** The blocks of the portal's first page, in the editor's order; `composed` is false while nobody did. */
export async function homeOf(ctx: Ctx): Promise<{ blocks: readonly HomeBlock[]; composed: boolean }> {
  const blocks = await selectBlocks(ctx.db);
  return blocks.length > 0 ? { blocks, composed: true } : { blocks: plain, composed: false };
}

/** What leads the front page: the piece that the editor named while it is out, or the newest with a picture. */
export async function leadOf(ctx: Ctx, piece: number | null): Promise<Publication | null> {
  const named = piece === null ? undefined : await publicationOf(ctx.db, piece);
  if (named) return named;
  const latest = await latestNews(ctx, 8);
  return latest.find(({ image }) => image !== null) ?? latest[0] ?? null;
}

/** Adds a block at the end; the first one makes the plain page the editor's own. */
export async function addBlock(
  ctx: Ctx,
  input: { block: HomeBlockName; title: string },
  typed: Readonly<Record<string, unknown>>,
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'home.compose');
  await lockBlocks(ctx.db);
  const { blocks, composed } = await homeOf(ctx);
  if (composed && blocks.length >= most) return refuse('home.too_many', { maximum: most });
  const options = parse(blockOptions[input.block], typed);
  if (isRefusal(options)) return options;
  if (!composed) for (const block of plain) await insertBlock(ctx.db, block, ctx.actor.id, ctx.now);
  const id = await insertBlock(ctx.db, { ...input, options } as Omit<HomeBlock, 'id'>, ctx.actor.id, ctx.now);
  await tellComposed(ctx, { block: input.block, title: input.title });
  return { id };
}

export async function editBlock(
  ctx: Ctx,
  input: { id: number; title: string },
  typed: Readonly<Record<string, unknown>>,
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'home.compose');
  const { block } = await found(ctx, input.id);
  const options = parse(blockOptions[block], typed);
  if (isRefusal(options)) return options;
  await updateBlock(ctx.db, input.id, { title: input.title, options } as Pick<HomeBlock, 'title' | 'options'>, ctx.actor.id, ctx.now);
  await tellComposed(ctx, { block, title: input.title });
  return { id: input.id };
}

/** One place up or down; at the end it stays. */
export async function moveBlock(ctx: Ctx, input: { id: number; way: 'up' | 'down' }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'home.compose');
  await lockBlocks(ctx.db);
  const { block } = await found(ctx, input.id);
  const ids = (await selectBlocks(ctx.db)).map(({ id }) => id);
  const at = ids.indexOf(input.id);
  const to = Math.min(ids.length - 1, Math.max(0, at + (input.way === 'up' ? -1 : 1)));
  ids.splice(to, 0, ...ids.splice(at, 1));
  await orderBlocks(ctx.db, ids);
  await tellComposed(ctx, { block, position: to + 1 });
  return { id: input.id };
}

export async function removeBlock(ctx: Ctx, input: { id: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'home.compose');
  const { block, title } = await found(ctx, input.id);
  await deleteBlock(ctx.db, input.id);
  await tellComposed(ctx, { block, title, removed: true });
  return { id: input.id };
}

async function found(ctx: Ctx, id: number): Promise<HomeBlock> {
  const block = (await selectBlocks(ctx.db)).find((one) => one.id === id);
  if (!block) throw new NotFound(`block ${id}`);
  return block;
}

const tellComposed = (ctx: Ctx, after: Readonly<Record<string, unknown>>) =>
  ctx.tell({ name: 'home.composed', subject: { type: 'home', id: 1 }, after, topics: ['portal'] });

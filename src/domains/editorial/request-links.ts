import { randomInt } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import { insertLink, selectLinks, selectOpenLink, updateLinkClosed, type RequestLink } from './request-links.queries.ts';

export type { RequestLink };

// No sign is mistaken for another when it is read aloud or copied by hand: without 0, 1, 5, i, l, o and s.
const signs = '2346789abcdefghjkmnpqrtuvwxyz';
const length = 8;

/** Opens a short public address by which somebody without an account asks the office; those of a dependency ask for it. */
export async function openLink(ctx: Ctx, input: { name: string; unit: number | null }): Promise<{ id: number; code: string } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'requests.triage', input.unit);
  const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
  const id = await insertLink(ctx.db, { code, ...input }, ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'request_link.opened', subject: { type: 'request_link', id }, after: input, topics: ['request_links'] });
  return { id, code };
}

/** Closes one: nobody asks by it any more, and who asked goes on following. @throws NotFound */
export async function closeLink(ctx: Ctx, input: { link: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'requests.triage');
  if (!(await updateLinkClosed(ctx.db, input.link, ctx.now))) throw new NotFound(`request link ${input.link}`);
  await ctx.tell({
    name: 'request_link.closed',
    subject: { type: 'request_link', id: input.link },
    after: { closed: true },
    topics: ['request_links', 'portal'],
  });
  return { id: input.link };
}

export function listLinks(ctx: Ctx): Promise<RequestLink[]> {
  authorize(ctx.actor, editorialPolicy, 'requests.triage');
  return selectLinks(ctx.db);
}

/** An open address by its code. @throws NotFound */
export async function openLinkOf(ctx: Ctx, code: string): Promise<{ id: number; name: string; unit: number | null }> {
  const link = await selectOpenLink(ctx.db, code.toLowerCase());
  if (!link) throw new NotFound('request link');
  return link;
}

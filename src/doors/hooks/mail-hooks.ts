import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { isbot } from 'isbot';
import { passCounted, takeReturn, takeTold, toldReturnsInput } from '#domains/channels/index.ts';
import { acting, system } from '#platform/ctx.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform } from '#platform/http/visit.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';

/** What letters lead back to, and what providers tell of them. */
export const mailHooks = new Hono<HouseEnv>()
  // A link or the opening of a letter, counted by letter and day and by nobody; it leads only where the letter does.
  .get('/letters/:token', async (c) => {
    const { visit } = c.var;
    const unread = isAskedByMachine(c.req.raw) || isAskedByOurPage(c.req.raw);
    const to = await perform(visit, (ctx) => passCounted(ctx, c.req.param('token'), { unread })).catch(notOurs);
    if (to === false || isRefusal(to)) return c.text('', 404);
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    if (to !== null) return c.body(null, 302, { ...headers, location: to });
    return c.body(nothing, 200, { ...headers, 'content-type': 'image/gif', 'cross-origin-resource-policy': 'cross-origin' });
  })
  // A mail provider tells what came back: a list of events, or the report itself (docs/operations/bounces.md).
  .post('/returns', async (c) => {
    const { visit } = c.var;
    const { BOUNCE_HOOK_SECRET: secret } = visit.app.config;
    if (secret === undefined) return c.text('', 404);
    if (!isSecret(c.req.header('authorization')?.replace(/^Bearer /i, '') ?? c.req.query('secret') ?? '', secret)) return c.text('', 401);
    const body = await bounded(c.req.raw, hookLimit);
    if (body === null) return c.text('', 413);
    if (/^message\/rfc822/i.test(c.req.header('content-type') ?? '')) {
      await perform(visit, (ctx) => takeReturn(acting(ctx, system), body, { means: 'hook' }));
      return c.json({ taken: 1 });
    }
    const told = toldReturnsInput.safeParse(jsonOf(body));
    if (!told.success)
      return c.json(
        { error: { code: 'input', issues: told.error.issues.slice(0, 5).map(({ path, message }) => ({ path, message })) } },
        422,
      );
    return c.json(await perform(visit, (ctx) => takeTold(acting(ctx, system), told.data)));
  });

const hookLimit = 1024 * 1024;
// A picture of one transparent point (GIF89a).
const nothing = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (letter) => letter.charCodeAt(0));

const hashed = (text: string) => createHash('sha256').update(text).digest();
const isAskedByMachine = ({ method, headers }: Request): boolean =>
  method === 'HEAD' || isbot(headers.get('user-agent')) || /prefetch|preview/i.test(headers.get('sec-purpose') ?? '');

/** Whoever looks at a letter in the workspace, before or after it was sent, has not got it. */
const isAskedByOurPage = ({ headers }: Request): boolean => headers.get('sec-fetch-site') === 'same-origin';

const isSecret = (given: string, secret: string) => timingSafeEqual(hashed(given), hashed(secret));

/** The whole body; null when it is longer than that. */
async function bounded(request: Request, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    if ((size += part.length) > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

function notOurs(cause: unknown): false {
  if (cause instanceof NotFound) return false;
  throw cause;
}

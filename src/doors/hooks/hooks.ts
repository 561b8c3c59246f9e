import { Hono } from 'hono';
import { sql } from 'kysely';
import { pageOfOneClick, unsubscribe } from '#domains/channels/index.ts';
import { calendarFeed } from '#domains/editorial/index.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform } from '#platform/http/visit.ts';
import { registry } from '#platform/log/measures.ts';
import { NotFound } from '#platform/refusal.ts';
import { collectorScript } from './collector-script.ts';
import { mailHooks } from './mail-hooks.ts';

/** Machines that ask how this process is. */
export const hooks = new Hono<HouseEnv>()
  .get('/health', (c) => c.json({ status: 'ok' }))
  .get('/ready', async (c) => {
    const { database } = c.var.visit.app;
    const ready = await sql`select 1`.execute(database.primary).then(
      () => true,
      () => false,
    );
    return c.json({ status: ready ? 'ready' : 'no database' }, ready ? 200 : 503);
  })
  .get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }))
  // What other sites of the institution put on their pages (visits.ts takes in what it sends).
  .get('/collector.js', (c) =>
    c.body(collectorScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
    }),
  )
  // An agenda asks with nothing but its secret address.
  .get('/calendar/:file{[\\w-]+\\.ics}', async (c) => {
    const { visit } = c.var;
    const token = c.req.param('file').slice(0, -'.ics'.length);
    const text = await perform(visit, (ctx) => calendarFeed(ctx, token, visit.origin)).catch((cause: unknown) => {
      if (cause instanceof NotFound) return null;
      throw cause;
    });
    if (typeof text !== 'string') return c.text('', 404);
    return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' });
  })
  // A mail program says for its reader that he wants no more (RFC 8058, §3.2): no cookie, no question, and the same answer again.
  .post('/unsubscribe/:token', async (c) => {
    const { visit } = c.var;
    const done = await perform(visit, (ctx) => unsubscribe(ctx, c.req.param('token'))).then(() => true, notOurs);
    return c.text('', done ? 200 : 404);
  })
  // Whoever opens the same address is a person, or a machine that follows links: it only shows where to say so.
  .get('/unsubscribe/:token', async (c) => {
    const { visit } = c.var;
    const path = await perform(visit, (ctx) => pageOfOneClick(ctx, c.req.param('token'))).catch(notOurs);
    return typeof path === 'string' ? c.redirect(path, 303) : c.text('', 404);
  })
  .route('/', mailHooks);

function notOurs(cause: unknown): false {
  if (cause instanceof NotFound) return false;
  throw cause;
}

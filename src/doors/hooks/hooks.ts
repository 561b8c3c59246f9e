import { Hono } from 'hono';
import { sql } from 'kysely';
import type { HouseEnv } from '#platform/http/server.ts';
import { registry } from '#platform/log/measures.ts';

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
  .get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }));

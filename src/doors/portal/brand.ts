import { Hono } from 'hono';
import { institutionOf } from '#domains/organization/index.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { reading, type App } from '#platform/http/visit.ts';
import { NotFound } from '#platform/refusal.ts';

interface Brand {
  readonly css: string;
  readonly etag: string;
}

/**
 * `/brand.css`: the institution's colour, from which tokens.css derives the rest. A style sheet of its own, because the
 * Content-Security-Policy takes no inline styles. Kept in memory until somebody edits the institution.
 */
export function brand(app: App): Hono<HouseEnv> {
  let kept: Promise<Brand> | undefined;
  const forget = () => {
    kept = undefined;
  };
  app.listener.on('live', ({ topic }) => {
    if (topic === 'institution' || topic === 'portal') forget();
  });
  app.listener.on('gap', forget);

  return new Hono<HouseEnv>().get('/', async (c) => {
    kept ??= read(c.var.visit);
    kept.catch(forget);
    const { css, etag } = await kept;
    const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'text/css; charset=utf-8' };
    return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(css, 200, headers);
  });
}

async function read(visit: Parameters<typeof reading>[0]): Promise<Brand> {
  try {
    const { color, version } = await institutionOf({ ...reading(visit), db: visit.app.database.primary });
    return { css: `:root { --institution: ${color}; }\n`, etag: `W/"brand-${version}-${color.slice(1)}"` };
  } catch (cause) {
    // Before the set-up the house wears its own colour.
    if (cause instanceof NotFound) return { css: '', etag: 'W/"brand-none"' };
    throw cause;
  }
}

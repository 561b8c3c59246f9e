import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { load, megabytes, round } from './support/load.ts';
import { withHouse } from './support/house.ts';
import type { Bench } from './support/result.ts';

/** The public plan, kept and made anew, against a bare Hono answer of the same bytes in the same process. */
export const bench: Bench = {
  promise: 'a kept page of the portal at 0.5 of a bare Hono answer of the same bytes; made anew, 500 a second',
  run: () =>
    withHouse(async ({ origin }) => {
      // The first plan on the list: its page shows every figure.
      const path = (await (await fetch(`${origin}/plan`)).text()).match(/href="(\/plan\/[a-z0-9-]+)"/)?.[1] ?? '/plan';
      const page = await (await fetch(origin + path)).text();
      const bare = await new Promise<ServerType>((listening) => {
        const server = serve({ fetch: new Hono().get('/', (c) => c.html(page)).fetch, port: 0, hostname: '127.0.0.1' }, () =>
          listening(server),
        );
      });
      const bareOrigin = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
      const rest = megabytes(process.memoryUsage().rss);
      const limit = await load(bareOrigin);
      const kept = await load(`${origin}/plan`);
      // A query of its own for each request finds nothing kept.
      const anew = await load(`${origin}${path}?fresh=[<id>]`, { fresh: true });
      bare.close();
      return {
        name: 'portal',
        ratio: round(kept.rate / limit.rate),
        parts: {
          page_bytes: Buffer.byteLength(page),
          bare_per_second: round(limit.rate, 0),
          kept_per_second: round(kept.rate, 0),
          anew_per_second: round(anew.rate, 0),
          anew_p95_ms: anew.p95,
          failed: kept.failed + anew.failed,
          memory_at_rest_mb: rest,
          memory_under_load_mb: megabytes(process.memoryUsage().rss),
        },
      };
    }),
};

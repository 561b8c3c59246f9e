import { cpus, loadavg } from 'node:os';
import { getPiece } from '#domains/editorial/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { cookieOf } from './support/cookie.ts';
import { withHouse } from './support/house.ts';
import { round, timed } from './support/load.ts';
import { insertPieces, pickPieces } from './support/pieces.queries.ts';
import type { Bench } from './support/result.ts';

const promised = { page: 200, saving: 50 };

/** The office's lists, calendar and searches, the portal's news and the saving of a text, with what decades of an office's work leave. */
export const bench: Bench = {
  promise:
    'with 100,000 pieces, lists, calendar, search and portal under 200 ms at p95, and a text saved under 50 (ratio: the lesser of what is promised over the slowest of each)',
  run: () =>
    withHouse(async ({ app, origin }) => {
      const db = app.database.primary;
      await insertPieces(db);
      const { slug, draft, pieces } = await pickPieces(db);
      const head = await cookieOf('marcela.ospina@puertoclaro.gov.co', app);
      const parts: Record<string, number | string> = { pieces };
      let slowest = 0;
      for (const [name, path, open] of pages(slug)) {
        const { p50, p95 } = await timed(30, async () => {
          const response = await fetch(origin + path, { headers: open ? {} : { cookie: head } });
          if (!response.ok) throw new Error(`${path} answered ${response.status}`);
          await response.arrayBuffer();
        });
        Object.assign(parts, { [`${name}_p50_ms`]: p50, [`${name}_p95_ms`]: p95 });
        // Of all years together nobody was promised more than an answer.
        if (name !== 'coverage_ever') slowest = Math.max(slowest, p95);
      }
      const piece = await getPiece(commandContext(db, system, app.clock(), app.owed), draft);
      let turn = 0;
      const saving = await timed(60, async () => {
        const text = `Escrito ${(turn += 1)} veces: ${piece.text}`;
        const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text }] }] };
        const response = await fetch(`${origin}/workspace/pieces/${draft}/text`, {
          method: 'POST',
          headers: { cookie: head, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
          body: JSON.stringify({ revision: piece.revision + turn - 1, title: piece.title, fields: piece.fields, body }),
        });
        if (!response.ok) throw new Error(`saving answered ${response.status}: ${await response.text()}`);
        await response.arrayBuffer();
      });
      Object.assign(parts, { saving_p50_ms: saving.p50, saving_p95_ms: saving.p95, load: round(loadavg()[0]!), cores: cpus().length });
      return { name: 'editorial', ratio: round(Math.min(promised.page / slowest, promised.saving / saving.p95)), parts };
    }),
};

/** Every page of the promise; the last says that who asks has no session. A query of its own finds nothing kept. */
const pages = (slug: string): readonly (readonly [name: string, path: string, open?: true])[] => [
  ['pieces', '/workspace/pieces'],
  ['pieces_filtered', '/workspace/pieces?kind=news&state=published&region=13'],
  ['pieces_common_word', '/workspace/pieces?q=alcald%C3%ADa'],
  ['pieces_rare_word', '/workspace/pieces?q=ornitorrinco'],
  ['pieces_word_and_filter', '/workspace/pieces?q=cumbia&kind=guide'],
  ['month', '/workspace/calendar'],
  ['week', '/workspace/calendar?view=week'],
  ['calendar_board', '/workspace/calendar?view=board'],
  ['calendar_list', '/workspace/calendar?view=list'],
  ['search', '/workspace/search?q=cumbia'],
  ['intranet', '/intranet'],
  ['intranet_news', '/intranet/news'],
  ['intranet_common_word', '/intranet/search?q=alcald%C3%ADa'],
  ['intranet_rare_word', '/intranet/search?q=ornitorrinco'],
  ['dispatches', '/workspace/dispatches'],
  ['coverage', '/workspace/coverage'],
  ['coverage_ever', '/workspace/coverage?year='],
  ['portal', '/?anew', true],
  ['news', '/news?anew', true],
  ['news_filtered', '/news?kind=guide&region=13', true],
  ['news_common_word', '/news?q=alcald%C3%ADa', true],
  ['news_last_page', '/news?page=400', true],
  ['archive', `/news?month=${new Date(Date.now() - 2000 * 86_400_000).toISOString().slice(0, 7)}`, true],
  ['portal_common_word', '/search?q=alcald%C3%ADa', true],
  ['portal_rare_word', '/search?q=ornitorrinco', true],
  ['story', `/news/${slug}?anew`, true],
  ['feed', '/feed.rss?anew', true],
];
